const locale = "en-GB";
export const minus = "\u2212";

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

/** `1,980`; a true minus sign. */
export function count(value: number): string {
  return signed(whole.format(Math.abs(value)), value);
}

/** As many decimals as the size of the value asks for: `1,284`, `37.1`, `2.60`. */
export function measure(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 10 ? 1 : 2;
  const text = size.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return signed(text, value);
}

/** `98%`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `182 km` from metres; one decimal below 10 km. */
export function kilometres(metres: number): string {
  const km = metres / 1000;
  return `${km.toLocaleString(locale, { maximumFractionDigits: km < 10 ? 1 : 0 })} km`;
}

/** `7.5` or `8`. */
export function hours(value: number): string {
  return value.toLocaleString(locale, { maximumFractionDigits: 1 });
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** Puts the sign, if any, before the text of the absolute value; no sign on what reads as zero. */
export function signed(text: string, value: number): string {
  return value < 0 && /[1-9]/.test(text) ? minus + text : text;
}

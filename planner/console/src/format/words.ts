/** `Bearing wear` from `BEARING_WEAR` or `bearing-wear`. */
export function words(code: string): string {
  const text = code.replaceAll(/[_-]+/g, " ").trim();
  const lower = text === text.toUpperCase() ? text.toLowerCase() : text;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** Maps values of `[from, to]` to `[start, end]`; an empty span maps to the middle. */
export function linear(from: number, to: number, start: number, end: number): (value: number) => number {
  if (to === from) return () => (start + end) / 2;
  const slope = (end - start) / (to - from);
  return (value) => start + (value - from) * slope;
}

/** About `wanted` round values within `[low, high]`: steps of 1, 2 or 5 times a power of ten. */
export function ticks(low: number, high: number, wanted: number): number[] {
  if (!(high > low)) return [];
  const step = niceStep((high - low) / Math.max(1, wanted));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** The smallest of 1, 2, 5 times a power of ten that is not below `value`. */
export function niceStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const share = value / power;
  return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
}

const minute = 60_000;
const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 43200].map((each) => each * minute);

/** Milliseconds between time ticks, so that at most `wanted` fit. */
export function timeStep(spanMillis: number, wanted: number): number {
  return timeSteps.find((step) => spanMillis / step <= wanted) ?? timeSteps[timeSteps.length - 1]!;
}

/** One decimal is enough for a drawing, and halves its text. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

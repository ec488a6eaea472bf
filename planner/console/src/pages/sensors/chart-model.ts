import type { SeriesPoint } from "../../api/types";

/** What a chart shows: the time span, and the values between which it draws. */
export interface Domain {
  from: number;
  to: number;
  low: number;
  high: number;
}

export interface Levels {
  expectedLow: number | null;
  expectedHigh: number | null;
  minimum: number | null;
  maximum: number | null;
}

/** Values to draw between: all readings and the expected band, and an end of the possible range when the readings come near it. */
export function valueRange(points: readonly SeriesPoint[], levels: Levels): { low: number; high: number } {
  const values = points.flatMap((point) => [point[1], point[2]]);
  if (levels.expectedLow !== null) values.push(levels.expectedLow);
  if (levels.expectedHigh !== null) values.push(levels.expectedHigh);
  if (values.length === 0) values.push(levels.minimum ?? 0, levels.maximum ?? 1);
  let low = Math.min(...values);
  let high = Math.max(...values);
  const reach = Math.max(high - low, Math.abs(high) * 0.02, 1e-6) * 0.75;
  if (levels.maximum !== null && levels.maximum >= high && levels.maximum - high < reach) high = levels.maximum;
  if (levels.minimum !== null && levels.minimum <= low && low - levels.minimum < reach) low = levels.minimum;
  const pad = Math.max((high - low) * 0.08, Math.abs(high) * 0.005, 1e-6);
  return { low: low - pad, high: high + pad };
}

/** Points within the span, and cut where readings are missing for longer than six usual steps. */
export function segments(points: readonly SeriesPoint[], from: number, to: number): SeriesPoint[][] {
  const shown = points.filter((point) => point[0] >= from && point[0] <= to);
  const limit = usualStep(shown) * 6;
  const runs: SeriesPoint[][] = [];
  shown.forEach((point, i) => {
    const before = shown[i - 1];
    if (!before || point[0] - before[0] > limit) runs.push([]);
    runs[runs.length - 1]!.push(point);
  });
  return runs;
}

/** The median distance of neighbours in milliseconds; Infinity for fewer than three points. */
export function usualStep(points: readonly SeriesPoint[]): number {
  if (points.length < 3) return Infinity;
  const steps = points.slice(1).map((point, i) => point[0] - points[i]![0]);
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)]!;
}

/** Adds a live reading; one that is not newer than the last point is dropped. Points before `from` go. */
export function append(points: SeriesPoint[], at: number, value: number, from: number): SeriesPoint[] {
  const last = points[points.length - 1];
  if (last && at <= last[0]) return points;
  const kept = points.length > 0 && points[0]![0] < from ? points.filter((point) => point[0] >= from) : points;
  return [...kept, [at, value, value, value]];
}

const minute = 60_000;

/** Spans to choose from, shortest first. */
export const spans = [
  { label: "15 min", millis: 15 * minute },
  { label: "1 h", millis: 60 * minute },
  { label: "8 h", millis: 480 * minute },
  { label: "1 d", millis: 1440 * minute },
  { label: "1 w", millis: 7 * 1440 * minute },
  { label: "90 d", millis: 90 * 1440 * minute },
] as const;

/** The shortest span that holds an episode's start with a fifth of room before it. */
export function spanFor(onset: number | null, to: number): number {
  const wanted = onset === null ? 0 : (to - onset) * 1.25;
  return (spans.find((span) => span.millis >= wanted) ?? spans[spans.length - 1]!).millis;
}

/** The next longer span when a series of the past has too few points to be seen in this one; null when it is enough. */
export function widerSpan(span: number, points: number): number | null {
  return points >= 12 ? null : (spans.find((each) => each.millis > span)?.millis ?? null);
}

/** How a value stands to its band: above, below, or within. */
export function deviation(value: number, levels: Levels): { by: number; words: "over" | "under" | "in band" | "" } {
  if (levels.expectedHigh !== null && value > levels.expectedHigh) return { by: value - levels.expectedHigh, words: "over" };
  if (levels.expectedLow !== null && value < levels.expectedLow) return { by: levels.expectedLow - value, words: "under" };
  return { by: 0, words: levels.expectedLow === null && levels.expectedHigh === null ? "" : "in band" };
}

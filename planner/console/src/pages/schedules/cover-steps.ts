import type { Cover, Day } from "../../api/types";
import { px } from "../../parts/scale";
import type { DayWindow } from "./roster-layout";

/** People per hour of all shown days, one value an hour of the window, days one after the other. */
export interface CoverSteps {
  need: number[];
  low: number[];
  high: number[];
  have: number[];
  /** Missing people: surplus of one skill does not fill a gap of another. */
  short: number[];
  top: number;
}

/** Adds up the cover of places and skills, hour by hour. */
export function coverSteps(cover: readonly Cover[], days: readonly Day[], window: DayWindow): CoverSteps {
  const hours = window.to - window.from;
  const zeros = () => new Array<number>(days.length * hours).fill(0);
  const sums = { need: zeros(), low: zeros(), high: zeros(), have: zeros(), short: zeros() };
  for (const row of cover) {
    const day = days.indexOf(row.day);
    if (day < 0) continue;
    for (let hour = 0; hour < hours; hour++) {
      const at = day * hours + hour;
      const source = window.from + hour;
      const need = row.need[source] ?? 0;
      const have = row.have[source] ?? 0;
      sums.need[at]! += need;
      sums.have[at]! += have;
      sums.low[at]! += row.needLow[source] ?? need;
      sums.high[at]! += row.needHigh[source] ?? need;
      sums.short[at]! += Math.max(0, need - have);
    }
  }
  return { ...sums, top: Math.max(1, ...sums.high, ...sums.have, ...sums.need) };
}

/** A line of steps through all values; `x` is the edge before value i. */
export function stepPath(values: readonly number[], x: (i: number) => number, y: (value: number) => number): string {
  let path = "";
  values.forEach((value, i) => {
    path += `${i === 0 ? "M" : "L"}${px(x(i))} ${px(y(value))}H${px(x(i + 1))}`;
  });
  return path;
}

/** The area between two step lines. */
export function stepBand(
  low: readonly number[],
  high: readonly number[],
  x: (i: number) => number,
  y: (value: number) => number,
): string {
  if (low.length === 0) return "";
  let back = "";
  for (let i = low.length - 1; i >= 0; i--) back += `L${px(x(i + 1))} ${px(y(low[i]!))}H${px(x(i))}`;
  return `${stepPath(high, x, y)}${back}Z`;
}

export interface ShortRun {
  from: number;
  to: number;
  worst: number;
}

/** Runs of hours in which people are missing. */
export function shortRuns(short: readonly number[]): ShortRun[] {
  const runs: ShortRun[] = [];
  short.forEach((value, i) => {
    if (value < 0.05) return;
    const last = runs[runs.length - 1];
    if (last && last.to === i) {
      last.to = i + 1;
      last.worst = Math.max(last.worst, value);
    } else {
      runs.push({ from: i, to: i + 1, worst: value });
    }
  });
  return runs;
}

import type { ControlChart, ControlLines, ControlPoint, Site } from "../../api/types";
import { measure } from "../../format/numbers";
import { words } from "../../format/words";
import { linear } from "../../parts/scale";

export const kinds: Record<string, string> = {
  XBAR_RANGE: "Means and ranges",
  INDIVIDUALS: "Single readings and moving ranges",
  PROPORTION: "Share of scrap and rework",
};

const signs: Record<string, string> = {
  BEYOND_3_SIGMA: "Beyond a control limit",
  TWO_OF_THREE_BEYOND_2_SIGMA: "Two of three beyond 2 sigma",
  FOUR_OF_FIVE_BEYOND_1_SIGMA: "Four of five beyond 1 sigma",
  EIGHT_ON_ONE_SIDE: "Eight on one side of the centre",
  NINE_ON_ONE_SIDE: "Nine on one side of the centre",
  SIX_RISING_OR_FALLING: "Six rising or falling",
  FOURTEEN_ALTERNATING: "Fourteen up and down",
  FIFTEEN_WITHIN_1_SIGMA: "Fifteen within 1 sigma",
  EIGHT_BEYOND_1_SIGMA: "Eight beyond 1 sigma",
  SPREAD_OUTSIDE_LIMITS: "Spread outside its limits",
};

export function ruleWords(rule: string): string {
  return signs[rule] ?? words(rule);
}

/** What a chart is of, by the site's names; a subject that the site does not know stands under its id. */
export function subjectOf(chart: ControlChart, site: Site): { machine: string; name: string; unit: string } {
  const id = chart.subject.split("/")[0]!;
  const machine = site.machines.find((each) => each.id === id);
  const sensor = machine?.sensors.find((each) => each.id === chart.subject);
  const name = chart.kind === "PROPORTION" ? "Scrap and rework" : (sensor?.name ?? chart.subject);
  return { machine: machine?.name ?? id, name, unit: chart.kind === "PROPORTION" ? "" : (sensor?.unit ?? "") };
}

/** A value of the chart in its unit; shares as percent. */
export function valueWords(chart: ControlChart, value: number): string {
  return chart.kind === "PROPORTION" ? `${measure(value * 100)}%` : measure(value);
}

/** Charts that show a sign now first, then those that showed one, then by subject. */
export function signsFirst(charts: readonly ControlChart[]): ControlChart[] {
  const rank = (chart: ControlChart) => {
    const last = chart.points.at(-1);
    return last && last.rules.length > 0 ? 0 : chart.points.some((point) => point.rules.length > 0) ? 1 : 2;
  };
  return [...charts].sort((a, b) => rank(a) - rank(b) || a.subject.localeCompare(b.subject));
}

/** A line of points as it is drawn. Marked points show a sign; `upper` and the others are heights, null while they are learnt. */
export interface ControlTrack {
  points: { x: number; y: number; marked: boolean; point: ControlPoint }[];
  centre: number | null;
  upper: number | null;
  lower: number | null;
}

const edge = 8;

/** Lays out the values of a chart, or its spreads, in a box; null when it has none. */
export function track(chart: ControlChart, what: "value" | "spread", width: number, height: number): ControlTrack | null {
  const lines: ControlLines | null = what === "value" ? chart.lines : chart.spreadLines;
  const shown = chart.points.filter((point) => point[what] !== null);
  if (shown.length === 0) return null;
  const values = shown.map((point) => point[what]!);
  const all = lines ? [...values, lines.lower, lines.upper] : values;
  const y = linear(Math.min(...all), Math.max(...all), height - edge, edge);
  const x = linear(0, Math.max(1, chart.points.length - 1), edge, width - edge);
  const marked = (point: ControlPoint) =>
    what === "spread" ? point.rules.includes("SPREAD_OUTSIDE_LIMITS") : point.rules.some((rule) => rule !== "SPREAD_OUTSIDE_LIMITS");
  return {
    points: shown.map((point) => ({ x: x(chart.points.indexOf(point)), y: y(point[what]!), marked: marked(point), point })),
    centre: lines && y(lines.centre),
    upper: lines && y(lines.upper),
    lower: lines && y(lines.lower),
  };
}

/** What a capability index says: 1.33 is the usual least for a process in use (Montgomery, Statistical Quality Control). */
export function capabilityWords(cpk: number): { words: string; tone: string } {
  if (cpk < 1) return { words: "not capable", tone: "bad" };
  return cpk < 1.33 ? { words: "barely capable", tone: "warn" } : { words: "capable", tone: "good" };
}

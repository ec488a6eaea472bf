import { nothing, svg, type SVGTemplateResult } from "lit";
import type { SeriesPoint } from "../../api/types";
import { measure } from "../../format/numbers";
import type { SiteTime } from "../../format/site-time";
import { linear, px, ticks, timeStep } from "../../parts/scale";
import { segments, valueRange, type Levels } from "./chart-model";

/** Everything a chart draws. Times are epoch milliseconds. */
export interface SensorChart {
  points: readonly SeriesPoint[];
  levels: Levels;
  from: number;
  to: number;
  width: number;
  height: number;
  episodes: readonly { from: number; to: number | null }[];
  time: SiteTime;
  /** Small: no words, no ends of the range. */
  mini: boolean;
}

/** The contents of an SVG of `width` x `height`: grid, expected band, ends of the range, episodes, readings. */
export function sensorChart(chart: SensorChart): SVGTemplateResult {
  const { width, height, from, to, levels } = chart;
  const { low, high } = valueRange(chart.points, levels);
  const x = linear(from, to, 0, width);
  const y = linear(low, high, height - (chart.mini ? 3 : 6), chart.mini ? 3 : 6);
  return svg`${timeMarks(from, to, width).map((at) => svg`<path class="g" d="M${px(x(at))} 0V${height}" />`)}
    ${chart.episodes.map((each) => episode(each, chart, x))}
    ${chart.mini ? nothing : valueMarks(low, high, y, width)}
    ${band(levels, y, chart)}
    ${chart.mini ? nothing : [limit(levels.maximum, "Highest possible", low, high, y, width), limit(levels.minimum, "Lowest possible", low, high, y, width)]}
    ${readings(chart, x, y)}
    ${chart.mini ? nothing : chart.episodes.map((each) => episodeTag(each, chart, x))}`;
}

/** Round wall-clock times within the span; midnight of UTC days is near enough for spans of days. */
export function timeMarks(from: number, to: number, width: number): number[] {
  const step = timeStep(to - from, Math.max(2, Math.floor(width / 80)));
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
}

function valueMarks(low: number, high: number, y: (v: number) => number, width: number): SVGTemplateResult[] {
  return ticks(low, high, 4).map(
    (value) => svg`<path class="g" d="M0 ${px(y(value))}H${width}" />
      <text class="tk" x=${width - 3} y=${px(y(value) - 3)} text-anchor="end">${measure(value)}</text>`,
  );
}

function band(levels: Levels, y: (v: number) => number, chart: SensorChart): SVGTemplateResult | typeof nothing {
  if (levels.expectedLow === null || levels.expectedHigh === null) return nothing;
  const top = y(levels.expectedHigh);
  const words = chart.mini ? nothing : svg`<text class="t2" x="4" y=${px(top - 4)}>Expected now</text>`;
  return svg`<rect class="fan2" x="0" y=${px(top)} width=${chart.width} height=${px(Math.max(1, y(levels.expectedLow) - top))} />${words}`;
}

function limit(
  value: number | null,
  name: string,
  low: number,
  high: number,
  y: (v: number) => number,
  width: number,
): SVGTemplateResult | typeof nothing {
  if (value === null || value < low || value > high) return nothing;
  return svg`<path class="rng" d="M0 ${px(y(value))}H${width}" /><text class="t2" x="4" y=${px(y(value) - 4)}>${name} ${measure(value)}</text>`;
}

function episode(each: { from: number; to: number | null }, chart: SensorChart, x: (at: number) => number): SVGTemplateResult | typeof nothing {
  const start = Math.max(0, x(each.from));
  const end = Math.min(chart.width, x(each.to ?? chart.to));
  if (end <= 0 || start >= chart.width || end < start) return nothing;
  const edge = x(each.from) >= 0 ? svg`<path class="epl" d="M${px(start)} 0V${chart.height}" />` : nothing;
  return svg`<rect class="ep" x=${px(start)} y="0" width=${px(Math.max(1, end - start))} height=${chart.height} />${edge}`;
}

function episodeTag(each: { from: number; to: number | null }, chart: SensorChart, x: (at: number) => number): SVGTemplateResult | typeof nothing {
  const start = x(each.from);
  if (start >= chart.width || x(each.to ?? chart.to) <= 0) return nothing;
  const left = Math.max(0, Math.min(start, chart.width - 96));
  const until = each.to === null ? " →" : `–${chart.time.time(each.to)}`;
  return svg`<rect class="eptag" x=${px(left)} y="0" width="96" height="15" />
    <text class="eptxt" x=${px(left + 5)} y="11">Alarm ${chart.time.time(each.from)}${until}</text>`;
}

function readings(chart: SensorChart, x: (at: number) => number, y: (v: number) => number): SVGTemplateResult {
  const runs = segments(chart.points, chart.from, chart.to);
  const line = runs.map((run) => run.map((p, i) => `${i === 0 ? "M" : "L"}${px(x(p[0]))} ${px(y(p[3]))}`).join("")).join("");
  const spread = runs.map((run) => envelope(run, x, y)).join("");
  const last = runs[runs.length - 1]?.at(-1);
  return svg`<path class="spread" d=${spread} /><path class="l ink" d=${line} />
    ${last ? svg`<circle class="lastdot" cx=${px(x(last[0]))} cy=${px(y(last[3]))} r=${chart.mini ? 2 : 3.5} />` : nothing}`;
}

/** The area between the least and the greatest reading of each column; empty when they are the same. */
function envelope(run: readonly SeriesPoint[], x: (at: number) => number, y: (v: number) => number): string {
  if (run.length < 2 || run.every((point) => point[1] === point[2])) return "";
  const top = run.map((p, i) => `${i === 0 ? "M" : "L"}${px(x(p[0]))} ${px(y(p[2]))}`).join("");
  const bottom = [...run].reverse().map((p) => `L${px(x(p[0]))} ${px(y(p[1]))}`).join("");
  return `${top}${bottom}Z`;
}

import { html, svg, type TemplateResult } from "lit";
import type { Cover, Day } from "../../api/types";
import { count } from "../../format/numbers";
import { linear, px, ticks } from "../../parts/scale";
import { coverSteps, shortRuns, stepBand, stepPath, type CoverSteps, type ShortRun } from "./cover-steps";
import type { DayWindow } from "./roster-layout";

export interface CoverChart {
  cover: readonly Cover[];
  days: readonly Day[];
  window: DayWindow;
  width: number;
  /** Position of now in days from the first one, or null outside. */
  now: number | null;
  /** The picker of place and skill. */
  picker: TemplateResult;
}

const height = 108;
const floor = 100;

/** People needed and planned by hour, above the roster and on its time axis. */
export function coverChart(chart: CoverChart): TemplateResult {
  const steps = coverSteps(chart.cover, chart.days, chart.window);
  const y = linear(0, steps.top * 1.12, floor, 8);
  const marks = ticks(0, steps.top * 1.05, 3);
  return html`<section class="cover" aria-label="Cover against need">
    <div class="lab">
      ${chart.picker} ${legend}
      <svg class="ch axis" viewBox="0 0 24 ${height}" width="24" height=${height} aria-hidden="true">
        ${marks.map((mark) => svg`<text x="20" y=${px(y(mark) + 3.5)} text-anchor="end">${count(mark)}</text>`)}
      </svg>
    </div>
    <div class="plot" id="cover-plot">${chart.width > 0 ? drawing(chart, steps, y, marks) : ""}</div>
  </section>`;
}

function drawing(chart: CoverChart, steps: CoverSteps, y: (v: number) => number, marks: number[]): TemplateResult {
  const { width, days } = chart;
  const hours = (chart.window.to - chart.window.from) * days.length;
  const x = linear(0, hours, 0, width);
  const runs = shortRuns(steps.short);
  const gapPath = runs.map((run) => runBand(run.from, run.to, steps, x, y)).join("");
  return html`<svg
    class="ch"
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    role="img"
    aria-label="People needed and planned per hour over ${days.length} days. Short in ${runs.length} intervals."
  >
    ${marks.map((mark) => svg`<path class="g" d="M0 ${px(y(mark))}H${width}" />`)}
    ${days.map((day, i) => svg`<path class=${startsWeek(day) && i > 0 ? "g2" : "g"} d="M${px((width * i) / days.length)} 0V${floor}" />`)}
    <path class="need" d=${stepBand(steps.low, steps.high, x, y)} />
    <path class="l q" d=${stepPath(steps.need, x, y)} />
    <path fill="url(#hatchBad)" d=${gapPath} />
    <path class="l ink" d=${stepPath(steps.have, x, y)} />
    ${worstOfDays(runs, chart.window).map((run) => {
      const top = Math.max(...steps.have.slice(run.from, run.to).map((have, i) => have + steps.short[run.from + i]!));
      return svg`<text class="tbad" x=${px(x((run.from + run.to) / 2))} y=${px(Math.max(8, y(top) - 3))} text-anchor="middle">${count(-run.worst)}</text>`;
    })}
    ${chart.now === null ? "" : svg`<path class="now" d="M${px(chart.now * (width / days.length))} 0V${height}" />`}
  </svg>`;
}

/** The worst shortage of each day, if it is at least half a person: the one that gets a number. */
function worstOfDays(runs: readonly ShortRun[], window: DayWindow): ShortRun[] {
  const worst = new Map<number, ShortRun>();
  for (const run of runs) {
    const day = Math.floor(run.from / (window.to - window.from));
    if (run.worst >= 0.5 && run.worst > (worst.get(day)?.worst ?? 0)) worst.set(day, run);
  }
  return [...worst.values()];
}

function runBand(from: number, to: number, steps: CoverSteps, x: (i: number) => number, y: (v: number) => number): string {
  const have = steps.have.slice(from, to);
  const wanted = have.map((each, i) => each + steps.short[from + i]!);
  return stepBand(have, wanted, (i) => x(from + i), y);
}

function startsWeek(day: Day): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}

const legend = html`<div class="legend">
  <span><svg viewBox="0 0 18 10"><rect class="need" y="1" width="18" height="8" /><path class="l q" d="M0 5H18" /></svg>Need and its range</span>
  <span><svg viewBox="0 0 18 10"><path class="l ink" d="M0 5H18" /></svg>People on shift</span>
  <span><svg viewBox="0 0 18 10"><rect width="18" height="10" fill="url(#hatchBad)" /></svg>Short</span>
</div>`;

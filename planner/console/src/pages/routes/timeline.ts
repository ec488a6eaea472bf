import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Route, Stop } from "../../api/types";
import { hourMillis, millis, type SiteTime } from "../../format/site-time";
import { linear, px } from "../../parts/scale";
import { isLate, timelineSpan, vanColour, vanMark } from "./route-facts";

export interface Timeline {
  routes: readonly Route[];
  selected: string | null;
  now: number;
  width: number;
  time: SiteTime;
  personName: (id: string) => string;
  select: (vehicle: string) => void;
}

type X = (at: string | number) => number;

const row = 28;

/** One row a van: travel, wait, service and lateness on one time axis. */
export function timeline(chart: Timeline): TemplateResult {
  const span = timelineSpan(chart.routes);
  if (!span) return html`<div class="tlbox"><p class="quietrow">No routes on this day yet.</p></div>`;
  const scale = linear(span.from, span.to, 0, chart.width);
  const x: X = (at) => scale(millis(at));
  const now = chart.now >= span.from && chart.now <= span.to ? chart.now : null;
  return html`<div class="tlbox">
    <div class="tlhead">
      <span></span>
      <div id="tl-plot">${chart.width > 0 ? head(span, x, now, chart) : nothing}</div>
    </div>
    <div class="tlrows" role="listbox" aria-label="Vans">
      ${chart.routes.map((route, index) => vanRow(route, index, x, span, now, chart))}
    </div>
  </div>`;
}

function head(span: { from: number; to: number }, x: X, now: number | null, chart: Timeline): TemplateResult {
  return html`<svg class="ch" viewBox="0 0 ${chart.width} 16" width=${chart.width} height="16" aria-hidden="true">
    ${hourMarks(span).map((at) => svg`<text x=${px(x(at) + 3)} y="12">${chart.time.time(at)}</text>`)}
    ${now === null
      ? nothing
      : svg`<rect class="nowtag" x=${px(x(now) - 16)} y="2" width="32" height="13" rx="2" />
          <text class="nowtxt" x=${px(x(now))} y="12" text-anchor="middle">${chart.time.time(now)}</text>`}
  </svg>`;
}

function hourMarks({ from, to }: { from: number; to: number }): number[] {
  const step = (to - from) / hourMillis > 14 ? 2 * hourMillis : hourMillis;
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
}

function vanRow(
  route: Route,
  index: number,
  x: X,
  span: { from: number; to: number },
  now: number | null,
  chart: Timeline,
): TemplateResult {
  const chosen = route.vehicle === chart.selected;
  const late = route.stops.filter(isLate).length;
  return html`<div
    class="tlrow"
    role="option"
    tabindex="0"
    data-press
    data-testid="van-row"
    data-vehicle=${route.vehicle}
    aria-selected=${chosen ? "true" : "false"}
    aria-label="${route.name}, ${route.stops.length} stops, back ${chart.time.time(route.end)}${late ? `, ${late} late` : ""}"
    @click=${() => chart.select(route.vehicle)}
  >
    <div class="tlname">
      <i class="swatch ${vanColour(index)}f"></i><b>${vanMark(route)}</b>
      <span class="mid">${route.driver ? chart.personName(route.driver) : "no driver"}</span>
    </div>
    ${chart.width > 0 ? bars(route, index, x, span, now, chart, chosen) : nothing}
  </div>`;
}

function bars(
  route: Route,
  index: number,
  x: X,
  span: { from: number; to: number },
  now: number | null,
  chart: Timeline,
  chosen: boolean,
): TemplateResult {
  const colour = vanColour(index);
  return html`<svg class="ch tl" viewBox="0 0 ${chart.width} ${row}" width=${chart.width} height=${row} aria-hidden="true">
    ${hourMarks(span).map((at) => svg`<path class="g" d="M${px(x(at))} 0V${row}" />`)}
    ${legs(route).map(([from, to]) => svg`<path class="trv ${colour}s${past(to, chart.now)}" d="M${px(x(from))} 14H${px(x(to))}" />`)}
    ${route.stops.map((stop, i) => lateness(stop, route.stops[i - 1]?.departure ?? route.start, x))}
    ${route.stops.map((stop) => visit(stop, colour, x, chart.now, chosen))}
    <path class="endm" d=${`M${px(x(route.end))} 6v16`}></path>
    <text x=${px(x(route.end) + 5)} y="18">${chart.time.time(route.end)}</text>
    ${now === null ? nothing : svg`<path class="now" d="M${px(x(now))} 0V${row}" />`}
  </svg>`;
}

/** Travel from the start over all stops to the end. */
export function legs(route: Route): [from: string, to: string][] {
  const leaves = [route.start, ...route.stops.map((stop) => stop.departure)];
  const arrives = [...route.stops.map((stop) => stop.arrival), route.end];
  return leaves.map((from, i) => [from, arrives[i]!]);
}

function visit(stop: Stop, colour: string, x: X, now: number, chosen: boolean): SVGTemplateResult {
  const late = isLate(stop);
  const start = x(stop.start);
  const width = Math.max(13, x(stop.departure) - start);
  const waits = millis(stop.start) - millis(stop.arrival) > 60_000;
  return svg`${waits ? svg`<rect class="wait" x=${px(x(stop.arrival))} y="9" width=${px(start - x(stop.arrival))} height="10" />` : nothing}
    ${chosen && stop.windowStart && stop.windowEnd ? bracket(x(stop.windowStart), x(stop.windowEnd), stop.seq) : nothing}
    <rect class="svc ${colour}f${late ? " late" : ""}${past(stop.departure, now)}" x=${px(start)} y="5" width=${px(width)} height="18" rx="2" />
    <text class="sno ${colour}t${past(stop.departure, now)}" x=${px(start + width / 2)} y="18" text-anchor="middle">${stop.seq}</text>`;
}

/** What of the time since the window's end lies after the stop before, with the minutes where they fit. */
function lateness(stop: Stop, before: string, x: X): SVGTemplateResult | typeof nothing {
  if (!isLate(stop) || !stop.windowEnd) return nothing;
  const from = Math.max(x(stop.windowEnd), x(before));
  const width = x(stop.start) - from;
  if (width <= 0) return nothing;
  const minutes = `+${Math.round(stop.lateMinutes)}`;
  return svg`<rect class="over" x=${px(from)} y="4" width=${px(width)} height="20" />
    ${width > 22 ? svg`<text class="tbad halo" x=${px(from + width / 2)} y="18" text-anchor="middle">${minutes}</text>` : nothing}`;
}

/** A window above the bar for odd stops and below for even ones, so that neighbours stay apart. */
function bracket(from: number, to: number, seq: number): SVGTemplateResult {
  const [edge, foot] = seq % 2 === 1 ? [1.5, 4.5] : [26.5, 23.5];
  return svg`<path class="win" d="M${px(from)} ${foot}V${edge}H${px(to)}V${foot}" />`;
}

function past(at: string, now: number): string {
  return millis(at) <= now ? " past" : "";
}

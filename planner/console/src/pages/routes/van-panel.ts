import { html, nothing, type TemplateResult } from "lit";
import type { Halt, Route, Stop } from "../../api/types";
import type { Session } from "../../app/session";
import { count, kilometres } from "../../format/numbers";
import { millis, workTime } from "../../format/site-time";
import { isLate, vanMark } from "./route-facts";

/** The selected van: its load, hours, price and stops. */
export function vanPanel(route: Route, driver: string | null, now: number, session: Session): TemplateResult {
  const { money, time, site } = session;
  const boxes = route.stops.reduce((sum, stop) => sum + stop.boxes, 0);
  const depot = site.places.find((place) => place.id === route.depot)?.name ?? route.depot;
  return html`<section class="block" data-testid="van-panel">
      <header><h2>${vanMark(route)} · ${driver ?? "no driver"}</h2><span class="push">${route.name}</span></header>
      <dl class="kv">
        <dt>Load</dt><dd>${count(boxes)} boxes</dd>
        <dt>Leaves ${depot}</dt><dd>${time.time(route.start)}</dd>
        <dt>Back in ${depot}</dt><dd>${time.time(route.end)}</dd>
        <dt>Drive and work</dt><dd>${workTime(millis(route.end) - millis(route.start))} h</dd>
        <dt>Distance</dt><dd>${kilometres(route.metres)}</dd>
        <dt>Cost</dt><dd class="strong">${money.of(route.costCents)}</dd>
      </dl>
    </section>
    <section class="block">
      <header><h3>Stops</h3><span class="push">until · arrival · late, min</span></header>
      ${route.stops.length === 0
        ? html`<p class="mid">This van has no stops.</p>`
        : html`<table class="seq">${route.stops.map(
            (stop) => html`${haltsBefore(route, stop.seq, now, session)}${stopRow(stop, now, session)}`,
          )}${haltsBefore(route, route.stops.length + 1, now, session)}</table>`}
    </section>`;
}

/** Breaks, and where the van loads more, before a stop. */
function haltsBefore(route: Route, seq: number, now: number, session: Session): TemplateResult[] {
  return route.halts.filter((halt) => halt.before === seq).map((halt) => haltRow(halt, now, session));
}

function haltRow(halt: Halt, now: number, { time, site }: Session): TemplateResult {
  const passed = millis(halt.end) <= now;
  const here = !passed && millis(halt.start) <= now;
  const place = site.places.find((each) => each.id === halt.place)?.name ?? halt.place;
  const what = halt.kind === "BREAK" ? "Break" : `Loads in ${place}`;
  return html`<tr class=${here ? "cur" : ""} data-testid="halt">
    <td class="quiet">${passed ? "✓" : ""}</td>
    <td class="place mid" title="${what}, ${time.time(halt.start)}–${time.time(halt.end)}">${what}</td>
    <td class="num mid">${time.time(halt.end)}</td>
    <td class="num mid">${time.time(halt.start)}</td>
    <td class="num quiet">–</td>
  </tr>`;
}

function stopRow(stop: Stop, now: number, { time }: Session): TemplateResult {
  const passed = millis(stop.departure) <= now;
  const here = !passed && millis(stop.arrival) <= now;
  const until = stop.windowEnd ? time.time(stop.windowEnd) : "";
  const window = stop.windowStart && stop.windowEnd ? `, ${time.time(stop.windowStart)}–${until}` : "";
  return html`<tr class=${here ? "cur" : ""}>
    <td class=${passed ? "quiet" : "strong"}>${passed ? "✓" : stop.seq}</td>
    <td class="place ${passed ? "mid" : "strong"}" title="${stop.placeName}${window}, ${count(stop.boxes)} boxes, ${stop.order}">${stop.placeName}</td>
    <td class="num mid">${until}</td>
    <td class="num strong">${time.time(stop.arrival)}</td>
    <td class="num ${isLate(stop) ? "bad strong" : "quiet"}">${isLate(stop) ? `+${Math.round(stop.lateMinutes)}` : "–"}</td>
  </tr>`;
}

/** What stands in the panel when no van is selected. */
export function noVan(): TemplateResult | typeof nothing {
  return html`<p class="quietrow">Select a van to see its stops.</p>`;
}

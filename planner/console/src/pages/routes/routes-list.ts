import { html, nothing, type TemplateResult } from "lit";
import type { Routes } from "../../api/types";
import type { Session } from "../../app/session";
import { count, plural } from "../../format/numbers";
import { empty } from "../../parts/states";
import { severity } from "../../parts/symbols";
import { openLetter } from "./marks";
import { lateStops, vanMark, type LateStop } from "./route-facts";

/** What wants a decision: orders on no route, then late stops, worst first. */
export function routesList(
  routes: Routes,
  session: Session,
  selected: string | null,
  select: (vehicle: string) => void,
): TemplateResult {
  const late = lateStops(routes.routes);
  const value = routes.unassigned.reduce((sum, each) => sum + each.valueCents, 0);
  if (routes.unassigned.length === 0 && late.length === 0) {
    return empty(routes.routes.length > 0 ? "Nothing to decide. Every order is on a route and in time." : "No orders on this day yet.");
  }
  return html`${routes.unassigned.length > 0
    ? html`<div class="group"><span>Not on a route</span><span class="push">${plural(routes.unassigned.length, "order")} · ${session.money.of(value)} revenue</span></div>
        <ul class="exc wrap">${openRows(routes, session)}</ul>`
    : nothing}
  ${late.length > 0
    ? html`<div class="group"><span>Late</span><span class="push">${plural(late.length, "stop")}</span></div>
        <ul class="exc" role="listbox" aria-label="Late stops">${late.map((each) => lateRow(each, session, selected, select))}</ul>`
    : nothing}`;
}

function openRows(routes: Routes, { money }: Session): TemplateResult[] {
  return routes.unassigned
    .map((order, index) => ({ order, letter: openLetter(index) }))
    .sort((a, b) => b.order.valueCents - a.order.valueCents)
    .map(
      ({ order, letter }, index) => html`<li data-testid="unassigned-row" data-order=${order.order}>
        ${severity(index === 0 ? "CRITICAL" : "HIGH")}
        <div>
          <div class="what">${letter} · ${order.placeName}</div>
          <div class="why">${count(order.boxes)} boxes · ${order.order}</div>
          <div class="why">${order.reason}</div>
        </div>
        <div class="end">${money.of(order.valueCents)}</div>
      </li>`,
    );
}

function lateRow(
  { route, stop }: LateStop,
  { time }: Session,
  selected: string | null,
  select: (vehicle: string) => void,
): TemplateResult {
  return html`<li role="option" tabindex="0" data-press aria-selected=${route.vehicle === selected ? "true" : "false"} data-testid="late-row" @click=${() => select(route.vehicle)}>
    ${severity(stop.lateMinutes >= 15 ? "HIGH" : "MEDIUM")}
    <div>
      <div class="what">${vanMark(route)} · ${stop.placeName}</div>
      <div class="why">${time.time(stop.arrival)}${stop.windowEnd ? `, window to ${time.time(stop.windowEnd)}` : ""}</div>
    </div>
    <div class="end bad">+${Math.round(stop.lateMinutes)} min</div>
  </li>`;
}

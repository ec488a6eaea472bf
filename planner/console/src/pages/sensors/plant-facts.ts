import { html, nothing, type TemplateResult } from "lit";
import type { Alarm, Production, SensorStatus } from "../../api/types";
import type { Session } from "../../app/session";
import { count, plural } from "../../format/numbers";
import { openAlarms } from "./alarm-groups";
import { unseen } from "./selection";

/** The plant in a line: open alarms, what is lost today, the bottlenecks. */
export function plantFacts(alarms: Alarm[] | null, production: Production | null, { money }: Session): TemplateResult {
  const machines = production?.machines ?? [];
  const cents = machines.reduce((sum, machine) => sum + machine.lostCents, 0);
  const minutes = machines.reduce((sum, machine) => sum + machine.lostMinutes, 0);
  const bottlenecks = machines.filter((machine) => machine.bottleneck).map((machine) => machine.name);
  return html`${alarms ? html`<span>${openWords(alarms)}</span>` : nothing}
  ${machines.length > 0 ? html`<span>Lost today <b>${money.of(cents)}</b>, ${count(minutes)} min</span>` : nothing}
  ${bottlenecks.length > 0 ? html`<span>Bottleneck <b>${bottlenecks.join(", ")}</b></span>` : nothing}`;
}

function openWords(alarms: Alarm[]): TemplateResult {
  const open = openAlarms(alarms);
  if (open.length === 0) return html`No open alarm`;
  const fresh = unseen(open);
  const escalated = open.filter((alarm) => alarm.escalatedAt !== null).length;
  return html`<b class="bad">${count(open.length)}</b> open${fresh > 0 ? `, ${count(fresh)} new` : ""}${escalated > 0
      ? html`, <b class="bad">${count(escalated)}</b> escalated`
      : nothing}`;
}

/** How many readings came in, and which sensors cannot be trusted. */
export function readingsLine(sensors: SensorStatus[] | null): TemplateResult | typeof nothing {
  if (!sensors || sensors.length === 0) return nothing;
  const faults = sensors.filter((each) => each.fault).length;
  const sum = sensors.reduce((total, each) => total + each.readings, 0);
  const badly = sensors.filter((each) => each.delivery.faults.length > 0).length;
  const come = badly > 0 ? ` The readings of ${plural(badly, "sensor")} come with gaps, repeats or disorder.` : "";
  const trust = (faults > 0 ? `${plural(faults, "sensor")} with a data fault, kept out of the models.` : "No data fault.") + come;
  return html`<p class="quietrow small">${plural(sensors.length, "sensor")}, ${count(sum)} readings taken in. ${trust}</p>`;
}

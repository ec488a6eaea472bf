import { html, nothing, type TemplateResult } from "lit";
import type { Day, Site } from "../../api/types";
import type { Session } from "../../app/session";
import { plural } from "../../format/numbers";
import { dayName } from "../../format/site-time";

const soonDays = 30;
const dayMillis = 86_400_000;

/** A sensor whose calibration ends. */
export interface Due {
  sensor: string;
  machine: string;
  name: string;
  due: Day;
  isOver: boolean;
}

/** Sensors whose calibration has ended or ends within 30 days, soonest first. */
export function calibrationsDue(site: Site, today: Day): Due[] {
  const until = new Date(Date.parse(today) + soonDays * dayMillis).toISOString().slice(0, 10);
  return site.machines
    .flatMap((machine) =>
      machine.sensors.flatMap((sensor) =>
        sensor.calibrationDue !== null && sensor.calibrationDue <= until
          ? [{ sensor: sensor.id, machine: machine.name, name: sensor.name, due: sensor.calibrationDue, isOver: sensor.calibrationDue < today }]
          : [],
      ),
    )
    .sort((a, b) => a.due.localeCompare(b.due) || a.sensor.localeCompare(b.sensor));
}

/** Nothing when no calibration ends soon. */
export function calibrationBlock(session: Session, today: Day): TemplateResult | typeof nothing {
  const all = calibrationsDue(session.site, today);
  if (all.length === 0) return nothing;
  return html`<section class="block" data-testid="calibration">
    <header><h3>${plural(all.length, "sensor")} to calibrate</h3></header>
    <table class="t">
      <thead><tr><th>Sensor</th><th>Machine</th><th>Calibrated until</th></tr></thead>
      <tbody>
        ${all.map(
          (each) => html`<tr>
            <td class="strong">${each.name}</td>
            <td class="mid">${each.machine}</td>
            <td class=${each.isOver ? "bad" : "warn"}>${dayName(each.due)}${each.isOver ? ", over" : ""}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

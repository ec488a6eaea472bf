import { html, nothing, type TemplateResult } from "lit";
import type { Device, SensorStatus } from "../../api/types";
import type { Session } from "../../app/session";
import { count, plural } from "../../format/numbers";
import { words } from "../../format/words";
import { empty } from "../../parts/states";
import { calibrationBlock } from "./calibration";
import { adoptions, yamlOf, type Adoption } from "./adoption";

export interface DeviceList {
  devices: readonly Device[];
  statuses: readonly SensorStatus[];
  session: Session;
}

/** Devices that announced themselves, and the lines that adopt what the site file does not name. */
export function deviceList(page: DeviceList): TemplateResult {
  const strangers = adoptions(page.devices, page.statuses, page.session.site);
  return html`<div class="stack">
    ${calibrationBlock(page.session, page.session.time.dayOf(Date.now()))}
    ${strangers.map((each) => adoption(each, page.session))}
    ${page.devices.length === 0 ? empty("No device has announced itself. Devices do by Sparkplug B; sensors that only send readings are listed when the site file does not name them.") : table(page)}
  </div>`;
}

function adoption(each: Adoption, session: Session): TemplateResult {
  const yaml = yamlOf(each);
  const name = each.machine || "sensors without a machine";
  return html`<section class="block" data-testid="adoption" data-machine=${each.machine}>
    <header>
      <h3>${plural(each.sensors.length, "sensor")} of ${name} to adopt</h3>
      <button class="btn mini push" type="button" @click=${(event: Event) => void copy(event, yaml, session)}>Copy</button>
    </header>
    <p class="small mid">Paste into the site file, fill in what is empty, and start again. Until then the readings are kept and shown, but not judged.</p>
    <pre class="yaml" tabindex="0" aria-label="Lines for the site file">${yaml}</pre>
  </section>`;
}

/** A page that is not on loopback or behind TLS has no clipboard: then the lines are selected for a person to copy. */
async function copy(event: Event, yaml: string, session: Session): Promise<void> {
  const lines = (event.target as Element).closest("section")!.querySelector("pre")!;
  try {
    await navigator.clipboard.writeText(yaml);
    session.say("The lines are on the clipboard.");
  } catch {
    getSelection()?.selectAllChildren(lines);
    session.say("The lines are selected. Copy them with Ctrl+C.");
  }
}

function table({ devices, session }: DeviceList): TemplateResult {
  return html`<table class="t">
    <thead>
      <tr><th>Device</th><th>From</th><th>State</th><th>Since</th><th class="num">Sensors</th><th class="num">To adopt</th></tr>
    </thead>
    <tbody>
      ${devices.map((device) => {
        const unknown = device.metrics.filter((metric) => !metric.known).length;
        const machine = session.site.machines.find((each) => each.id === device.id);
        return html`<tr data-testid="device">
          <td class="strong">${machine?.name ?? device.id}</td>
          <td class="mid">${device.source}</td>
          <td class=${device.state === "ONLINE" ? "" : "bad"}>${device.state === "ONLINE" ? "●" : "○"} ${words(device.state)}</td>
          <td>${session.time.moment(device.at, Date.now())}</td>
          <td class="num">${count(device.metrics.length)}</td>
          <td class="num">${unknown > 0 ? html`<b class="warn">${count(unknown)}</b>` : nothing}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

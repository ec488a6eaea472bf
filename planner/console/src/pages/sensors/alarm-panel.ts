import { html, nothing, type TemplateResult } from "lit";
import type { Alarm, Loss, MachineProduction } from "../../api/types";
import type { Session } from "../../app/session";
import { count, measure } from "../../format/numbers";
import { age, millis } from "../../format/site-time";
import { words } from "../../format/words";

export interface AlarmPanel {
  alarm: Alarm;
  machine: MachineProduction | null;
  session: Session;
  /** Something was done about it. */
  changed: () => void;
}

/** What the alarm says, what people do about it, and what its machine has lost. */
export function alarmPanel(panel: AlarmPanel): TemplateResult {
  const { alarm, session } = panel;
  const end = alarm.state === "OPEN" ? Date.now() : millis(alarm.end ?? alarm.last);
  return html`<section class="block">
      <header><h2>${alarm.machineName}, ${alarm.sensorName}</h2><span class="push">${age(end - millis(alarm.onset))}</span></header>
      <p class="mid">${alarm.reason}</p>
      <gemba-alarm-care .session=${session} .alarm=${alarm} @changed=${panel.changed}></gemba-alarm-care>
    </section>
    <section class="block">
      <header><h3>${alarm.kind === "QUALITY" ? "Fault of the data" : "Readings"}</h3><span class="push">${words(alarm.severity).toLowerCase()}</span></header>
      <dl class="kv">
        <dt>Value</dt><dd class="strong">${measure(alarm.value)} ${alarm.unit}</dd>
        ${alarm.expectedLow !== null && alarm.expectedHigh !== null
          ? html`<dt>Expected</dt><dd>${measure(alarm.expectedLow)} to ${measure(alarm.expectedHigh)} ${alarm.unit}</dd>`
          : nothing}
        <dt>Began</dt><dd>${session.time.moment(alarm.onset, Date.now())}</dd>
        ${alarm.state === "OPEN" ? nothing : html`<dt>Over</dt><dd>${session.time.moment(alarm.end ?? alarm.last, Date.now())}</dd>`}
      </dl>
    </section>
    ${panel.machine ? losses(panel.machine, alarm, session) : nothing}`;
}

const factors = ["AVAILABILITY", "PERFORMANCE", "QUALITY"];

/** The loss tree of the machine: a factor of the OEE, its leaves in minutes and money, the sum. */
function losses(machine: MachineProduction, alarm: Alarm, { money }: Session): TemplateResult {
  const limiting = machine.soleBottleneckMinutes + machine.shiftingBottleneckMinutes;
  return html`<section class="block">
    <header><h3>What ${machine.name} has lost</h3><span class="push">today</span></header>
    <dl class="kv">
      ${factors.map((factor) => leaves(machine.losses.filter((loss) => loss.factor === factor && loss.minutes >= 0.5), money))}
      <dt class="sum">Together</dt>
      <dd class="sum">${money.of(machine.lostCents)}</dd>
      ${limiting >= 0.5
        ? html`<dt>Bottleneck of its line</dt><dd>${count(machine.soleBottleneckMinutes)} min, shared ${count(machine.shiftingBottleneckMinutes)}</dd>`
        : nothing}
      ${alarm.cents > 0 ? html`<dt>Stops that follow the alarm</dt><dd class="bad strong">${money.of(alarm.cents)}</dd>` : nothing}
    </dl>
  </section>`;
}

function leaves(losses: Loss[], money: Session["money"]): TemplateResult[] {
  return losses.map((loss) => {
    const times = loss.count > 0 ? ` × ${count(loss.count)}` : "";
    const cents = loss.cents >= 50 ? `, ${money.of(loss.cents)}` : "";
    return html`<dt title=${words(loss.factor)}>${lossWords(loss)}${times}</dt><dd>${count(loss.minutes)} min${cents}</dd>`;
  });
}

function lossWords(loss: Loss): string {
  const kind = words(loss.kind);
  return loss.reason.toUpperCase() === loss.kind ? kind : `${kind}, ${words(loss.reason).toLowerCase()}`;
}

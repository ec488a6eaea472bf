import { html, nothing, type TemplateResult } from "lit";
import type { Alarm } from "../../api/types";
import type { Session } from "../../app/session";
import { count } from "../../format/numbers";
import { words } from "../../format/words";
import { empty } from "../../parts/states";
import { severity, severityRank } from "../../parts/symbols";

/** Alarms of one machine, worst first. */
export interface AlarmGroup {
  machine: string;
  name: string;
  line: string;
  alarms: Alarm[];
}

/** Open alarms by machine: the machine with the worst alarm first, then by money. */
export function groupsOf(alarms: readonly Alarm[]): AlarmGroup[] {
  const groups = new Map<string, AlarmGroup>();
  for (const alarm of [...openAlarms(alarms)].sort(worseFirst)) {
    const group = groups.get(alarm.machine);
    if (group) group.alarms.push(alarm);
    else groups.set(alarm.machine, { machine: alarm.machine, name: alarm.machineName, line: alarm.line, alarms: [alarm] });
  }
  return [...groups.values()];
}

export function openAlarms(alarms: readonly Alarm[]): Alarm[] {
  return alarms.filter((alarm) => alarm.state === "OPEN");
}

export function worseFirst(a: Alarm, b: Alarm): number {
  return severityRank(a.severity) - severityRank(b.severity) || b.cents - a.cents || b.onset.localeCompare(a.onset);
}

const clearedShown = 8;

export function alarmList(
  alarms: readonly Alarm[],
  selected: string | null,
  session: Session,
  select: (alarm: Alarm) => void,
): TemplateResult {
  const groups = groupsOf(alarms);
  const cleared = alarms.filter((alarm) => alarm.state !== "OPEN").sort((a, b) => b.onset.localeCompare(a.onset));
  return html`${groups.length === 0 ? empty("No open alarm. Every sensor is within what is expected of it.") : nothing}
  ${groups.map(
    (group) => html`<div class="group">
        <span>${group.name}</span><span class="small mid">${words(group.line)}</span><span class="push">${count(group.alarms.length)}</span>
      </div>
      <ul class="exc" role="listbox" aria-label="Alarms of ${group.name}">
        ${group.alarms.map((alarm) => row(alarm, selected, session, select))}
      </ul>`,
  )}
  ${cleared.length > 0
    ? html`<div class="group"><span>Cleared</span><span class="push">${count(cleared.length)}</span></div>
        <ul class="exc cleared" role="listbox" aria-label="Cleared alarms">${cleared.slice(0, clearedShown).map((alarm) => row(alarm, selected, session, select))}</ul>`
    : nothing}`;
}

function row(alarm: Alarm, selected: string | null, session: Session, select: (alarm: Alarm) => void): TemplateResult {
  const { time, money } = session;
  const open = alarm.state === "OPEN";
  const now = Date.now();
  const when = open
    ? `since ${time.moment(alarm.onset, now)}`
    : `${time.moment(alarm.onset, now)}–${time.time(alarm.end ?? alarm.last)}`;
  return html`<li
    role="option"
    tabindex="0"
    data-press
    data-testid="alarm-row"
    data-alarm=${alarm.id}
    aria-selected=${alarm.id === selected ? "true" : "false"}
    @click=${() => select(alarm)}
  >
    ${severity(open ? alarm.severity : "OK")}
    <div>
      <div class="what">${open ? alarm.sensorName : `${alarm.machineName}, ${alarm.sensorName}`}</div>
      <div class="why" title=${alarm.reason}>${when} · ${alarm.reason}</div>
    </div>
    <div class="end ${open && alarm.cents > 0 ? "bad" : ""}">
      ${alarm.cents > 0 ? money.of(alarm.cents) : html`<span class="quiet">–</span>`}
      ${open ? html`<small class=${alarm.acknowledgedBy ? "" : "warn"}>${alarm.acknowledgedBy ?? (alarm.kind === "QUALITY" ? "data fault" : "new")}</small>` : nothing}
    </div>
  </li>`;
}

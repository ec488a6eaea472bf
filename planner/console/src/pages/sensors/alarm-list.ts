import { html, nothing, type TemplateResult } from "lit";
import type { Alarm } from "../../api/types";
import type { Session } from "../../app/session";
import { count } from "../../format/numbers";
import { age, millis } from "../../format/site-time";
import { words } from "../../format/words";
import { empty } from "../../parts/states";
import { severity } from "../../parts/symbols";
import { groupsOf, linesOf, type AlarmGroup } from "./alarm-groups";

const clearedShown = 8;

export interface AlarmList {
  alarms: readonly Alarm[];
  selected: string | null;
  /** Heads of the groups that are opened. */
  opened: ReadonlySet<string>;
  session: Session;
  toggle: (head: string) => void;
  select: (alarm: Alarm) => void;
}

/** Alarms that ask for somebody, a row a likely cause; below them what is put aside, expected and over. */
export function alarmList(list: AlarmList): TemplateResult {
  const { alarms } = list;
  const lines = linesOf(groupsOf(alarms));
  const latest = (standing: string) => alarms.filter((alarm) => alarm.standing === standing).sort((a, b) => b.onset.localeCompare(a.onset));
  return html`${lines.length === 0 ? empty("No open alarm. Every sensor is within what is expected of it.") : nothing}
  ${lines.map(
    ({ line, groups }) => html`<div class="group">
        <span>${line ? words(line) : "Without a line"}</span><span class="push">${count(groups.length)}</span>
      </div>
      <ul class="exc" role="listbox" aria-label="Alarms of ${line || "no line"}">
        ${groups.map((group) => groupRows(group, list))}
      </ul>`,
  )}
  ${quieter("Shelved", latest("SHELVED"), list)} ${quieter("Maintenance", latest("SUPPRESSED"), list)}
  ${quieter("Cleared", latest("DONE"), list)}`;
}

function quieter(title: string, alarms: Alarm[], list: AlarmList): TemplateResult | typeof nothing {
  if (alarms.length === 0) return nothing;
  return html`<div class="group"><span>${title}</span><span class="push">${count(alarms.length)}</span></div>
    <ul class="exc cleared" role="listbox" aria-label="${title} alarms">
      ${alarms.slice(0, clearedShown).map((alarm) => row(alarm, list, { what: named(alarm), why: aside(alarm, list.session), mark: alarm.standing === "DONE" ? "OK" : alarm.severity }))}
    </ul>`;
}

/** The head of a group; what likely follows from it is one key press away. */
function groupRows(group: AlarmGroup, list: AlarmList): TemplateResult {
  const { head, others } = group;
  const began = `since ${list.session.time.moment(head.onset, Date.now())}`;
  if (others.length === 0) return row(head, list, { what: named(head), why: `${began} · ${head.reason}`, mark: head.severity });
  const open = list.opened.has(head.id) || others.some((alarm) => alarm.id === list.selected);
  const followers = `${count(others.length)} more began soon after`;
  return html`${row(head, list, { what: named(head), why: `${began} · likely the cause · ${head.reason}`, mark: group.severity, cents: group.cents })}
    <li class="more" role="presentation">
      <button class="btn ghost mini" type="button" data-testid="group-toggle" aria-expanded=${open ? "true" : "false"} @click=${() => list.toggle(head.id)}>
        ${open ? "▾" : "▸"} ${followers}
      </button>
    </li>
    ${open
      ? others.map((alarm) =>
          row(alarm, list, { what: named(alarm), why: `${age(millis(alarm.onset) - millis(head.onset))} later · ${alarm.reason}`, mark: alarm.severity, member: true }),
        )
      : nothing}`;
}

interface RowWords {
  what: string;
  why: string;
  mark: string;
  cents?: number;
  member?: boolean;
}

function row(alarm: Alarm, list: AlarmList, { what, why, mark, cents = alarm.cents, member = false }: RowWords): TemplateResult {
  const open = alarm.standing === "OPEN";
  const { label, tone } = stateOf(alarm);
  return html`<li
    class=${member ? "member" : ""}
    role="option"
    tabindex="0"
    data-press
    data-testid="alarm-row"
    data-alarm=${alarm.id}
    aria-selected=${alarm.id === list.selected ? "true" : "false"}
    @click=${() => list.select(alarm)}
  >
    ${severity(mark)}
    <div>
      <div class="what">${what}</div>
      <div class="why" title=${why}>${why}</div>
    </div>
    <div class="end ${open && cents > 0 ? "bad" : ""}">
      ${cents > 0 ? list.session.money.of(cents) : html`<span class="quiet">–</span>`}
      ${open ? html`<small class=${tone}>${label}</small>` : nothing}
    </div>
  </li>`;
}

/** Who has an open alarm, or what it waits for. */
export function stateOf(alarm: Alarm): { label: string; tone: string } {
  if (alarm.escalatedAt !== null) return { label: "escalated", tone: "bad" };
  const person = alarm.assigneeName ?? alarm.acknowledgedBy;
  if (person) return { label: person, tone: "" };
  return { label: alarm.kind === "QUALITY" ? "data fault" : "new", tone: "warn" };
}

/** Why an alarm does not ask for anybody. */
function aside(alarm: Alarm, { time }: Session): string {
  const now = Date.now();
  const { decision } = alarm;
  if (alarm.standing === "SUPPRESSED" && alarm.suppressedUntil) return `began in maintenance, which ends ${time.moment(alarm.suppressedUntil, now)}`;
  if (decision?.kind === "SHELVED" && decision.until) return `until ${time.moment(decision.until, now)} by ${decision.by} · ${decision.reason}`;
  if (decision) return `${words(decision.kind)}, says ${decision.by} · ${decision.reason}`;
  return `${time.moment(alarm.onset, now)}–${time.time(alarm.end ?? alarm.last)} · ${alarm.reason}`;
}

function named(alarm: Alarm): string {
  return `${alarm.machineName}, ${alarm.sensorName}`;
}

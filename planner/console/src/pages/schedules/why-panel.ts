import { html, nothing, type TemplateResult } from "lit";
import type { Person, Roster, Why } from "../../api/types";
import type { Session } from "../../app/session";
import { dayName } from "../../format/site-time";
import { words } from "../../format/words";
import { failure } from "../../parts/states";
import { absenceOn, worked } from "./roster-layout";
import type { Cell } from "./roster-grid";

/** Why the selected cell is as it is, and what else could be. */
export function whyPanel(cell: Cell, roster: Roster, why: Why | null, error: string, session: Session): TemplateResult {
  const person = roster.people.find((each) => each.id === cell.person);
  return html`<section class="block" data-testid="why-panel">
      <header><h2>${person?.name ?? cell.person}</h2><span class="push">${dayName(cell.day)}</span></header>
      ${person ? cellWords(person, cell.day, session) : nothing} ${failure(error)}
    </section>
    ${why ? html`${reasons(why, session)}${alternatives(why, session)}` : nothing}`;
}

function cellWords(person: Person, day: string, { time, site }: Session): TemplateResult {
  const shift = worked(person).find((each) => each.day === day);
  const absence = absenceOn(person, day);
  const name = (code: string) => site.shifts.find((each) => each.code === code)?.name || code;
  const before = person.shifts.find((each) => each.day === day && each.changed)?.before;
  if (!shift) {
    const was = before ? ` Was ${name(before)}.` : "";
    return html`<p class="mid">${absence ? `${words(absence.reason)}.` : "No shift."}${was}</p>`;
  }
  const change = shift.changed ? (before ? `Draft moves from ${name(before)}.` : "New in the draft.") : "";
  return html`<p class="mid">
    <b class="ink">${name(shift.code)}</b>, ${time.time(shift.start)}–${time.time(shift.end)},
    ${words(shift.skill).toLowerCase()}. ${change}
  </p>`;
}

function reasons(why: Why, { money }: Session): TemplateResult {
  return html`<section class="block">
    <header><h3>Why</h3></header>
    ${why.reasons.length === 0
      ? html`<p class="mid">No rule had a say.</p>`
      : html`<ul class="why">${why.reasons.map((reason) => html`<li>${money.within(reason)}</li>`)}</ul>`}
  </section>`;
}

function alternatives(why: Why, { money }: Session): TemplateResult | typeof nothing {
  if (why.alternatives.length === 0) return nothing;
  return html`<section class="block">
    <header><h3>Next best</h3><span class="push">price against this</span></header>
    <table class="alt">
      ${why.alternatives.slice(0, 6).map(
        (each, index) => html`<tr>
          <td>${each.blockedBy ? "–" : index + 1}</td>
          <td>
            ${each.person === why.person && each.code === null ? "Leave it free" : each.name || each.person}
            ${each.blockedBy ? html`<div class="small mid">${words(each.blockedBy)}</div>` : nothing}
          </td>
          <td class="num strong ${each.deltaCents < 0 ? "good" : ""}">
            ${each.blockedBy ? html`<span class="quiet">no</span>` : money.difference(each.deltaCents)}
          </td>
        </tr>`,
      )}
    </table>
  </section>`;
}

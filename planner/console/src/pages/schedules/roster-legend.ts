import { html, type TemplateResult } from "lit";
import type { Roster } from "../../api/types";
import type { Session } from "../../app/session";
import { words } from "../../format/words";
import { colourOf, letterOf, skillLetters } from "./roster-layout";

/** What the letters, colours and outlines of the roster mean. */
export function rosterLegend(roster: Roster, { site }: Session): TemplateResult {
  const letters = [...skillLetters(roster.people).entries()];
  return html`<div class="legend foot">
    ${site.shifts.map(
      (shift) => html`<span
        ><i class="sh s-${colourOf(shift.code, site.shifts)}"><b>${letterOf(shift.code)}</b></i
        >${shift.name || shift.code} ${shift.start.slice(0, 5)}–${shift.end.slice(0, 5)}</span
      >`,
    )}
    <span><i class="sh s-c6 dr"><b>·</b></i>changed in draft</span>
    <span><i class="sh ghost">·</i>before</span>
    <span class="push">Skills: ${letters.map(([skill, letter]) => html`<i class="mk">${letter}</i>${words(skill).toLowerCase()} `)}</span>
  </div>`;
}

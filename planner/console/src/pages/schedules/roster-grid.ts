import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Person, Roster, Shift } from "../../api/types";
import type { Session } from "../../app/session";
import { hours } from "../../format/numbers";
import { dayName, isWeekend, weekdayName } from "../../format/site-time";
import { words } from "../../format/words";
import { Light } from "../../parts/light";
import { absenceOn, colourOf, letterOf, shiftHours, skillLetters, spanOf, teams } from "./roster-layout";
import type { DayWindow, Span, Team } from "./roster-layout";

/** A cell of the roster. */
export interface Cell {
  person: string;
  day: string;
}

/**
 * The roster: people x days as an ARIA grid with one tab stop. Arrows move the focus, Enter and a click send
 * `select` with the cell.
 */
export class RosterGrid extends Light {
  static override properties = {
    session: { attribute: false },
    roster: { attribute: false },
    window: { attribute: false },
    today: {},
    selected: { attribute: false },
  };
  declare session: Session;
  declare roster: Roster;
  declare window: DayWindow;
  declare today: string;
  declare selected: Cell | null;

  private row = 0;
  private column = 0;
  private groups: Team[] = [];
  private order: Person[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    this.groups = teams(this.roster.people, this.session.site.places);
    this.order = this.groups.flatMap((group) => group.people);
    if (changed.has("selected") && this.selected) {
      this.row = this.order.findIndex((person) => person.id === this.selected?.person);
      this.column = this.roster.days.indexOf(this.selected.day);
    }
    this.row = clamp(this.row, this.order.length - 1);
    this.column = clamp(this.column, this.roster.days.length - 1);
  }

  protected override render(): TemplateResult {
    const letters = skillLetters(this.roster.people);
    return html`<table
      class="roster"
      role="grid"
      data-testid="roster-grid"
      aria-label="Roster, ${this.order.length} people, ${this.roster.days.length} days"
      aria-rowcount=${this.order.length + 1}
      @keydown=${this.onKeydown}
    >
      <colgroup><col class="ct" /><col class="cn" /></colgroup>
      <thead>
        <tr>
          <th colspan="2" scope="col">${this.order.length} people · hours of ${this.roster.days.length} days</th>
          ${this.roster.days.map((day) => this.dayHead(day))}
        </tr>
      </thead>
      <tbody>
        ${this.groups.map((group) =>
          group.people.map((person, index) => {
            const head =
              index === 0
                ? html`<th class="team" scope="rowgroup" rowspan=${group.people.length} title=${group.name}>
                    <span>${group.people.length > 2 ? group.name : ""}</span>
                  </th>`
                : nothing;
            const last = index === group.people.length - 1 ? "endteam" : "";
            return html`<tr class=${last}>
              ${head}${this.personHead(person, letters)}${this.roster.days.map((day, column) => this.cell(person, day, column))}
            </tr>`;
          }),
        )}
      </tbody>
    </table>`;
  }

  private dayHead(day: string): TemplateResult {
    const length = this.session.time.hoursOf(day);
    const odd = length === 24 ? nothing : html`<em title="The clocks change: this day has ${length} hours">${length}h</em>`;
    return html`<th scope="col" class=${this.dayClass(day)}><b>${weekdayName(day)}</b> ${Number(day.slice(8))}${odd}</th>`;
  }

  private dayClass(day: string): string {
    const week = weekdayName(day) === "Mon" ? " wk" : "";
    return (day === this.today ? "today" : isWeekend(day) ? "we" : "") + week;
  }

  private personHead(person: Person, letters: Map<string, string>): TemplateResult {
    const contract = (person.contractHours * this.roster.days.length) / 7;
    const over = contract > 0 && person.hours > contract + 0.01;
    return html`<th scope="row">
      <span class="nm" title=${person.name}>${person.name}</span>
      <span class="mks"
        >${person.skills
          .slice(0, 3)
          .map((skill) => html`<span class="mk" title=${words(skill)}>${letters.get(skill)}</span>`)}</span
      >
      <span class="hr ${over ? "warn" : ""}" title="${hours(person.hours)} h planned, ${hours(contract)} h by contract"
        >${hours(person.hours)}</span
      >
    </th>`;
  }

  private cell(person: Person, day: string, column: number): TemplateResult {
    const absence = absenceOn(person, day);
    const shifts = person.shifts.filter((shift) => shift.day === day);
    const here = this.order[this.row]?.id === person.id && this.column === column;
    const chosen = this.selected?.person === person.id && this.selected.day === day;
    const sick = absence && /sick|ill/i.test(absence.reason) ? " sick" : absence ? " away" : "";
    return html`<td
      role="gridcell"
      class="${this.dayClass(day)}${sick}"
      tabindex=${here ? "0" : "-1"}
      data-person=${person.id}
      data-day=${day}
      aria-selected=${chosen ? "true" : "false"}
      aria-label="${person.name}, ${dayName(day)}, ${this.cellWords(shifts, absence?.reason)}"
      @click=${() => this.choose(person.id, day)}
    >
      ${absence ? html`<span class="off">${words(absence.reason).toLowerCase()}</span>` : nothing}
      ${shifts.map((shift) => this.shift(shift, chosen))}
    </td>`;
  }

  private cellWords(shifts: Shift[], absence: string | undefined): string {
    const freed = shifts.find((shift) => shift.code === "" && shift.before);
    const parts = shifts.filter((shift) => shift.code).map((shift) => {
      const was = shift.changed ? `, changed${shift.before ? ` from ${shift.before}` : ""}` : "";
      return `shift ${shift.code}, ${this.session.time.time(shift.start)} to ${this.session.time.time(shift.end)}${was}`;
    });
    if (freed) parts.push(`free, was ${freed.before}`);
    if (absence) parts.push(words(absence).toLowerCase());
    return parts.join(", ") || "free";
  }

  private shift(shift: Shift, chosen: boolean): TemplateResult {
    const before = shift.changed && shift.before && shift.before !== shift.code ? this.ghost(shift.before) : nothing;
    if (!shift.code) return html`${before}`;
    const past = shift.day < this.today ? " past" : "";
    const changed = shift.changed ? " dr" : "";
    const span = spanOf(shift.start, shift.end, this.window, this.session.time);
    const colour = colourOf(shift.code, this.session.site.shifts);
    return html`${before}<span
        class="sh s-${colour}${past}${changed}${chosen ? " chosen" : ""}"
        data-testid="roster-bar"
        title="${shift.code} ${this.session.time.time(shift.start)}–${this.session.time.time(shift.end)}, ${words(shift.skill)}"
        .style=${place(span)}
        ><b>${letterOf(shift.code)}</b><i>${hours(shiftHours(shift))}</i></span
      >`;
  }

  private ghost(code: string): TemplateResult | typeof nothing {
    const template = this.session.site.shifts.find((each) => each.code === code);
    if (!template) return nothing;
    const span = spanOf(template.start, template.end, this.window, this.session.time);
    return html`<s class="sh ghost" title="was ${template.name || code}" .style=${place(span)}>${letterOf(code)}</s>`;
  }

  private choose(person: string, day: string): void {
    this.dispatchEvent(new CustomEvent<Cell>("choose", { detail: { person, day } }));
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const moves: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      Home: [0, -this.roster.days.length],
      End: [0, this.roster.days.length],
      PageUp: [-10, 0],
      PageDown: [10, 0],
    };
    const move = moves[event.key];
    if (move) void this.move(move[0], move[1]);
    else if ((event.key === "Enter" && !event.shiftKey) || event.key === " ") this.chooseFocused();
    else return;
    event.preventDefault();
  };

  private chooseFocused(): void {
    const person = this.order[this.row];
    const day = this.roster.days[this.column];
    if (person && day) this.choose(person.id, day);
  }

  private async move(rows: number, columns: number): Promise<void> {
    this.row = clamp(this.row + rows, this.order.length - 1);
    this.column = clamp(this.column + columns, this.roster.days.length - 1);
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }
}

function place(span: Span): string {
  return `inset-inline-start:${(span.start * 100).toFixed(2)}%;width:${(span.width * 100).toFixed(2)}%`;
}

function clamp(value: number, highest: number): number {
  return Math.max(0, Math.min(value, highest));
}

customElements.define("gemba-roster", RosterGrid);

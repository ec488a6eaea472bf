import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { post } from "../../api/client";
import * as parse from "../../api/parse";
import type { CellEdit, Person } from "../../api/types";
import { wordsOf, type Session } from "../../app/session";
import { dayName } from "../../format/site-time";
import { words } from "../../format/words";
import { Light } from "../../parts/light";
import { failure } from "../../parts/states";
import { worked } from "./roster-layout";

/** What a cell can be changed to: a shift for a skill, or nothing. */
export interface Choice {
  code: string | null;
  skill: string | null;
}

/** Every shift for every skill of a person, then the free day; what the cell is now is left out. */
export function choices(person: Person, day: string, codes: string[]): Choice[] {
  const now = worked(person).find((shift) => shift.day === day);
  const list: Choice[] = person.skills.flatMap((skill) => codes.map((code) => ({ code, skill })));
  if (now) list.push({ code: null, skill: null });
  return list.filter((each) => each.code === null || each.code !== now?.code || each.skill !== now.skill);
}

/** Changes one cell by hand: tells the price of a choice before it is made, then makes it a draft. */
export class EditCell extends Light {
  static override properties = { session: { attribute: false }, person: { attribute: false }, day: {} };
  declare session: Session;
  declare person: Person;
  declare day: string;

  private chosen = -1;
  private price: CellEdit | null = null;
  private error = "";
  private busy = false;
  private asked = 0;

  override willUpdate(changed: PropertyValues<this>): void {
    const other = changed.has("person") && changed.get("person")?.id !== this.person.id;
    if (other || changed.has("day")) this.forget();
  }

  private forget(): void {
    this.chosen = -1;
    this.price = null;
    this.error = "";
    this.asked++;
  }

  private list(): Choice[] {
    return choices(this.person, this.day, this.session.site.shifts.map((shift) => shift.code));
  }

  private body(choice: Choice): unknown {
    return { cells: [{ person: this.person.id, day: this.day, code: choice.code, skill: choice.skill }] };
  }

  private async choose(index: number): Promise<void> {
    this.forget();
    this.chosen = index;
    const choice = this.list()[index];
    const asked = this.asked;
    this.requestUpdate();
    if (!choice) return;
    try {
      const price = parse.cellEdit(await post("/roster/edits/price", this.body(choice)));
      if (asked === this.asked) this.price = price;
    } catch (error) {
      if (asked === this.asked) this.error = wordsOf(error);
    }
    this.requestUpdate();
  }

  private get ready(): boolean {
    return this.price !== null && this.price.broken.length === 0 && !this.busy;
  }

  private async make(): Promise<void> {
    const choice = this.list()[this.chosen];
    if (!choice || !this.ready) return;
    this.busy = true;
    this.requestUpdate();
    try {
      await post("/roster/edits", this.body(choice));
      this.session.say(`Draft made: ${this.person.name}, ${dayName(this.day)}, ${this.name(choice)}.`);
      this.forget();
      this.dispatchEvent(new CustomEvent("edited"));
    } catch (error) {
      this.error = wordsOf(error);
    }
    this.busy = false;
    this.requestUpdate();
  }

  private name(choice: Choice): string {
    const shift = this.session.site.shifts.find((each) => each.code === choice.code);
    if (!choice.code) return "free";
    const skill = this.person.skills.length > 1 ? `, ${words(choice.skill ?? "").toLowerCase()}` : "";
    return `${shift?.name || choice.code}${skill}`;
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || !this.ready) return;
    event.preventDefault();
    event.stopPropagation();
    void this.make();
  };

  protected override render(): TemplateResult {
    return html`<section class="block" data-testid="edit-cell">
      <header><h3>Change</h3><span class="push">price first</span></header>
      <div class="editcell">
        <select
          aria-label="Change to"
          .value=${String(this.chosen)}
          @change=${(event: Event) => void this.choose(Number((event.target as HTMLSelectElement).value))}
          @keydown=${this.onKeydown}
        >
          <option value="-1" ?selected=${this.chosen < 0}>Change to …</option>
          ${this.list().map(
            (choice, index) => html`<option value=${index} ?selected=${index === this.chosen}>${this.name(choice)}</option>`,
          )}
        </select>
        <span class="num strong" aria-live="polite">${this.price ? this.session.money.difference(this.price.deltaCents) : ""}</span>
        <button class="btn" ?disabled=${!this.ready} @click=${() => void this.make()}>Make draft</button>
      </div>
      ${this.price?.broken.map((rule) => html`<p class="small bad">${this.session.money.within(rule.detail)}</p>`) ?? nothing}
      ${failure(this.error)}
    </section>`;
  }
}

customElements.define("gemba-edit-cell", EditCell);

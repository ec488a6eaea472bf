import { html, nothing, type TemplateResult } from "lit";
import { post, Problem, type WrongField } from "../../api/client";
import { wordsOf, type Session } from "../../app/session";
import { addDays } from "../../format/site-time";
import { Light } from "../../parts/light";
import { failure } from "../../parts/states";

type Field = "item" | "place" | "from" | "to" | "amount" | "reason";
const fields: readonly Field[] = ["item", "place", "from", "to", "amount", "reason"];

/** The field of the form that a field of the answer is about; null when it is none of them. */
export function fieldOf(name: string): Field | null {
  if (name === "units" || name === "factor") return "amount";
  return fields.find((each) => each === name) ?? null;
}

/** The id of what was written, by id or by name in any case; what fits nothing goes as it is, and the service names it. */
export function idOf(written: string, known: readonly { id: string; name: string }[]): string {
  const text = written.trim();
  const exact = known.find((each) => each.id === text);
  return (exact ?? known.find((each) => each.name.toLowerCase() === text.toLowerCase()))?.id ?? text;
}

/** Says other demand of an item at a place for some days; what is wrong stands beside its field. Dispatches `said`. */
export class OverrideForm extends Light {
  static override properties = { session: { attribute: false } };
  declare session: Session;
  private readonly values: Record<Field, string> = { item: "", place: "", from: "", to: "", amount: "", reason: "" };
  private isFactor = false;
  private wrong: readonly WrongField[] = [];
  private error = "";
  private busy = false;

  override connectedCallback(): void {
    if (this.values.from === "") {
      const today = this.session.time.dayOf(Date.now());
      Object.assign(this.values, { from: addDays(today, 1), to: addDays(today, 1) });
    }
    super.connectedCallback();
  }

  private body(): Record<string, unknown> {
    const { item, place, from, to, amount, reason } = this.values;
    const { site } = this.session;
    // an empty field is left out: the service then says that it is missing
    const given = (text: string): string | undefined => (text.trim() === "" ? undefined : text.trim());
    const number = amount.trim() === "" ? undefined : Number(amount);
    return {
      item: given(idOf(item, site.items)),
      place: given(idOf(place, site.places)),
      from: given(from),
      to: given(to),
      [this.isFactor ? "factor" : "units"]: number,
      reason: given(reason),
    };
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.wrong = [];
    this.error = "";
    this.requestUpdate();
    try {
      await post("/forecast-overrides", this.body());
      Object.assign(this.values, { amount: "", reason: "" });
      this.session.say("Your word counts instead of the forecast.");
      this.dispatchEvent(new CustomEvent("said"));
    } catch (error) {
      this.wrong = error instanceof Problem ? error.fields : [];
      this.error = this.wrong.some((each) => fieldOf(each.field) !== null) ? "" : wordsOf(error);
    }
    this.busy = false;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  protected override render(): TemplateResult {
    const { site } = this.session;
    return html`<form class="overrideform" data-testid="override-form" novalidate @submit=${(event: Event) => void this.send(event)}>
      <datalist id="override-items">${site.items.map((each) => html`<option value=${each.name}></option>`)}</datalist>
      <datalist id="override-places">${site.places.map((each) => html`<option value=${each.name}></option>`)}</datalist>
      ${this.field("item", "Item", { list: "override-items" })} ${this.field("place", "Place", { list: "override-places" })}
      ${this.field("from", "First day", { type: "date" })} ${this.field("to", "Last day", { type: "date" })}
      ${this.field("amount", this.isFactor ? "Times the forecast" : "Units a day", { type: "number" })}
      <label class="field"
        ><span class="small mid">Counted as</span
        ><select
          @change=${(event: Event) => {
            this.isFactor = (event.target as HTMLSelectElement).value === "factor";
            this.requestUpdate();
          }}
        >
          <option value="units" ?selected=${!this.isFactor}>units a day</option>
          <option value="factor" ?selected=${this.isFactor}>factor</option>
        </select></label
      >
      ${this.field("reason", "Because", { wide: true })} ${failure(this.error)}
      <div class="acts"><button class="btn" type="submit" ?disabled=${this.busy || !this.session.events.connected}>Let it count</button></div>
    </form>`;
  }

  private field(name: Field, label: string, how: { type?: string; list?: string; wide?: boolean }): TemplateResult {
    const wrong = this.wrong.filter((each) => fieldOf(each.field) === name);
    const id = `override-${name}`;
    return html`<label class="field ${how.wide ? "wide" : ""}">
      <span class="small mid">${label}</span>
      <input
        data-testid=${id}
        type=${how.type ?? "text"}
        list=${how.list ?? nothing}
        step=${how.type === "number" ? "any" : nothing}
        min=${how.type === "number" ? 0 : nothing}
        maxlength=${name === "reason" ? 400 : nothing}
        aria-invalid=${wrong.length > 0 ? "true" : "false"}
        aria-describedby=${wrong.length > 0 ? `${id}-wrong` : nothing}
        .value=${this.values[name]}
        @input=${(event: Event) => (this.values[name] = (event.target as HTMLInputElement).value)}
      />
      ${wrong.length > 0 ? html`<span class="small bad" id="${id}-wrong" data-testid="${id}-wrong">${wrong.map((each) => each.message).join(" ")}</span>` : nothing}
    </label>`;
  }
}

customElements.define("gemba-override-form", OverrideForm);

import { html, nothing, type TemplateResult } from "lit";
import { post } from "../../api/client";
import { overrideResults, overrides } from "../../api/parse-overrides";
import type { ForecastOverride, OverrideResult } from "../../api/types-overrides";
import { Resource } from "../../app/resource";
import { wordsOf, type Session } from "../../app/session";
import { count, measure, plural } from "../../format/numbers";
import { dayName } from "../../format/site-time";
import { Light } from "../../parts/light";
import { empty, failure } from "../../parts/states";
import "./override-form";

const shown = 4;

/** `40 a day`, or `1.5 times the forecast`. */
export function amountWords(override: ForecastOverride): string {
  return override.factor === null ? `${measureShort(override.units ?? 0)} a day` : `${measureShort(override.factor)} times the forecast`;
}

/** `Tue 24 Nov`, or `Tue 24 Nov – Thu 26 Nov`. */
export function daysWords(override: ForecastOverride): string {
  return override.from === override.to ? dayName(override.from) : `${dayName(override.from)} – ${dayName(override.to)}`;
}

/** Who was nearer, with the units that both missed a day. */
export function verdictWords(result: OverrideResult): string {
  const missed = `off by ${measureShort(result.overrideMissedUnits / result.days)} a day, the forecast by ${measureShort(result.modelMissedUnits / result.days)}`;
  if (result.better === "EQUAL") return `As good as the forecast: ${missed}`;
  return `${result.better === "OVERRIDE" ? "Better" : "Worse"} than the forecast: ${missed}`;
}

function measureShort(value: number): string {
  return Number.isInteger(value) ? count(value) : measure(value);
}

/** Demand that planners said: what holds or will, what came of what is past, and the form to say more. */
export class OverrideBlock extends Light {
  static override properties = { session: { attribute: false } };
  declare session: Session;
  private overrides!: Resource<ForecastOverride[]>;
  private results!: Resource<OverrideResult[]>;
  private readonly busy = new Set<string>();
  private isOpen = false;
  private all = false;

  override connectedCallback(): void {
    const { events } = this.session;
    this.overrides ??= new Resource(this, events, () => "/forecast-overrides", overrides, ["overrides"]);
    // asked for when somebody looks: it is read from the time-series store
    this.results ??= new Resource(this, events, () => (this.isOpen ? "/forecast-overrides/results" : null), overrideResults, ["overrides"]);
    super.connectedCallback();
  }

  /** Opens the form, ready to write. */
  async write(): Promise<void> {
    const details = this.querySelector("details");
    if (details) details.open = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>("gemba-override-form input")?.focus();
  }

  private async withdraw(override: ForecastOverride): Promise<void> {
    this.busy.add(override.id);
    this.requestUpdate();
    try {
      await post(`/forecast-overrides/${encodeURIComponent(override.id)}/withdraw`);
      this.session.say(`The forecast counts again: ${this.whose(override)}.`);
    } catch (error) {
      this.session.say(`Not taken back: ${wordsOf(error)}`, "bad");
    }
    this.busy.delete(override.id);
    await this.overrides.load();
  }

  private whose(override: ForecastOverride): string {
    const { site } = this.session;
    const item = site.items.find((each) => each.id === override.item)?.name ?? override.item;
    const place = site.places.find((each) => each.id === override.place)?.name ?? override.place;
    return `${item}, ${place}`;
  }

  protected override render(): TemplateResult {
    const list = this.overrides.value ?? [];
    return html`<section class="block" data-testid="overrides">
      <header>
        <h3>Demand you said</h3>
        ${list.length > 0 ? html`<span class="push">${count(list.length)} instead of the forecast</span>` : nothing}
      </header>
      ${failure(this.overrides.error)}
      ${this.overrides.value && list.length === 0 ? empty("The forecast counts everywhere.") : nothing}
      <ul class="exc inpanel overrides">${list.slice(0, this.all ? undefined : shown).map((each) => this.row(each))}</ul>
      ${!this.all && list.length > shown ? this.more(list.length) : nothing}
      <details data-testid="override-details" @toggle=${(event: Event) => this.toggled(event)}>
        <summary class="small mid">Say other demand… <kbd>o</kbd></summary>
        <gemba-override-form .session=${this.session} @said=${() => void this.overrides.load()}></gemba-override-form>
        ${failure(this.results.error)} ${(this.results.value ?? []).map((each) => this.result(each))}
      </details>
    </section>`;
  }

  private toggled(event: Event): void {
    this.isOpen = (event.target as HTMLDetailsElement).open;
    void this.results.load();
  }

  private more(total: number): TemplateResult {
    const open = () => {
      this.all = true;
      this.requestUpdate();
    };
    return html`<div class="acts"><button class="btn mini ghost" type="button" @click=${open}>All ${count(total)}</button></div>`;
  }

  private row(override: ForecastOverride): TemplateResult {
    const off = this.busy.has(override.id) || !this.session.events.connected;
    return html`<li data-testid="override-row" data-id=${override.id}>
      <div class="what" title=${this.whose(override)}>${this.whose(override)}</div>
      <div class="end">${amountWords(override)}</div>
      <div class="why wraps"><b class="ink">${daysWords(override)}.</b> ${override.reason} <span class="quiet">${override.by}</span></div>
      <button class="btn mini ghost" type="button" data-testid="withdraw-button" ?disabled=${off} @click=${() => void this.withdraw(override)}>Take back</button>
    </li>`;
  }

  private result(result: OverrideResult): TemplateResult {
    const { override } = result;
    const tone = result.better === "OVERRIDE" ? "good" : result.better === "MODEL" ? "bad" : "mid";
    const title = `${override.reason} ${plural(result.days, "day")} known, ${measureShort(result.actualUnits)} units wanted.`;
    return html`<p class="small mid" data-testid="override-result" title=${title}>
      ${this.whose(override)}, ${daysWords(override)}, ${amountWords(override)}: <b class=${tone}>${verdictWords(result)}.</b>
    </p>`;
  }
}

customElements.define("gemba-overrides", OverrideBlock);

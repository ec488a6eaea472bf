import { html, nothing, type TemplateResult } from "lit";
import { post } from "../../api/client";
import { dueSource } from "../../api/parse";
import type { DueSource } from "../../api/types";
import { wordsOf, type Session } from "../../app/session";
import { plural } from "../../format/numbers";
import { Light } from "../../parts/light";

/** Proposals follow what is sold, so they may grow a little between looking and clicking. */
const meanwhile = 1.02;

/** All that is due from a supplier, line or warehouse, to be ordered at once: asked for, then confirmed with its price. */
export class DueOrders extends Light {
  static override properties = { session: { attribute: false }, due: { attribute: false }, online: { type: Boolean } };
  declare session: Session;
  declare due: DueSource[];
  declare online: boolean;
  private asked: string | null = null;
  private readonly busy = new Set<string>();

  private ask(source: string | null): void {
    this.asked = source;
    this.requestUpdate();
  }

  private async order(due: DueSource): Promise<void> {
    this.busy.add(due.source);
    this.ask(null);
    try {
      const atMostCents = Math.round(due.costCents * meanwhile);
      const done = dueSource(await post(`/replenishments/due/${encodeURIComponent(due.source)}/approve`, { atMostCents }));
      this.session.say(`Ordered ${plural(done.count, "proposal")} from ${done.sourceName} for ${this.session.money.of(done.costCents)}.`);
    } catch (error) {
      this.session.say(`Nothing was ordered from ${due.sourceName}: ${wordsOf(error)}`, "bad");
    }
    this.busy.delete(due.source);
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.due.length === 0) return nothing;
    return html`<h4 class="small mid">Due today, by source</h4>
      <ul class="exc inpanel due">${this.due.map((each) => this.row(each))}</ul>`;
  }

  private row(due: DueSource): TemplateResult {
    const { money } = this.session;
    const off = this.busy.has(due.source) || !this.online;
    return html`<li data-testid="due-row" data-id=${due.source}>
      <div class="what" title=${due.sourceName}>${due.sourceName}</div>
      <div class="end small good" title="Risk and holding with the orders against without them">saves ${money.of(due.savedCents)}</div>
      <div class="acts">
        ${this.asked === due.source
          ? html`<button class="btn mini primary" type="button" data-testid="due-confirm" ?disabled=${off} title="At most 2 % more, if proposals grow meanwhile" @click=${() => void this.order(due)}>
                Order ${plural(due.count, "proposal")} for ${money.of(due.costCents)}
              </button>
              <button class="btn mini ghost" type="button" @click=${() => this.ask(null)}>Keep</button>`
          : html`<button class="btn mini" type="button" data-testid="due-button" ?disabled=${off} title="${plural(due.count, "proposal")}, as proposed" @click=${() => this.ask(due.source)}>
              Order all ${due.count} · ${money.of(due.costCents)}
            </button>`}
      </div>
    </li>`;
  }
}

customElements.define("gemba-due-orders", DueOrders);

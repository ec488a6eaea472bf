import { html, nothing, type TemplateResult } from "lit";
import type { Replenishment, Replenishments } from "../../api/types";
import type { Session } from "../../app/session";
import { count, percent, plural } from "../../format/numbers";
import { dayName } from "../../format/site-time";
import { empty } from "../../parts/states";
import { severity } from "../../parts/symbols";
import "./due-orders";

export interface ReplenishmentList {
  answer: Replenishments | null;
  all: boolean;
  selected: string | null;
  busy: ReadonlySet<string>;
  /** Units to order instead of those proposed, by proposal. */
  changed: ReadonlyMap<string, number>;
  today: string;
  online: boolean;
  session: Session;
  select: (item: Replenishment) => void;
  change: (item: Replenishment, units: number) => void;
  approve: (item: Replenishment) => void;
  snooze: (item: Replenishment) => void;
  showAll: () => void;
}

const shown = 6;

/** Proposals that wait for a decision. */
export function toDecide(answer: Replenishments | null): Replenishment[] {
  return (answer?.items ?? []).filter((item) => item.status === "PROPOSED" && item.quantity > 0);
}

/** A shape for how soon it must be decided: at once, today, or later. */
export function urgency(item: Replenishment, today: string): "CRITICAL" | "HIGH" | "MEDIUM" {
  if (item.lostUnits > 0) return "CRITICAL";
  if (item.expectedRunOut !== null && item.arrives !== null && item.expectedRunOut < item.arrives) return "CRITICAL";
  return item.orderBy !== null && item.orderBy <= today ? "HIGH" : "MEDIUM";
}

export function replenishmentBlock(list: ReplenishmentList): TemplateResult {
  const { answer, session } = list;
  const items = toDecide(answer);
  return html`<section class="block">
    <header>
      <h3>Orders to decide</h3>
      <span class="push">${answer ? atRisk(answer, session) : nothing}</span>
    </header>
    ${answer && items.length === 0 ? empty("Nothing to decide.") : nothing}
    <ul class="exc inpanel orders">
      ${items.slice(0, list.all ? undefined : shown).map((item) => row(item, list))}
    </ul>
    ${!list.all && items.length > shown
      ? html`<div class="acts"><button class="btn mini ghost" type="button" @click=${list.showAll}>All ${count(items.length)}${answer && answer.total > items.length ? ` of ${count(answer.total)}` : ""}</button></div>`
      : nothing}
    ${answer ? html`<gemba-due-orders .session=${session} .due=${answer.due} ?online=${list.online}></gemba-due-orders>` : nothing}
  </section>`;
}

/** Whole packs that hold so many units, one at least. */
export function wholePacks(item: Replenishment, units: number): number {
  const pack = item.packs > 0 ? item.quantity / item.packs : 1;
  return Math.max(1, Math.ceil(units / pack - 1e-9)) * pack;
}

/** What so many units cost; a way costs the same with more or less aboard. */
export function costOf(item: Replenishment, units: number): number {
  return item.fromName === null ? Math.round((item.costCents * units) / item.quantity) : item.costCents;
}

function atRisk(answer: Replenishments, session: Session): TemplateResult {
  const runOuts = answer.runOuts === 0 ? nothing : html`<b class="bad" data-testid="run-outs" title="Empty before an order can arrive">${plural(answer.runOuts, "run-out")}</b> · `;
  return html`${runOuts}${session.money.of(answer.atRiskCents)} at risk`;
}

/** When it must be ordered, after the place. */
export function dueWords(orderBy: string | null, today: string): string {
  if (orderBy === null) return "";
  if (orderBy === today) return "order today";
  return orderBy < today ? `was due ${dayName(orderBy)}` : `by ${dayName(orderBy)}`;
}

function row(item: Replenishment, list: ReplenishmentList): TemplateResult {
  const { money } = list.session;
  const units = list.changed.get(item.id) ?? item.quantity;
  const isSelected = list.selected === item.id;
  const off = list.busy.has(item.id) || !list.online;
  const due = item.fromName === null ? dueWords(item.orderBy, list.today) : `from ${item.fromName}`;
  const title = `Runs out with ${percent(item.runOutProbabilityWithout)} if not ordered, ${percent(item.runOutProbabilityWith)} if ordered.${item.arrives ? ` Arrives ${dayName(item.arrives)}.` : ""}`;
  return html`<li
    data-testid="replenishment-row"
    data-id=${item.id}
    aria-selected=${isSelected ? "true" : "false"}
    @click=${() => list.select(item)}
  >
    ${severity(urgency(item, list.today))}
    <div class="what" title=${item.itemName}>${item.itemName}</div>
    <div class="end bad" title="At risk if not ordered">${money.of(item.riskWithoutCents)}</div>
    <div class="why wraps" title=${title}><b class="ink">${item.placeName}${due ? `, ${due}` : ""}.</b> ${item.reason}</div>
    ${isSelected ? quantityField(item, units, off, list) : nothing}
    <div class="acts">
      <button
        class="btn mini"
        type="button"
        data-testid="approve-button"
        ?disabled=${off}
        title=${item.fromName === null ? `Orders ${plural(Math.round((item.packs * units) / item.quantity), "pack")}, ${count(units)} units` : `Brings ${count(units)} units from ${item.fromName}`}
        @click=${stopping(() => list.approve(item))}
      >
        ${item.fromName === null ? "Order" : "Bring"} ${count(units)} · ${money.of(costOf(item, units))}
      </button>
      <button class="btn mini ghost" type="button" data-testid="snooze-button" ?disabled=${off} title="Ask again tomorrow" @click=${stopping(() => list.snooze(item))}>
        Snooze
      </button>
      <span class="push small good" title="Risk and holding with the order against without it">saves ${money.of(item.savedCents)}</span>
    </div>
  </li>`;
}

/** The chosen proposal's units, to be changed in whole packs. */
function quantityField(item: Replenishment, units: number, off: boolean, list: ReplenishmentList): TemplateResult {
  const pack = wholePacks(item, 0);
  return html`<label class="field units" @click=${(event: Event) => event.stopPropagation()}>
    <span class="small mid">Units, in packs of ${count(pack)}${units === item.quantity ? "" : `; proposed ${count(item.quantity)}`}</span>
    <input
      type="number"
      data-testid="units-input"
      min=${pack}
      step=${pack}
      ?disabled=${off}
      .value=${String(units)}
      @change=${(event: Event) => {
        const wanted = Number((event.target as HTMLInputElement).value);
        list.change(item, wanted > 0 ? wholePacks(item, wanted) : item.quantity);
      }}
    />
  </label>`;
}

function stopping(action: () => void): (event: Event) => void {
  return (event) => {
    event.stopPropagation();
    action();
  };
}

import { html, nothing, type TemplateResult } from "lit";
import type { Replenishment, Replenishments } from "../../api/types";
import type { Session } from "../../app/session";
import { count, percent, plural } from "../../format/numbers";
import { dayName } from "../../format/site-time";
import { empty } from "../../parts/states";
import { severity } from "../../parts/symbols";

export interface ReplenishmentList {
  answer: Replenishments | null;
  all: boolean;
  selected: string | null;
  busy: ReadonlySet<string>;
  today: string;
  online: boolean;
  session: Session;
  select: (item: Replenishment) => void;
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
  </section>`;
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
  const off = list.busy.has(item.id) || !list.online;
  const due = item.fromName === null ? dueWords(item.orderBy, list.today) : `from ${item.fromName}`;
  const title = `Runs out with ${percent(item.runOutProbabilityWithout)} if not ordered, ${percent(item.runOutProbabilityWith)} if ordered.${item.arrives ? ` Arrives ${dayName(item.arrives)}.` : ""}`;
  return html`<li
    data-testid="replenishment-row"
    data-id=${item.id}
    aria-selected=${list.selected === item.id ? "true" : "false"}
    @click=${() => list.select(item)}
  >
    ${severity(urgency(item, list.today))}
    <div class="what" title=${item.itemName}>${item.itemName}</div>
    <div class="end bad" title="At risk if not ordered">${money.of(item.riskWithoutCents)}</div>
    <div class="why wraps" title=${title}><b class="ink">${item.placeName}${due ? `, ${due}` : ""}.</b> ${item.reason}</div>
    <div class="acts">
      <button
        class="btn mini"
        type="button"
        data-testid="approve-button"
        ?disabled=${off}
        title=${item.fromName === null ? `Orders ${plural(item.packs, "pack")}, ${count(item.quantity)} units` : `Brings ${count(item.quantity)} units from ${item.fromName}`}
        @click=${stopping(() => list.approve(item))}
      >
        ${item.fromName === null ? "Order" : "Bring"} ${count(item.quantity)} · ${money.of(item.costCents)}
      </button>
      <button class="btn mini ghost" type="button" data-testid="snooze-button" ?disabled=${off} title="Ask again tomorrow" @click=${stopping(() => list.snooze(item))}>
        Snooze
      </button>
      <span class="push small good" title="Risk and holding with the order against without it">saves ${money.of(item.savedCents)}</span>
    </div>
  </li>`;
}

function stopping(action: () => void): (event: Event) => void {
  return (event) => {
    event.stopPropagation();
    action();
  };
}

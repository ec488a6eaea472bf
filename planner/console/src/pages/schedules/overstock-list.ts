import { html, nothing, type TemplateResult } from "lit";
import type { Overstock, Overstocks } from "../../api/types";
import type { Session } from "../../app/session";
import { count, plural } from "../../format/numbers";
import { dayName } from "../../format/site-time";
import { severity } from "../../parts/symbols";

export interface OverstockList {
  answer: Overstocks | null;
  all: boolean;
  session: Session;
  showAll: () => void;
}

const shown = 4;

/** A shape for how soon something must be done: goods that expire lose their worth, others only cost their room. */
export function overstockUrgency(item: Overstock): "HIGH" | "MEDIUM" {
  return item.wasteCents > item.holdingCents ? "HIGH" : "MEDIUM";
}

/** When the excess is gone, after the place. */
export function goneWords(item: Overstock): string {
  if (item.soldOutBy !== null) return `too much until ${dayName(item.soldOutBy)}`;
  return item.expiringUnits >= 1 ? `${count(item.expiringUnits)} expire unsold` : "not sold within a year";
}

/** Where there is too much; nothing while there is none. */
export function overstockBlock(list: OverstockList): TemplateResult | typeof nothing {
  const { answer, session } = list;
  if (!answer || answer.items.length === 0) return nothing;
  const { items } = answer;
  return html`<section class="block">
    <header>
      <h3>Too much in stock</h3>
      <span class="push">costs ${session.money.of(answer.costCents)}</span>
    </header>
    <ul class="exc inpanel overstocks">
      ${items.slice(0, list.all ? undefined : shown).map((item) => row(item, session))}
    </ul>
    ${!list.all && items.length > shown
      ? html`<div class="acts"><button class="btn mini ghost" type="button" @click=${list.showAll}>All ${count(items.length)}${answer.total > items.length ? ` of ${count(answer.total)}` : ""}</button></div>`
      : nothing}
  </section>`;
}

function row(item: Overstock, { money }: Session): TemplateResult {
  const lasts = item.daysOfStock === null ? "" : `All of it lasts ${plural(item.daysOfStock, "day")}. `;
  const title = `${lasts}Holding costs ${money.of(item.holdingCents)}, waste ${money.of(item.wasteCents)}.`;
  return html`<li data-testid="overstock-row" data-id=${item.id}>
    ${severity(overstockUrgency(item))}
    <div class="what" title=${item.itemName}>${item.itemName}</div>
    <div class="end bad" title="Costs if nobody does anything">${money.of(item.totalCents)}</div>
    <div class="why wraps" title=${title}><b class="ink">${item.placeName}, ${goneWords(item)}.</b> ${item.reason}</div>
  </li>`;
}

import { html, type TemplateResult } from "lit";
import type { KindCost } from "../api/types";
import { toneOf, type Money } from "../format/money";
import { words } from "../format/words";

/** Cost by kind: now, before, difference, and the sum. */
export function costTable(rows: readonly KindCost[], money: Money): TemplateResult {
  const sum = (field: "cents" | "baselineCents") => rows.reduce((total, row) => total + row[field], 0);
  const all = { kind: "Together", cents: sum("cents"), baselineCents: sum("baselineCents") };
  return html`<table class="t costs">
    <thead>
      <tr><th scope="col">Cost</th><th scope="col" class="num">now</th><th scope="col" class="num">before</th><th scope="col" class="num">difference</th></tr>
    </thead>
    <tbody>
      ${[...rows, all].map((row) => {
        const difference = row.cents - row.baselineCents;
        return html`<tr class=${row === all ? "strong" : ""}>
          <td>${words(row.kind)}</td>
          <td class="num">${money.of(row.cents)}</td>
          <td class="num mid">${money.of(row.baselineCents)}</td>
          <td class="num ${toneOf(difference)}">${money.difference(difference)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

import { html, nothing, type TemplateResult } from "lit";
import type { Roster } from "../../api/types";
import type { Session } from "../../app/session";
import { count } from "../../format/numbers";
import { addDays, dayName } from "../../format/site-time";
import { words } from "../../format/words";
import { costTable } from "../../parts/cost-table";

/** What the roster costs by kind, and the rules that give way in it. */
export function planCosts(roster: Roster, session: Session): TemplateResult {
  return html`${roster.costs.length > 0
    ? html`<section class="block">
        <header><h3>What it costs</h3><span class="push">${costSpan(roster)}</span></header>
        ${costTable(roster.costs, session.money)}
      </section>`
    : nothing}
  ${rules(roster, session)}`;
}

function costSpan(roster: Roster): string {
  const first = roster.days[0];
  return first ? `${roster.days.length} days to ${dayName(addDays(first, roster.days.length - 1))}` : "";
}

function rules(roster: Roster, { money }: Session): TemplateResult | typeof nothing {
  const broken = roster.rules.filter((rule) => rule.violations > 0);
  if (broken.length === 0) return nothing;
  return html`<section class="block">
    <header><h3>Rules that give way</h3></header>
    <dl class="kv">
      ${broken.map((rule) => html`<dt>${words(rule.name)} <span class="quiet">× ${count(rule.violations)}</span></dt><dd>${money.of(rule.cents)}</dd>`)}
    </dl>
  </section>`;
}

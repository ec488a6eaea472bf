import { html, nothing, type TemplateResult } from "lit";
import type { Chain, ChainLink } from "../api/types";
import type { Session } from "../app/session";

const pages: Record<string, { name: string; path: string }> = {
  sensors: { name: "Sensors", path: "/sensors" },
  inventory: { name: "Inventory", path: "/schedules" },
  schedules: { name: "Schedules", path: "/schedules" },
  routes: { name: "Routes", path: "/routes" },
};

/** The links of one page and kind. */
export interface Step {
  first: ChainLink;
  more: number;
  cents: number;
}

/** Links in their order, those of the same page and kind as one step: its dearest, how many more, and their sum. */
export function stepsOf(links: readonly ChainLink[]): Step[] {
  const steps = new Map<string, Step>();
  for (const link of links) {
    const key = `${link.page}/${link.kind}`;
    const step = steps.get(key);
    if (!step) {
      steps.set(key, { first: link, more: 0, cents: link.cents });
      continue;
    }
    step.more++;
    step.cents += link.cents;
    if (link.cents > step.first.cents) step.first = link;
  }
  return [...steps.values()];
}

/** What joins the pages: each step with its price, the current page's filled, the saving below. */
export function chainBlock(chain: Chain | null, current: string, session: Session): TemplateResult | typeof nothing {
  if (chain === null || chain.links.length === 0) return nothing;
  return html`<section class="block">
    <header><h3>What it hangs on</h3></header>
    <ol class="chain">
      ${stepsOf(chain.links).map((step) => chainStep(step, current, session))}
    </ol>
    ${chainSum(chain, session)}
  </section>`;
}

function chainStep({ first: link, more, cents }: Step, current: string, session: Session): TemplateResult {
  const page = pages[link.page] ?? { name: link.page, path: "/" };
  const here = link.page === current;
  const tone = link.kind === "act" ? "" : "bad";
  const word = link.kind === "act" ? "to act" : link.kind === "risk" ? "at risk" : "lost";
  const href = `${page.path}?sel=${encodeURIComponent(link.id)}`;
  return html`<li aria-current=${here ? "step" : nothing}>
    <span class="at">${here ? page.name : html`<a href=${href}>${page.name}</a>`}</span>
    <span class="money ${tone}">${session.money.of(cents)} ${word}</span>
    <span class="txt" title=${link.detail || link.title}
      >${link.title}${more > 0 ? ` and ${more} more` : ""}${link.detail ? ` · ${link.detail}` : ""}</span
    >
  </li>`;
}

function chainSum(chain: Chain, { money }: Session): TemplateResult {
  const saves = chain.savesCents;
  return html`<dl class="kv chainsum">
    <dt>${money.of(chain.toActCents)} to act avoids ${money.of(chain.avoidedCents)}</dt>
    <dd class=${saves >= 0 ? "good strong" : "bad strong"}>
      ${saves >= 0 ? `saves ${money.of(saves)}` : `costs ${money.of(-saves)} more`}
    </dd>
  </dl>`;
}

import { html, nothing, type TemplateResult } from "lit";
import type { Gap } from "../../api/types";
import type { Session } from "../../app/session";
import { count, hours } from "../../format/numbers";
import { dayName } from "../../format/site-time";
import { words } from "../../format/words";
import { severity } from "../../parts/symbols";

/** Gaps by money, worst first. */
export function worstFirst(gaps: readonly Gap[]): Gap[] {
  return [...gaps].sort((a, b) => b.cents - a.cents || a.day.localeCompare(b.day));
}

const shown = 5;

export function gapsBlock(
  gaps: readonly Gap[],
  all: boolean,
  session: Session,
  select: (gap: Gap) => void,
  showAll: () => void,
): TemplateResult | typeof nothing {
  if (gaps.length === 0) return nothing;
  const sum = gaps.reduce((total, gap) => total + gap.cents, 0);
  const list = worstFirst(gaps);
  return html`<section class="block">
    <header><h3>Gaps</h3><span class="push">${session.money.of(sum)} at risk</span></header>
    <ul class="exc inpanel one" role="listbox" aria-label="Gaps">
      ${list.slice(0, all ? undefined : shown).map((gap) => row(gap, session, select))}
    </ul>
    ${!all && list.length > shown
      ? html`<div class="acts gapmore"><button class="btn mini ghost" type="button" @click=${showAll}>All ${count(list.length)}</button></div>`
      : nothing}
  </section>`;
}

function row(gap: Gap, session: Session, select: (gap: Gap) => void): TemplateResult {
  const rank = gap.cents >= 30_000 ? "CRITICAL" : gap.cents >= 10_000 ? "HIGH" : "MEDIUM";
  const what = `${hours(gap.short)} h, ${words(gap.skill).toLowerCase()}`;
  return html`<li role="option" tabindex="0" data-press data-testid="gap-row" @click=${() => select(gap)}>
    ${severity(rank)}
    <div>
      <div class="why" title="${dayName(gap.day)} ${span(gap, session)}: ${hours(gap.short)} h short. ${gap.reason}">
        <b class="ink">${dayName(gap.day).slice(0, -4)} ${span(gap, session)}</b> ${what}
      </div>
    </div>
    <div class="end bad">${session.money.of(gap.cents)}</div>
  </li>`;
}

function span(gap: Gap, { time }: Session): string {
  return `${clock(gap.from, time.time.bind(time))}–${clock(gap.to, time.time.bind(time))}`;
}

/** `14:00` of a wall time, a whole hour or an instant. */
function clock(text: string, format: (instant: string) => string): string {
  if (/^\d{1,2}$/.test(text)) return `${text.padStart(2, "0")}:00`;
  return /^\d{1,2}:\d{2}/.test(text) ? text.slice(0, 5) : format(text);
}

import { html, nothing, type TemplateResult } from "lit";
import { post } from "../../api/client";
import type { WearPart } from "../../api/types";
import { userName } from "../../app/preferences";
import { wordsOf, type Session } from "../../app/session";
import { hours, measure, percent } from "../../format/numbers";
import { Light } from "../../parts/light";
import { severity } from "../../parts/symbols";

/** Parts that are cheaper to replace now than at the next stop: the exceptions above the alarms. */
export function wearExceptions(parts: readonly WearPart[], session: Session, select: (machine: string) => void): TemplateResult | typeof nothing {
  const due = parts.filter((part) => part.act === "NOW");
  if (due.length === 0) return nothing;
  return html`<div class="group"><span>Replace now</span><span class="push">${due.length}</span></div>
    <ul class="exc" role="listbox" aria-label="Parts to replace now">
      ${due.map((part) => {
        const { money, time } = session;
        const sentence = money.within(part.sentence);
        const later = part.laterCents ?? part.nowCents;
        const stop = part.stopAt === null ? "later" : time.moment(part.stopAt, Date.now());
        return html`<li role="option" tabindex="0" data-press data-testid="wear-row" data-machine=${part.machine} @click=${() => select(part.machine)}>
          ${severity("HIGH")}
          <div>
            <div class="what">${part.machineName}, ${part.part}</div>
            <div class="why" title=${sentence}>${money.of(part.nowCents)} now, ${money.of(later)} at ${stop}</div>
          </div>
          <div class="end bad">${money.of(later - part.nowCents)}<small>saved</small></div>
        </li>`;
      })}
    </ul>`;
}

/** Never none and never certain: no model knows that. */
function chance(share: number): string {
  return share > 0.99 ? "more than 99%" : share < 0.01 ? "less than 1%" : percent(share);
}

/** `vibration, iron in the oil; not current`. */
function signs({ seen, unseen }: WearPart["modes"][number]): string {
  return [seen.join(", "), unseen.length === 0 ? "" : `not ${unseen.join(", ")}`].filter(Boolean).join("; ");
}

/** What is left of a machine's part, what to do about it in money, and to say that it was replaced. */
export class WearPartBlock extends Light {
  static override properties = { session: { attribute: false }, wear: { attribute: false } };
  declare session: Session;
  declare wear: WearPart;

  private async replaced(): Promise<void> {
    const { machine, machineName, part } = this.wear;
    try {
      await post(`/wear-parts/${encodeURIComponent(machine)}/replaced`, { by: userName() });
      this.session.say(`${machineName}: ${part} replaced, its life begins anew.`);
    } catch (error) {
      this.session.say(`Not taken: ${wordsOf(error)}`, "bad");
    }
    this.dispatchEvent(new CustomEvent("changed"));
  }

  protected override render(): TemplateResult {
    const { wear: part, session } = this;
    const now = Date.now();
    return html`<section class="block" data-testid="wear-part">
      <header><h3>${part.machineName}, ${part.part}</h3></header>
      <p class=${part.act === "NOW" ? "strong bad" : "mid"} data-testid="wear-advice">${session.money.within(part.sentence)}</p>
      <dl class="kv wide">
        ${this.left()}
        ${part.stopAt === null ? nothing : html`<dt>Next stop</dt><dd>${session.time.moment(part.stopAt, now)}</dd>`}
        ${part.failsBefore === null ? nothing : html`<dt>Fails before</dt><dd>${chance(part.failsBefore)}</dd>`}
        <dt>Replace now</dt><dd class="strong">${session.money.of(part.nowCents)}</dd>
        ${part.laterCents === null ? nothing : html`<dt>Wait for it</dt><dd class="strong">${session.money.of(part.laterCents)} expected</dd>`}
        ${part.modes.map(
          (mode) => html`<dt title="How well it fits the way the sensors moved, by the site file: a hint, no chance">${mode.name}</dt>
            <dd data-testid="failure-mode">fits ${percent(mode.fit)}: ${signs(mode)}</dd>`,
        )}
        ${part.hints.map((hint) => html`<dt>${hint.name} ${hint.deviations < 0 ? "fell" : "rose"}</dt><dd class="wrap">${measure(Math.abs(hint.deviations))} × its usual spread</dd>`)}
        ${part.missing.length === 0 ? nothing : html`<dt>Not heard</dt><dd class="wrap">${part.missing.join(", ")}</dd>`}
        ${part.replacedAt === null ? nothing : html`<dt>Replaced</dt><dd class="wrap">${session.time.moment(part.replacedAt, now)}, ${part.replacedBy}</dd>`}
      </dl>
      <details>
        <summary class="small mid">Replaced…</summary>
        <div class="acts">
          <button class="btn" type="button" data-testid="replaced-button" ?disabled=${!session.events.connected} @click=${() => void this.replaced()}>A new ${part.part} runs from now on</button>
        </div>
      </details>
    </section>`;
  }

  private left(): TemplateResult | typeof nothing {
    const { left } = this.wear;
    if (left === null) return nothing;
    const told = left.asGoodAsNew ? `${hours(left.lowHours)} h or more` : `${hours(left.hours)} h, ${hours(left.lowHours)} to ${hours(left.highHours)}`;
    return html`<dt title="Hours of running; eight in ten fail within the interval">Left</dt><dd class="strong">${told}</dd>
      <dt title="Hours of running that were seen">Ran</dt><dd>${hours(left.ranHours)} h</dd>
      <dt>As of</dt><dd>${this.session.time.moment(left.at, Date.now())}</dd>`;
  }
}

customElements.define("gemba-wear-part", WearPartBlock);

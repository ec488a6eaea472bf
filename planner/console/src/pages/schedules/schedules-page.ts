import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { post } from "../../api/client";
import * as parse from "../../api/parse";
import type { Gap, Overstocks, Replenishment, Replenishments, Roster, Why } from "../../api/types";
import { Resource } from "../../app/resource";
import { wordsOf, type Session } from "../../app/session";
import { count, plural } from "../../format/numbers";
import { dayMillis, dayName } from "../../format/site-time";
import { chainBlock } from "../../parts/chain";
import { ChainController } from "../../parts/chain-controller";
import { demoMenu } from "../../parts/demo-menu";
import { Light } from "../../parts/light";
import { Measure } from "../../parts/measure";
import { Planning } from "../../parts/planning";
import { busyBar, failure } from "../../parts/states";
import { coverChart } from "./cover-chart";
import { coverOf, coverPicker, keyOf } from "./cover-picker";
import { gapsBlock, worstFirst } from "./gaps";
import type { OverrideBlock } from "./override-block";
import "./override-block";
import { overstockBlock } from "./overstock-list";
import { replenishmentBlock, toDecide } from "./replenishment-list";
import { planCosts } from "./plan-costs";
import { rosterLegend } from "./roster-legend";
import type { Cell } from "./roster-grid";
import { dayWindow } from "./roster-layout";
import "./edit-cell";
import { whyPanel } from "./why-panel";

/** Schedules: the roster with its cover, the gaps, and the orders to decide. */
export class SchedulesPage extends Light {
  static override properties = { session: { attribute: false }, selected: { attribute: false } };
  declare session: Session;
  declare selected: string | null;

  private roster!: Resource<Roster>;
  private orders!: Resource<Replenishments>;
  private overstocks!: Resource<Overstocks>;
  private why!: Resource<Why>;
  private chain!: ChainController;
  private planning!: Planning;
  private cell: Cell | null = null;
  private coverOf = "";
  private allGaps = false;
  private allOrders = false;
  private allOverstocks = false;
  private gapIndex = -1;
  private readonly busy = new Set<string>();
  private readonly changedUnits = new Map<string, number>();
  private readonly plot = new Measure(this, () => this.querySelector("#cover-plot"));

  override connectedCallback(): void {
    if (!this.roster) this.wire();
    super.connectedCallback();
  }

  private wire(): void {
    const { events } = this.session;
    this.roster = new Resource(this, events, () => "/roster", parse.roster, ["roster"]);
    this.orders = new Resource(this, events, () => "/replenishments?limit=200", parse.replenishments, ["replenishments"]);
    this.overstocks = new Resource(this, events, () => "/overstocks?limit=200", parse.overstocks, ["overstocks"]);
    this.why = new Resource(this, events, () => this.whyPath(), parse.why, ["roster"]);
    this.chain = new ChainController(this, events, () => this.chainIds());
    this.planning = new Planning(this, {
      session: this.session,
      path: "/roster",
      planned: () => this.roster.value,
      body: () => ({}),
      reload: () => this.roster.load(),
    });
  }

  private whyPath(): string | null {
    if (!this.cell) return null;
    return `/roster/why?person=${encodeURIComponent(this.cell.person)}&day=${this.cell.day}`;
  }

  private chainIds(): string[] {
    const draft = this.roster.value?.draft;
    return [this.selected ?? "", ...(draft?.causes ?? []), this.roster.value?.published?.planId ?? ""].filter(Boolean);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("selected") && this.selected) this.allOrders ||= this.isBeyondShown(this.selected);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("selected") && this.selected) {
      this.querySelector('.orders [aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
    }
  }

  private isBeyondShown(id: string): boolean {
    return toDecide(this.orders.value).findIndex((item) => item.id === id) >= 6;
  }

  onKey(event: KeyboardEvent): boolean {
    if (event.key === "n") {
      this.nextGap();
      return true;
    }
    if (event.key === "o") {
      void this.querySelector<OverrideBlock>("gemba-overrides")?.write();
      return true;
    }
    if (event.key === "e" && this.cell) {
      this.querySelector<HTMLElement>("gemba-edit-cell select")?.focus();
      return true;
    }
    if (event.key === "Escape" && this.cell && !this.planning.running) {
      this.choose(null);
      return true;
    }
    return this.planning.onKey(event);
  }

  private nextGap(): void {
    const gaps = worstFirst(this.roster.value?.gaps ?? []);
    if (gaps.length === 0) return;
    this.gapIndex = (this.gapIndex + 1) % gaps.length;
    this.showGap(gaps[this.gapIndex]!);
  }

  private showGap(gap: Gap): void {
    this.coverOf = keyOf(gap);
    const person = this.roster.value?.people.find(
      (each) => each.skills.includes(gap.skill) && each.shifts.some((shift) => shift.day === gap.day),
    );
    if (person) this.choose({ person: person.id, day: gap.day });
    else this.requestUpdate();
  }

  private choose(cell: Cell | null): void {
    this.cell = cell;
    void this.why.reset();
    this.requestUpdate();
  }

  private async decide(item: Replenishment, action: "approve" | "snooze"): Promise<void> {
    this.busy.add(item.id);
    this.requestUpdate();
    const units = this.changedUnits.get(item.id) ?? item.quantity;
    const approval = units === item.quantity ? {} : { quantity: units };
    const body = action === "snooze" ? { until: new Date(Date.now() + dayMillis).toISOString() } : approval;
    try {
      await post(`/replenishments/${encodeURIComponent(item.id)}/${action}`, body);
      const done = `${count(action === "approve" ? units : item.quantity)} ${item.itemName} for ${item.placeName}`;
      this.session.say(action === "approve" ? `Ordered ${done}.` : `Snoozed until tomorrow: ${done}.`);
    } catch (error) {
      this.session.say(`${item.itemName} was not ${action === "approve" ? "ordered" : "snoozed"}: ${wordsOf(error)}`, "bad");
    }
    this.busy.delete(item.id);
    await this.orders.load();
  }

  protected override render(): TemplateResult {
    const roster = this.roster.value;
    return html`<div class="bar">
        <h1>Roster</h1>
        ${roster && roster.days.length > 0
          ? html`<span class="mid nowrap">${dayName(roster.days[0]!)} – ${dayName(roster.days[roster.days.length - 1]!)}</span>`
          : nothing}
        <span class="sep"></span>
        <div class="facts">${this.planning.facts()}${roster && roster.days.length > 0 ? this.gapFact(roster) : nothing}${this.planning.price()}</div>
        <div class="push"></div>
        ${demoMenu(this.session)} ${this.planning.buttons()}
        ${busyBar(this.planning.running || this.roster.slow)}
      </div>
      <div class="work">
        <main class="main">${failure(this.roster.error)}${roster ? this.surface(roster) : nothing}</main>
        <aside class="panel" aria-label="Why and actions">${this.panel(roster)}</aside>
      </div>`;
  }

  private gapFact(roster: Roster): TemplateResult {
    if (roster.gaps.length === 0) return html`<span>No gaps</span>`;
    const cents = roster.gaps.reduce((sum, gap) => sum + gap.cents, 0);
    return html`<span
      ><b class="bad">${plural(roster.gaps.length, "gap")}</b> · <b>${this.session.money.of(cents)}</b> at risk</span
    >`;
  }

  private surface(roster: Roster): TemplateResult {
    const { time, site } = this.session;
    if (roster.days.length === 0 || roster.people.length === 0) {
      return html`<p class="quietrow">No roster yet. The first one follows the first workload forecast, or press Plan.</p>`;
    }
    const window = dayWindow(roster, site.shifts, time);
    const today = time.dayOf(Date.now());
    return html`${coverChart({
        cover: coverOf(roster.cover, this.coverOf),
        days: roster.days,
        window,
        width: this.plot.width,
        now: this.nowInDays(roster, window),
        picker: coverPicker(roster.cover, this.coverOf, site.places, (key) => {
          this.coverOf = key;
          this.requestUpdate();
        }),
      })}
      <div class="grid">
        <gemba-roster
          .session=${this.session}
          .roster=${roster}
          .window=${window}
          .today=${today}
          .selected=${this.cell}
          @choose=${(event: CustomEvent<Cell>) => this.choose(event.detail)}
        ></gemba-roster>
      </div>
      ${rosterLegend(roster, this.session)}`;
  }

  private nowInDays(roster: Roster, window: { from: number; to: number }): number | null {
    const { time } = this.session;
    const day = roster.days.indexOf(time.dayOf(Date.now()));
    if (day < 0) return null;
    const share = (time.wallHours(Date.now()) - window.from) / (window.to - window.from);
    return day + Math.max(0, Math.min(1, share));
  }

  private editCell(cell: Cell, roster: Roster): TemplateResult | typeof nothing {
    const person = roster.people.find((each) => each.id === cell.person);
    if (!person) return nothing;
    return html`<gemba-edit-cell
      .session=${this.session}
      .person=${person}
      .day=${cell.day}
      @edited=${() => void this.roster.load()}
    ></gemba-edit-cell>`;
  }

  private panel(roster: Roster | null): TemplateResult {
    const { events } = this.session;
    return html`${this.cell && roster ? whyPanel(this.cell, roster, this.why.value, this.why.error, this.session) : nothing}
    ${this.cell && roster ? this.editCell(this.cell, roster) : nothing}
    ${roster?.draft?.reason && !this.cell
      ? html`<section class="block"><header><h2>Draft</h2><span class="push">${plural(roster.draft.changes, "change")}</span></header>
          <p class="mid">${roster.draft.reason}</p></section>`
      : nothing}
    ${failure(this.orders.error)}
    ${replenishmentBlock({
      answer: this.orders.value,
      all: this.allOrders,
      selected: this.selected,
      busy: this.busy,
      changed: this.changedUnits,
      today: this.session.time.dayOf(Date.now()),
      online: events.connected,
      session: this.session,
      select: (item) => this.session.go("/schedules", item.id),
      change: (item, units) => {
        this.changedUnits.set(item.id, units);
        this.requestUpdate();
      },
      approve: (item) => void this.decide(item, "approve"),
      snooze: (item) => void this.decide(item, "snooze"),
      showAll: () => {
        this.allOrders = true;
        this.requestUpdate();
      },
    })}
    ${failure(this.overstocks.error)}
    ${overstockBlock({
      answer: this.overstocks.value,
      all: this.allOverstocks,
      session: this.session,
      showAll: () => {
        this.allOverstocks = true;
        this.requestUpdate();
      },
    })}
    <gemba-overrides .session=${this.session}></gemba-overrides>
    ${roster
      ? gapsBlock(roster.gaps, this.allGaps, this.session, (gap) => this.showGap(gap), () => {
          this.allGaps = true;
          this.requestUpdate();
        })
      : nothing}
    ${chainBlock(this.chain.chain, "schedules", this.session)}
    ${roster ? planCosts(roster, this.session) : nothing}`;
  }
}

customElements.define("gemba-schedules", SchedulesPage);

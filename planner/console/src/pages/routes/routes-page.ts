import { html, nothing, type TemplateResult } from "lit";
import * as parse from "../../api/parse";
import type { Route, Routes } from "../../api/types";
import { Resource } from "../../app/resource";
import type { Session } from "../../app/session";
import { count, kilometres } from "../../format/numbers";
import { addDays, dayName } from "../../format/site-time";
import { chainBlock } from "../../parts/chain";
import { costTable } from "../../parts/cost-table";
import { ChainController } from "../../parts/chain-controller";
import { demoMenu } from "../../parts/demo-menu";
import { Light } from "../../parts/light";
import { Measure } from "../../parts/measure";
import { Planning } from "../../parts/planning";
import { busyBar, failure } from "../../parts/states";
import type { RouteMap } from "./route-map";
import { totals } from "./route-facts";
import { routesList } from "./routes-list";
import { timeline } from "./timeline";
import { noVan, vanPanel } from "./van-panel";

/** Routes: the day's tours on the map and the timeline, what is on none, and why. */
export class RoutesPage extends Light {
  static override properties = { session: { attribute: false }, selected: { attribute: false } };
  declare session: Session;
  declare selected: string | null;

  private routes!: Resource<Routes>;
  private chain!: ChainController;
  private planning!: Planning;
  private tomorrow = false;
  private clock: ReturnType<typeof setInterval> | undefined;
  private readonly plot = new Measure(this, () => this.querySelector("#tl-plot"));

  override connectedCallback(): void {
    if (!this.routes) this.wire();
    super.connectedCallback();
    this.clock = setInterval(() => this.requestUpdate(), 30_000);
  }

  override disconnectedCallback(): void {
    clearInterval(this.clock);
    super.disconnectedCallback();
  }

  private wire(): void {
    const { events } = this.session;
    this.routes = new Resource(this, events, () => `/routes?day=${this.day}`, parse.routes, ["routes"]);
    this.chain = new ChainController(this, events, () => this.chainIds());
    this.planning = new Planning(this, {
      session: this.session,
      path: "/routes",
      planned: () => this.routes.value,
      body: () => ({ day: this.day }),
      reload: () => this.routes.load(),
    });
  }

  private get day(): string {
    const today = this.session.time.dayOf(Date.now());
    return this.tomorrow ? addDays(today, 1) : today;
  }

  private get van(): Route | null {
    const routes = this.routes.value?.routes ?? [];
    return routes.find((route) => route.vehicle === this.selected) ?? routes[0] ?? null;
  }

  private chainIds(): string[] {
    const shown = this.routes.value;
    return [...(shown?.draft?.causes ?? []), shown?.published?.planId ?? ""].filter(Boolean);
  }

  onKey(event: KeyboardEvent): boolean {
    const map = this.querySelector<RouteMap>("gemba-map");
    if (event.key === "f") map?.fit();
    else if (event.key === "+" || event.key === "=") map?.zoom(1.5);
    else if (event.key === "-") map?.zoom(1 / 1.5);
    else if (event.key === "v" || event.key === "ArrowDown") this.step(1);
    else if (event.key === "ArrowUp") this.step(-1);
    else return this.planning.onKey(event);
    return true;
  }

  private step(by: number): void {
    const routes = this.routes.value?.routes ?? [];
    if (routes.length === 0) return;
    const at = routes.findIndex((route) => route.vehicle === this.van?.vehicle);
    this.select(routes[(at + by + routes.length) % routes.length]!.vehicle);
  }

  private readonly select = (vehicle: string): void => this.session.go("/routes", vehicle);

  private setTomorrow(value: boolean): void {
    this.tomorrow = value;
    void this.routes.reset();
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const routes = this.routes.value;
    return html`<div class="bar">
        <h1>Routes</h1>
        <div class="seg" role="group" aria-label="Day">
          ${[false, true].map(
            (value) => html`<button type="button" aria-pressed=${this.tomorrow === value ? "true" : "false"} @click=${() => this.setTomorrow(value)}>
              ${value ? "Tomorrow" : "Today"}
            </button>`,
          )}
        </div>
        <span class="mid nowrap">${dayName(this.day)}</span>
        <span class="sep"></span>
        <div class="facts">${this.planning.facts()}${routes && routes.routes.length > 0 ? this.facts(routes) : nothing}${this.planning.price()}</div>
        <div class="push"></div>
        ${demoMenu(this.session)} ${this.planning.buttons()} ${busyBar(this.planning.running || this.routes.slow)}
      </div>
      <div class="work three">
        <aside class="panel start" aria-label="Orders to decide">
          ${failure(this.routes.error)}
          ${routes ? routesList(routes, this.session, this.van?.vehicle ?? null, this.select) : nothing}
        </aside>
        <main class="main">${routes ? this.surface(routes) : nothing}</main>
        <aside class="panel" aria-label="Van">${routes ? this.panel(routes) : nothing}</aside>
      </div>`;
  }

  private facts(routes: Routes): TemplateResult {
    const sums = totals(routes, Date.now());
    return html`<span><b>${count(sums.passed)}</b> of ${count(sums.stops)} stops passed</span>
      <span
        >${sums.late > 0 ? html`<b class="bad">${count(sums.late)} late</b>` : "none late"}, ${routes.unassigned.length > 0
          ? html`<b class="bad">${count(routes.unassigned.length)}</b> not on a route`
          : "all on routes"}</span
      >
      <span><b>${kilometres(sums.metres)}</b></span>`;
  }

  private surface(routes: Routes): TemplateResult {
    const now = Date.now();
    const selected = this.van?.vehicle ?? null;
    return html`<gemba-map
        .routes=${routes}
        .places=${this.session.site.places}
        .time=${this.session.time}
        .selected=${selected}
        .now=${now}
        @van=${(event: CustomEvent<string>) => this.select(event.detail)}
      ></gemba-map>
      ${timeline({
        routes: routes.routes,
        selected,
        now,
        width: this.plot.width,
        time: this.session.time,
        personName: (id) => this.nameOf(id),
        select: this.select,
      })}`;
  }

  private nameOf(person: string): string {
    return this.session.site.people.find((each) => each.id === person)?.name ?? person;
  }

  private panel(routes: Routes): TemplateResult {
    const van = this.van;
    const driver = van?.driver ? this.nameOf(van.driver) : null;
    return html`${van ? vanPanel(van, driver, Date.now(), this.session) : noVan()}
    ${routes.draft?.reason ? html`<section class="block"><header><h3>Draft</h3></header><p class="mid">${routes.draft.reason}</p></section>` : nothing}
    ${chainBlock(this.chain.chain, "routes", this.session)}
    ${routes.costs.length > 0
      ? html`<section class="block"><header><h3>What the day costs</h3></header>${costTable(routes.costs, this.session.money)}</section>`
      : nothing}`;
  }
}

customElements.define("gemba-routes", RoutesPage);

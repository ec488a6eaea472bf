import { html, nothing, svg, type PropertyValues, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Place, Route, Routes, Stop } from "../../api/types";
import { millis, type SiteTime } from "../../format/site-time";
import { Light } from "../../parts/light";
import { Measure } from "../../parts/measure";
import { px } from "../../parts/scale";
import { loadBasemap, type Basemap } from "./basemap";
import { curvePath } from "./curve";
import { countryNames, ground } from "./ground";
import { LabelSpace, type Label } from "./labels";
import { mapLegend } from "./map-legend";
import { openMark, ruler, stopMark, stopTitle, unvisitedMark } from "./marks";
import { fit, mercator, pan, toScreen, zoom, type Point, type View } from "./projection";
import { isLate, plannedLeg, vanColour, vanMark } from "./route-facts";

const margin = 64;

/** The day's routes on an offline map. Sends `van` with a vehicle id when a route or stop is clicked. */
export class RouteMap extends Light {
  static override properties = {
    routes: { attribute: false },
    places: { attribute: false },
    time: { attribute: false },
    selected: {},
    now: { type: Number },
  };
  declare routes: Routes;
  declare places: readonly Place[];
  declare time: SiteTime;
  declare selected: string | null;
  declare now: number;

  private basemap: Basemap | null = null;
  private view: View | null = null;
  private shownDay = "";
  private dragged: Point | null = null;
  private readonly box = new Measure(this, () => this.querySelector(".mapbox"));

  override connectedCallback(): void {
    super.connectedCallback();
    void loadBasemap().then((basemap) => {
      this.basemap = basemap;
      this.requestUpdate();
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("routes") || this.shownDay === this.routes.day) return;
    this.shownDay = this.routes.day;
    this.view = null;
  }

  /** Shows all stops again. */
  fit(): void {
    this.view = null;
    this.requestUpdate();
  }

  zoom(factor: number, at: Point = [this.box.width / 2, this.box.height / 2]): void {
    this.view = zoom(this.current(), this.box, factor, at);
    this.requestUpdate();
  }

  private current(): View {
    this.view ??= fit(this.allPoints(), this.box, Math.min(margin, this.box.width / 8, this.box.height / 8));
    return this.view;
  }

  private allPoints(): Point[] {
    const stops = this.routes.routes.flatMap((route) => route.stops);
    const seen = [...stops, ...this.routes.unassigned];
    const depots = this.routes.routes.flatMap((route) => this.depot(route) ?? []);
    const shown = seen.length > 0 ? [...seen, ...depots] : this.places;
    return shown.map((each) => mercator([each.longitude, each.latitude]));
  }

  private depot(route: Route): Place | undefined {
    return this.places.find((place) => place.id === route.depot);
  }

  protected override render(): TemplateResult {
    return html`<div
      class="mapbox"
      data-testid="route-map"
      @wheel=${this.onWheel}
      @pointerdown=${this.onDown}
      @pointermove=${this.onMove}
      @pointerup=${this.onUp}
    >
      ${this.box.width > 0 && this.box.height > 0 ? this.drawing() : nothing} ${mapLegend}
      <div class="mapctl">
        <button class="btn mini" type="button" aria-label="Zoom in" @click=${() => this.zoom(1.5)}>+</button>
        <button class="btn mini" type="button" aria-label="Zoom out" @click=${() => this.zoom(1 / 1.5)}>−</button>
        <button class="btn mini" type="button" @click=${() => this.fit()}>Fit <kbd>F</kbd></button>
      </div>
    </div>`;
  }

  private drawing(): TemplateResult {
    const { width, height } = this.box;
    const view = this.current();
    const screen = (longitude: number, latitude: number) => toScreen(view, this.box, mercator([longitude, latitude]));
    const order = this.routes.routes.map((route, index) => ({ route, index }));
    order.sort((a, b) => Number(a.route.vehicle === this.selected) - Number(b.route.vehicle === this.selected));
    return html`<svg
      class="ch map"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label="Map of ${this.routes.routes.length} routes, ${this.routes.unassigned.length} orders not on a route"
    >
      ${this.basemap ? ground(this.basemap, view, this.box) : nothing} ${order.map(({ route, index }) => this.lines(route, index, screen))}
      ${order.map(({ route, index }) => route.stops.map((stop) => this.stop(route, index, stop, screen)))}
      ${this.routes.unassigned.map((each, i) => openMark(screen(each.longitude, each.latitude), i))}
      ${this.others().map((place) => unvisitedMark(screen(place.longitude, place.latitude), place))} ${this.depots(screen)} ${this.names(view, screen)}
      ${order.map(({ route, index }) => this.van(route, index, screen))} ${ruler(view, this.box)}
    </svg>`;
  }

  private lines(route: Route, index: number, screen: Screen): SVGTemplateResult {
    const depot = this.depot(route);
    const stops = route.stops.map((stop) => screen(stop.longitude, stop.latitude));
    const home = depot ? [screen(depot.longitude, depot.latitude)] : [];
    const points = [...home, ...stops, ...home];
    const passed = route.stops.filter((stop) => millis(stop.arrival) <= this.now).length;
    const ended = millis(route.end) <= this.now;
    const split = ended ? points.length : passed + (home.length > 0 ? 1 : 0);
    const on = route.vehicle === this.selected ? " on" : "";
    return svg`<g class="rt ${vanColour(index)}${on}" @click=${() => this.choose(route)}>
      <path class="done" d=${passed > 0 || ended ? curvePath(points.slice(0, split)) : ""} />
      <path class="todo" d=${ended ? "" : curvePath(points.slice(Math.max(0, split - 1)))} />
    </g>`;
  }

  private stop(route: Route, index: number, stop: Stop, screen: Screen): SVGTemplateResult {
    const passed = millis(stop.departure) <= this.now;
    const on = route.vehicle === this.selected ? " on" : "";
    return svg`<g class="st ${vanColour(index)}${passed ? " fin" : ""}${on}" @click=${() => this.choose(route)}>
      <title>${stopTitle(route, stop, this.time)}</title>
      ${stopMark(screen(stop.longitude, stop.latitude), stop, passed)}
    </g>`;
  }

  /** Places that no van visits on this day. */
  private others(): Place[] {
    const visited = new Set(this.routes.routes.flatMap((route) => [route.depot, ...route.stops.map((stop) => stop.place)]));
    for (const each of this.routes.unassigned) visited.add(each.place);
    return this.places.filter((place) => !visited.has(place.id));
  }

  private depots(screen: Screen): SVGTemplateResult[] {
    const ids = new Set(this.routes.routes.map((route) => route.depot));
    return this.places
      .filter((place) => ids.has(place.id))
      .map((place) => {
        const [x, y] = screen(place.longitude, place.latitude);
        return svg`<g class="dep"><title>${place.name}</title><path d="M${px(x - 9)} ${px(y + 8)}v-10l9-6 9 6v10z" /></g>`;
      });
  }

  /** Names of depots, orders on no route, and stops, in this order of importance; then countries where room is left. */
  private names(view: View, screen: Screen): SVGTemplateResult {
    const depots = this.places.filter((place) => this.routes.routes.some((route) => route.depot === place.id));
    const label = (place: { longitude: number; latitude: number }, text: string, rank: number): Label => {
      const [x, y] = screen(place.longitude, place.latitude);
      return { x, y, text: shortName(text), rank };
    };
    const labels = [
      ...depots.map((place) => label(place, place.name, 4)),
      ...this.others().map((place) => label(place, place.name, -1)),
      ...this.routes.unassigned.map((each) => label(each, each.placeName, 3)),
      ...this.routes.routes.flatMap((route) =>
        route.stops.map((stop) => label(stop, stop.placeName, route.vehicle === this.selected ? 2 : isLate(stop) ? 1 : 0)),
      ),
    ];
    const space = new LabelSpace(labels);
    const placed = space.place(labels);
    const names = this.basemap ? countryNames(this.basemap, view, this.box, space) : nothing;
    return svg`${names}${placed.map(
      (each) =>
        svg`<text class="city ${each.rank > 1 ? "b" : each.rank < 0 ? "q" : ""}" x=${px(each.x)} y=${px(each.y)} text-anchor=${each.anchor}>${each.text}</text>`,
    )}`;
  }

  private van(route: Route, index: number, screen: Screen): SVGTemplateResult | typeof nothing {
    const leg = plannedLeg(route, this.now);
    const depot = this.depot(route);
    if (!leg || !depot) return nothing;
    const points = [depot, ...route.stops, depot].map((each) => screen(each.longitude, each.latitude));
    const from = points[leg.from]!;
    const to = points[leg.from + 1] ?? from;
    const x = from[0] + (to[0] - from[0]) * leg.share;
    const y = from[1] + (to[1] - from[1]) * leg.share;
    return svg`<g class="van ${vanColour(index)}" @click=${() => this.choose(route)}>
      <title>${route.name}, where it is by plan</title>
      <rect x=${px(x - 13)} y=${px(y - 26)} width="26" height="15" rx="3" />
      <path d="M${px(x - 4)} ${px(y - 11.5)}h8l-4 5z" />
      <text x=${px(x)} y=${px(y - 15)} text-anchor="middle">${vanMark(route)}</text>
    </g>`;
  }

  private choose(route: Route): void {
    this.dispatchEvent(new CustomEvent<string>("van", { detail: route.vehicle }));
  }

  private readonly onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const box = (event.currentTarget as Element).getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY / 400), [event.clientX - box.left, event.clientY - box.top]);
  };

  private readonly onDown = (event: PointerEvent): void => {
    if (event.button === 0 && !(event.target as Element).closest("button")) this.dragged = [event.clientX, event.clientY];
  };

  private readonly onMove = (event: PointerEvent): void => {
    if (!this.dragged || event.buttons === 0) return;
    const [x, y] = this.dragged;
    if (Math.hypot(event.clientX - x, event.clientY - y) < 2) return;
    this.view = pan(this.current(), event.clientX - x, event.clientY - y);
    this.dragged = [event.clientX, event.clientY];
    this.requestUpdate();
  };

  private readonly onUp = (): void => {
    this.dragged = null;
  };
}

type Screen = (longitude: number, latitude: number) => Point;

/** The town of `Store 12, Nijmegen` or `Store Nijmegen`: what stands on the map. */
export function shortName(name: string): string {
  const town = name.replace(/^(store|shop)\b\s*\d*[,:]?\s*/i, "");
  return /\p{L}{2}/u.test(town) ? town : name;
}

customElements.define("gemba-map", RouteMap);

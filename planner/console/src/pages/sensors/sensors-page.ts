import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { get } from "../../api/client";
import * as parseMore from "../../api/parse-devices";
import * as parse from "../../api/parse-sensors";
import type { Alarm, ControlChart, Device, MachineProduction, Production, SensorStatus, WearPart } from "../../api/types";
import { Resource } from "../../app/resource";
import type { Session } from "../../app/session";
import { millis } from "../../format/site-time";
import { chainBlock } from "../../parts/chain";
import { ChainController } from "../../parts/chain-controller";
import { demoMenu } from "../../parts/demo-menu";
import { Light } from "../../parts/light";
import { Measure } from "../../parts/measure";
import { busyBar, failure } from "../../parts/states";
import type { AlarmCare } from "./alarm-care";
import { inOrder } from "./alarm-groups";
import { alarmList } from "./alarm-list";
import { alarmPanel } from "./alarm-panel";
import { spans } from "./chart-model";
import { chartStack, type ShownSensor } from "./chart-stack";
import { controlCharts } from "./control-charts";
import { deviceList } from "./device-list";
import { machineLegend, machineRows } from "./machine-rows";
import { plantFacts, readingsLine } from "./plant-facts";
import "./alarm-care";
import "./maintenance";
import { SeriesStore } from "./series-store";
import { shownAlarm, shownSensorId } from "./selection";
import { shownSensor } from "./shown-sensor";
import { ShownTime, type Stretch } from "./shown-time";
import { wearExceptions } from "./wear-part";

const otherSensors = 4;
/** Names before and figures after a control chart, and the edge. */
const chartMargins = 368;

type View = "readings" | "charts" | "devices";
const views: [key: string, view: View, label: string][] = [
  ["1", "readings", "Readings"],
  ["2", "charts", "Control charts"],
  ["3", "devices", "Devices"],
];

/** Sensors: alarms worst first, the readings that made them, and what the machines do and lose. */
export class SensorsPage extends Light {
  static override properties = { session: { attribute: false }, selected: { attribute: false } };
  declare session: Session;
  declare selected: string | null;

  private alarms!: Resource<Alarm[]>;
  private sensors!: Resource<SensorStatus[]>;
  private production!: Resource<Production>;
  private chain!: ChainController;
  private store!: SeriesStore;
  private readonly time = new ShownTime();
  private view: View = "readings";
  private charts!: Resource<ControlChart[]>;
  private devices!: Resource<Device[]>;
  private wear!: Resource<WearPart[]>;
  private readonly opened = new Set<string>();
  private escalated: ReadonlySet<string> | null = null;
  private clock: ReturnType<typeof setInterval> | undefined;
  private statusClock: ReturnType<typeof setInterval> | undefined;
  private readonly plot = new Measure(this, () => this.querySelector("#sensor-plot"));

  override connectedCallback(): void {
    if (!this.alarms) this.wire();
    super.connectedCallback();
    void this.recall();
    this.clock = setInterval(() => this.requestUpdate(), 1_000);
    this.statusClock = setInterval(() => this.sensors.soon(), 10_000);
  }

  override disconnectedCallback(): void {
    clearInterval(this.clock);
    clearInterval(this.statusClock);
    super.disconnectedCallback();
  }

  /** Once: what the machines did before this page was open. */
  private async recall(): Promise<void> {
    try {
      this.session.states.recall(await get("/machine-states", parseMore.machineChanges));
      this.requestUpdate();
    } catch {
      // the rows then begin with what is seen
    }
  }

  private wire(): void {
    const { events } = this.session;
    this.alarms = new Resource(this, events, () => "/alarms", parse.alarms, ["alarms"]);
    this.sensors = new Resource(this, events, () => "/sensors", parse.sensors, []);
    this.production = new Resource(this, events, () => "/production", parse.production, ["production"]);
    this.charts = new Resource(this, events, () => (this.view === "charts" ? "/control-charts" : null), parseMore.controlCharts, ["production"]);
    this.devices = new Resource(this, events, () => "/devices", parseMore.devices, ["production"]);
    this.wear = new Resource(this, events, () => "/wear-parts", parseMore.wearParts, ["production", "alarms"]);
    this.chain = new ChainController(this, events, () => (this.alarm ? [this.alarm.id] : []));
    this.store = new SeriesStore(this, events);
  }

  private get alarm(): Alarm | null {
    return shownAlarm(this.selected, this.alarms.value ?? [], this.session.site);
  }

  private get sensorId(): string | null {
    return shownSensorId(this.selected, this.alarms.value ?? [], this.session.site, this.sensors.value ?? []);
  }

  onKey(event: KeyboardEvent): boolean {
    const view = views.find(([key]) => key === event.key)?.[1];
    if (view) this.show(view);
    else if (event.key === "ArrowDown") this.step(1);
    else if (event.key === "ArrowUp") this.step(-1);
    else return this.querySelector<AlarmCare>("gemba-alarm-care")?.onKey(event.key) ?? false;
    return true;
  }

  private show(view: View): void {
    this.view = view;
    if (view === "charts") void this.charts.load();
    this.requestUpdate();
  }

  override updated(changed: PropertyValues<this>): void {
    this.widen();
    this.tellEscalations();
    if (changed.has("selected")) this.time.forget();
    if (changed.has("selected") && this.selected) {
      this.querySelector('.panel.start [aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
    }
  }

  private widen(): void {
    const id = this.sensorId;
    if (!id || !this.store.has(id)) return;
    if (this.time.widen(this.stretch(), this.store.of(id).length)) this.requestUpdate();
  }

  private step(by: number): void {
    const list = inOrder(this.alarms.value ?? []);
    if (list.length === 0) return;
    const at = list.findIndex((alarm) => alarm.id === this.alarm?.id);
    this.select(list[(at + by + list.length) % list.length]!.id);
  }

  private readonly select = (id: string): void => {
    this.view = "readings";
    this.session.go("/sensors", id);
  };

  private readonly toggle = (head: string): void => {
    if (!this.opened.delete(head)) this.opened.add(head);
    this.requestUpdate();
  };

  /** Says which alarms nobody heeded, once each and not for those that were so when the page opened. */
  private tellEscalations(): void {
    const alarms = this.alarms.value;
    if (alarms === null) return;
    const now = alarms.filter((alarm) => alarm.escalatedAt !== null);
    const fresh = this.escalated === null ? [] : now.filter((alarm) => !this.escalated!.has(alarm.id));
    this.escalated = new Set(now.map((alarm) => alarm.id));
    if (fresh.length > 0) this.session.say(`${fresh[0]!.machineName}, ${fresh[0]!.sensorName}: nobody has acknowledged it.`, "bad");
  }

  protected override render(): TemplateResult {
    if (this.production.value) this.session.states.observe(this.production.value.machines, Date.now());
    return html`<div class="bar">
        <h1>Sensors</h1>
        <span class="sep"></span>
        <div class="facts">${plantFacts(this.alarms.value, this.production.value, this.session)}</div>
        <div class="push"></div>
        ${demoMenu(this.session)} ${this.viewPicker()} ${this.view === "readings" ? this.spanPicker() : nothing}
        ${busyBar(this.alarms.slow || this.charts.slow)}
      </div>
      <div class="work three">
        <aside class="panel start" aria-label="Alarms">
          ${failure(this.alarms.error)}${wearExceptions(this.wear.value ?? [], this.session, this.select)}
          ${this.alarms.value
            ? alarmList({
                alarms: this.alarms.value,
                selected: this.alarm?.id ?? null,
                opened: this.opened,
                session: this.session,
                toggle: this.toggle,
                select: (alarm) => this.select(alarm.id),
              })
            : nothing}
          ${readingsLine(this.sensors.value)}
        </aside>
        <main class="main">${this.shown()}</main>
        <aside class="panel" aria-label="Alarm">${this.panel()}</aside>
      </div>`;
  }

  private viewPicker(): TemplateResult {
    const strangers = (this.devices.value ?? []).some((device) => device.metrics.some((metric) => !metric.known));
    return html`<div class="seg" role="group" aria-label="View">
      ${views.map(
        ([key, view, label]) => html`<button type="button" data-testid="view-${view}" title="Key ${key}" aria-pressed=${this.view === view ? "true" : "false"} @click=${() => this.show(view)}>
          ${label}${view === "devices" && strangers ? " ◆" : ""}
        </button>`,
      )}
    </div>`;
  }

  private shown(): TemplateResult {
    if (this.view === "devices") {
      return html`${failure(this.devices.error)}${deviceList({ devices: this.devices.value ?? [], statuses: this.sensors.value ?? [], session: this.session })}`;
    }
    if (this.view === "readings") return this.surface();
    const width = Math.max(200, (this.querySelector(".main")?.clientWidth ?? 0) - chartMargins);
    return html`${failure(this.charts.error)}${this.charts.value
      ? controlCharts({ charts: this.charts.value, width, session: this.session, select: this.select })
      : nothing}`;
  }

  private spanPicker(): TemplateResult {
    const shown = this.stretch().span;
    return html`<div class="seg" role="group" aria-label="Span">
      ${spans.map(
        ({ label, millis: each }) => html`<button
          type="button"
          aria-pressed=${shown === each ? "true" : "false"}
          @click=${() => {
            this.time.choose(each);
            this.requestUpdate();
          }}
        >
          ${label}
        </button>`,
      )}
    </div>`;
  }

  private stretch(): Stretch {
    const id = this.sensorId;
    const status = this.sensors.value?.find((each) => each.sensor === id);
    const newest = Math.max(status ? millis(status.at) : 0, (id && this.store.latestOf(id)?.at) || 0);
    const alarm = this.alarm?.sensor === id ? this.alarm : null;
    return this.time.stretch(newest, alarm ? millis(alarm.onset) : null, Date.now());
  }

  private surface(): TemplateResult {
    const id = this.sensorId;
    const { from, to, span, live } = this.stretch();
    if (!id) return html`<p class="quietrow">The site file names no sensor yet.</p>`;
    const sensor = shownSensor(id, this.session.site, this.sensors.value ?? []);
    const others = this.othersOf(sensor);
    const settled = this.alarms.value !== null || this.alarms.error !== "";
    if (settled) this.store.show([id, ...others.map((each) => each.id)], span, live ? null : to);
    const rows = this.plot.width;
    return html`<div class="stack">
      ${chartStack({
        sensor,
        others,
        alarms: this.alarms.value ?? [],
        store: this.store,
        from,
        to,
        live,
        width: rows,
        height: this.plot.height,
        session: this.session,
        select: this.select,
      })}
      ${this.machines(from, to, rows, sensor.machine)}
      <div class="legend mfoot">${machineLegend}<span class="push">${this.shiftWords()}</span></div>
    </div>`;
  }

  private othersOf(sensor: ShownSensor): ShownSensor[] {
    const machine = this.session.site.machines.find((each) => each.id === sensor.machine);
    return (machine?.sensors ?? [])
      .filter((each) => each.id !== sensor.id)
      .slice(0, otherSensors)
      .map((each) => shownSensor(each.id, this.session.site, this.sensors.value ?? []));
  }

  private machines(from: number, to: number, width: number, selected: string): TemplateResult | typeof nothing {
    const machines = this.production.value?.machines ?? [];
    if (machines.length === 0) return html`<p class="quietrow">No machine has told its state yet.</p>`;
    return machineRows({ machines, log: this.session.states, from, to, width, selected, session: this.session, select: this.select });
  }

  private shiftWords(): string {
    const production = this.production.value;
    if (!production?.from) return "";
    const { time } = this.session;
    return `OEE since ${time.moment(production.from, Date.now())}`;
  }

  private panel(): TemplateResult {
    const alarm = this.alarm;
    const machineId = alarm?.machine ?? this.session.site.machines.find((each) => each.sensors.some((s) => s.id === this.sensorId))?.id;
    const machine = this.production.value?.machines.find((each) => each.machine === machineId) ?? null;
    const wear = this.wear.value?.find((each) => each.machine === machineId) ?? null;
    return html`${alarm
      ? alarmPanel({ alarm, machine, session: this.session, changed: () => void this.alarms.load() })
      : this.quiet(machine)}
    ${wear ? html`<gemba-wear-part .session=${this.session} .wear=${wear} @changed=${() => void this.wear.load()}></gemba-wear-part>` : nothing}
    ${machineId
      ? html`<gemba-maintenance .session=${this.session} .machine=${machineId} .name=${this.nameOf(machineId)}></gemba-maintenance>`
      : nothing}
    ${chainBlock(this.chain.chain, "sensors", this.session)}`;
  }

  private nameOf(machine: string): string {
    return this.session.site.machines.find((each) => each.id === machine)?.name ?? machine;
  }

  private quiet(machine: MachineProduction | null): TemplateResult {
    return html`<section class="block">
      <header><h2>${machine?.name ?? "Sensors"}</h2></header>
      <p class="mid">No alarm here. Values and what is expected stand beside the chart.</p>
    </section>`;
  }
}

customElements.define("gemba-sensors", SensorsPage);

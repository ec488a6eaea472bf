import { html, nothing, svg, type TemplateResult } from "lit";
import type { Alarm, SensorStatus } from "../../api/types";
import type { Session } from "../../app/session";
import { count, measure } from "../../format/numbers";
import { age, dayMillis, millis, type SiteTime } from "../../format/site-time";
import { words } from "../../format/words";
import { linear, px } from "../../parts/scale";
import { deviation, type Levels } from "./chart-model";
import { sensorChart, timeMarks } from "./sensor-chart";
import type { SeriesStore } from "./series-store";

/** A sensor as the page knows it: what the site says, and its status once there is one. */
export interface ShownSensor {
  id: string;
  machine: string;
  machineName: string;
  name: string;
  unit: string;
  status: SensorStatus | null;
  levels: Levels;
}

export interface ChartStack {
  sensor: ShownSensor;
  others: readonly ShownSensor[];
  alarms: readonly Alarm[];
  store: SeriesStore;
  from: number;
  to: number;
  /** Whether `to` is now. */
  live: boolean;
  width: number;
  height: number;
  session: Session;
  select: (sensor: string) => void;
}

/** The selected sensor large, its time axis, and the machine's other sensors small on the same axis. */
export function chartStack(stack: ChartStack): TemplateResult {
  return html`${bigRow(stack)} ${axisRow(stack)} ${stack.others.map((sensor) => miniRow(sensor, stack))}`;
}

function bigRow(stack: ChartStack): TemplateResult {
  const { sensor, width, height } = stack;
  const latest = current(sensor, stack.store);
  return html`<div class="row big">
    <div class="nm">
      <h2>${sensor.machineName}</h2>
      <span class="strong">${sensor.name}</span>
      <span class="small mid">${sensor.unit}</span>
    </div>
    <div id="sensor-plot">
      <svg class="ch" data-testid="sensor-chart" viewBox="0 0 ${Math.max(1, width)} ${Math.max(1, height)}" role="img" aria-label="${sensor.name} of ${sensor.machineName}${latest ? `, now ${measure(latest.value)} ${sensor.unit}` : ""}">
        ${width > 0 && height > 0 ? drawing(stack, sensor, height, false) : nothing}
      </svg>
    </div>
    ${figures(sensor, latest, stack)}
  </div>`;
}

function drawing(stack: ChartStack, sensor: ShownSensor, height: number, mini: boolean) {
  return sensorChart({
    points: stack.store.of(sensor.id),
    levels: sensor.levels,
    from: stack.from,
    to: stack.to,
    width: stack.width,
    height,
    episodes: stack.alarms
      .filter((alarm) => alarm.sensor === sensor.id)
      .map((alarm) => ({ from: millis(alarm.onset), to: alarm.state === "OPEN" ? null : millis(alarm.end ?? alarm.last) })),
    time: stack.session.time,
    mini,
  });
}

function current(sensor: ShownSensor, store: SeriesStore): { at: number; value: number } | null {
  const live = store.latestOf(sensor.id);
  const status = sensor.status ? { at: millis(sensor.status.at), value: sensor.status.value } : null;
  if (live && status) return live.at >= status.at ? live : status;
  return live ?? status;
}

function figures(sensor: ShownSensor, latest: { at: number; value: number } | null, stack: ChartStack): TemplateResult {
  if (!latest) return html`<div class="rd bigrd"><span class="fig quiet" data-testid="sensor-value">–</span><span class="mid">No reading yet</span></div>`;
  const { by, words: where } = deviation(latest.value, sensor.levels);
  const { status, levels } = sensor;
  const old = Date.now() - latest.at;
  return html`<div class="rd bigrd">
    <span class="fig" data-testid="sensor-value">${measure(latest.value)} <small>${sensor.unit}</small></span>
    ${where === "over" || where === "under"
      ? html`<span class="bad">${where === "over" ? "▲" : "▼"} ${measure(by)} ${where} expected</span>`
      : html`<span class="mid">${where === "in band" ? "As expected" : "Still learning what is usual"}</span>`}
    <dl class="kv">
      ${levels.expectedLow !== null && levels.expectedHigh !== null
        ? html`<dt>Expected</dt><dd>${measure(levels.expectedLow)} to ${measure(levels.expectedHigh)}</dd>`
        : nothing}
      ${levels.minimum !== null && levels.maximum !== null
        ? html`<dt>Possible</dt><dd>${measure(levels.minimum)} to ${measure(levels.maximum)}</dd>`
        : nothing}
      ${status ? html`<dt>Readings</dt><dd>${count(status.readings)}</dd>` : nothing}
      ${status ? counted(status) : nothing}
      ${status?.fault ? html`<dt title="Not trusted until it heals">Data fault</dt><dd class="bad">${words(status.fault)}</dd>` : nothing}
      ${status && status.delivery.faults.length > 0
        ? html`<dt title="What comes once and in time is trusted">Comes with</dt><dd class="bad">${status.delivery.faults.map(faultOfDelivery).join(", ")}</dd>`
        : nothing}
      <dt>Last reading</dt><dd>${old < dayMillis ? `${age(old)} ago` : stack.session.time.moment(latest.at, Date.now())}</dd>
    </dl>
  </div>`;
}

/** What was not judged or not there, as far as there is any. */
function counted({ rejected, duplicates, delivery }: SensorStatus): TemplateResult[] {
  const counts: [name: string, said: string, many: number][] = [
    ["Refused", "Faulty or late: kept from the detectors", rejected],
    ["of which late", "Came after later ones", delivery.late],
    ["Repeated", "Came before: dropped", duplicates],
    ["Missing", "By the sensor's pace", delivery.missing],
  ];
  return counts.filter(([, , many]) => many > 0).map(([name, said, many]) => html`<dt title=${said}>${name}</dt><dd>${count(many)}</dd>`);
}

function faultOfDelivery(fault: string): string {
  return { gap: "gaps", duplicate: "repeats", "out-of-order": "disorder", "clock-skew": "a clock behind" }[fault] ?? words(fault).toLowerCase();
}

function axisRow(stack: ChartStack): TemplateResult {
  const { from, to, width, session } = stack;
  const x = linear(from, to, 0, width);
  const marks = timeMarks(from, to, width);
  const now = session.time.time(to);
  return html`<div class="row head">
    <div></div>
    <svg class="ch" viewBox="0 0 ${Math.max(1, width)} 15" height="15" aria-hidden="true">
      ${marks.filter((at) => x(at) < width - 60).map((at) => svg`<text x=${px(x(at) + 2)} y="11">${markWords(at, from, to, session.time)}</text>`)}
      ${stack.live && width > 0
        ? svg`<rect class="nowtag" x=${width - 38} y="1" width="38" height="13" rx="2" /><text class="nowtxt" x=${width - 19} y="11" text-anchor="middle">${now}</text>`
        : svg`<text x=${width} y="11" text-anchor="end">${session.time.moment(to, Date.now())}</text>`}
    </svg>
    <div class="rd"></div>
  </div>`;
}

/** A time of day within two days, a date beyond. */
function markWords(at: number, from: number, to: number, time: SiteTime): string {
  if (to - from <= 2 * dayMillis) return time.time(at);
  const day = time.dayOf(at);
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));
}

function miniRow(sensor: ShownSensor, stack: ChartStack): TemplateResult {
  const latest = current(sensor, stack.store);
  const { by, words: where } = latest ? deviation(latest.value, sensor.levels) : { by: 0, words: "" as const };
  return html`<div
    class="row mini"
    role="button"
    tabindex="0"
    data-press
    data-sensor=${sensor.id}
    title="Show ${sensor.name} large"
    @click=${() => stack.select(sensor.id)}
  >
    <div class="nm"><span class="strong" title=${sensor.name}>${sensor.name}</span><span class="small mid">${sensor.unit}</span></div>
    <svg class="ch" viewBox="0 0 ${Math.max(1, stack.width)} 40" height="40" role="img" aria-label=${sensor.name}>
      ${stack.width > 0 ? drawing(stack, sensor, 40, true) : nothing}
    </svg>
    <div class="rd">
      <b>${latest ? measure(latest.value) : "–"}</b>
      <span class="small ${where === "over" || where === "under" ? "warn" : "mid"}"
        >${where === "over" || where === "under" ? `${measure(by)} ${where} expected` : where}</span
      >
    </div>
  </div>`;
}

import type { Device, SensorStatus, Site } from "../../api/types";

/** A sensor that the site file does not name. */
export interface Stranger {
  id: string;
  name: string;
  unit: string;
}

/** What a person has to add to the site file for one machine. */
export interface Adoption {
  machine: string;
  /** Whether the site file names the machine. */
  known: boolean;
  sensors: Stranger[];
}

/** Sensors to adopt, by machine: those that devices announced, and those that only sent readings. */
export function adoptions(devices: readonly Device[], statuses: readonly SensorStatus[], site: Site): Adoption[] {
  const named = new Set(site.machines.flatMap((machine) => machine.sensors.map((sensor) => sensor.id)));
  const strangers = new Map<string, Stranger>();
  for (const { metrics } of devices) {
    for (const metric of metrics) {
      if (!metric.known && !named.has(metric.sensor)) strangers.set(metric.sensor, { id: metric.sensor, name: metric.name, unit: metric.unit ?? "" });
    }
  }
  for (const { sensor } of statuses) {
    if (!named.has(sensor) && !strangers.has(sensor)) strangers.set(sensor, { id: sensor, name: localOf(sensor), unit: "" });
  }
  const machines = new Map<string, Adoption>();
  for (const stranger of [...strangers.values()].sort((a, b) => a.id.localeCompare(b.id))) {
    const machine = stranger.id.includes("/") ? stranger.id.slice(0, stranger.id.indexOf("/")) : "";
    const known = site.machines.some((each) => each.id === machine);
    const entry = machines.get(machine) ?? { machine, known, sensors: [] };
    entry.sensors.push(stranger);
    machines.set(machine, entry);
  }
  return [...machines.values()];
}

/** The lines to paste into the site file. What no device tells is left empty, so that the file is refused until a person fills it in. */
export function yamlOf({ machine, known, sensors }: Adoption): string {
  const lines = sensors.map(
    ({ id, name, unit }) => `      - {id: ${scalar(localOf(id))}, name: ${quoted(name)}, unit: ${quoted(unit)}, minimum: , maximum: , everySeconds: }`,
  );
  if (known) return [`    # below "sensors:" of machine ${machine}`, ...lines].join("\n");
  return [
    `  # below "machines:"`,
    `  - id: ${scalar(machine)}`,
    `    name: ${quoted(machine)}`,
    `    line:`,
    `    idealCycleSeconds:`,
    `    downtimeCentsPerMinute:`,
    `    scrapCentsPerUnit:`,
    `    sensors:`,
    ...lines,
  ].join("\n");
}

function localOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

/** Double quotes of JSON are double quotes of YAML. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Plain when no reader can take it for a number or a word of YAML. */
function scalar(text: string): string {
  return /^[A-Za-z][A-Za-z0-9_.-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text) ? text : quoted(text);
}

import type { SensorStatus, Site } from "../../api/types";
import type { ShownSensor } from "./chart-stack";

/** What the site file and the newest status say about a sensor; a sensor unknown to both stands under its id. */
export function shownSensor(id: string, site: Site, statuses: readonly SensorStatus[]): ShownSensor {
  const machine = site.machines.find((each) => each.sensors.some((sensor) => sensor.id === id));
  const known = machine?.sensors.find((sensor) => sensor.id === id);
  const status = statuses.find((each) => each.sensor === id) ?? null;
  return {
    id,
    machine: machine?.id ?? status?.machine ?? "",
    machineName: machine?.name ?? status?.machine ?? id,
    name: known?.name || status?.name || id,
    unit: known?.unit || status?.unit || "",
    status,
    levels: {
      expectedLow: status?.expectedLow ?? null,
      expectedHigh: status?.expectedHigh ?? null,
      minimum: known?.minimum ?? status?.minimum ?? null,
      maximum: known?.maximum ?? status?.maximum ?? null,
    },
  };
}

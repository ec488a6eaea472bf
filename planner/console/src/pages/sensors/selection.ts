import type { Alarm, SensorStatus, Site } from "../../api/types";
import { inOrder, openAlarms } from "./alarm-groups";

/**
 * The alarm in the panel. What is selected may be an alarm, a sensor or a machine; a sensor or machine shows its worst
 * open alarm, if any. Without a selection that is known, the worst open alarm of all.
 */
export function shownAlarm(selected: string | null, alarms: readonly Alarm[], site: Site): Alarm | null {
  const chosen = alarms.find((alarm) => alarm.id === selected);
  if (chosen) return chosen;
  const worst = inOrder(alarms);
  if (selected !== null && isKnown(selected, site)) {
    return worst.find((alarm) => alarm.sensor === selected || alarm.machine === selected) ?? null;
  }
  return worst[0] ?? null;
}

/** The sensor shown large: the selected one, the selected machine's worst or first, the alarm's, or the first of all. */
export function shownSensorId(
  selected: string | null,
  alarms: readonly Alarm[],
  site: Site,
  statuses: readonly SensorStatus[],
): string | null {
  const all = site.machines.flatMap((machine) => machine.sensors);
  if (all.some((sensor) => sensor.id === selected)) return selected;
  const machine = site.machines.find((each) => each.id === selected);
  const alarm = shownAlarm(selected, alarms, site);
  if (alarm && (!machine || alarm.machine === machine.id)) return alarm.sensor;
  return machine?.sensors[0]?.id ?? all[0]?.id ?? statuses[0]?.sensor ?? null;
}

/** How many open alarms nobody has seen. */
export function unseen(alarms: readonly Alarm[]): number {
  return openAlarms(alarms).filter((alarm) => !alarm.acknowledgedBy).length;
}

function isKnown(id: string, site: Site): boolean {
  return site.machines.some((each) => each.id === id || each.sensors.some((sensor) => sensor.id === id));
}

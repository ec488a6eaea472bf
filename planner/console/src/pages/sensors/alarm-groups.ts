import type { Alarm } from "../../api/types";
import { severityRank } from "../../parts/symbols";

/** Alarms with one likely cause: the earliest, and what began soon after it on its machine and line. */
export interface AlarmGroup {
  head: Alarm;
  /** The others, by when they began. */
  others: Alarm[];
  line: string;
  /** The worst severity of all. */
  severity: string;
  cents: number;
  escalated: boolean;
}

/** Alarms that ask for somebody. */
export function openAlarms(alarms: readonly Alarm[]): Alarm[] {
  return alarms.filter((alarm) => alarm.standing === "OPEN");
}

/** Open alarms by likely cause: escalated groups first, then the worst, the dearest and the newest. */
export function groupsOf(alarms: readonly Alarm[]): AlarmGroup[] {
  const members = new Map<string, Alarm[]>();
  for (const alarm of openAlarms(alarms)) {
    const known = members.get(alarm.group);
    if (known) known.push(alarm);
    else members.set(alarm.group, [alarm]);
  }
  return [...members.values()].map(groupOf).sort(worseFirst);
}

function groupOf(members: Alarm[]): AlarmGroup {
  const [head, ...others] = [...members].sort((a, b) => a.groupRank - b.groupRank);
  const worst = [...members].sort((a, b) => severityRank(a.severity) - severityRank(b.severity))[0]!;
  return {
    head: head!,
    others,
    line: head!.line,
    severity: worst.severity,
    cents: members.reduce((sum, alarm) => sum + alarm.cents, 0),
    escalated: members.some((alarm) => alarm.escalatedAt !== null),
  };
}

function worseFirst(a: AlarmGroup, b: AlarmGroup): number {
  return (
    Number(b.escalated) - Number(a.escalated) ||
    severityRank(a.severity) - severityRank(b.severity) ||
    b.cents - a.cents ||
    b.head.onset.localeCompare(a.head.onset)
  );
}

/** Groups of one line stand together, the line with the worst group first. */
export function linesOf(groups: readonly AlarmGroup[]): { line: string; groups: AlarmGroup[] }[] {
  const lines = new Map<string, AlarmGroup[]>();
  for (const group of groups) lines.set(group.line, [...(lines.get(group.line) ?? []), group]);
  return [...lines].map(([line, each]) => ({ line, groups: each }));
}

/** Every open alarm in the order of the list, members after their head. */
export function inOrder(alarms: readonly Alarm[]): Alarm[] {
  return linesOf(groupsOf(alarms)).flatMap(({ groups }) => groups.flatMap((group) => [group.head, ...group.others]));
}

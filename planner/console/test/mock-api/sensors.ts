import { machines, people } from "./site.ts";

const faulty = "filler-2/pressure";
const all = machines.flatMap((machine) => machine.sensors.map((sensor) => ({ ...sensor, machine })));

/** What a sensor reads at a time: a slow wave, a little noise, and the drift of the faulty one since `onset`. */
export function reading(id: string, at: number, onset: number): number {
  const sensor = all.find((each) => each.id === id);
  if (!sensor) return 0;
  const noise = Math.sin(at / 3_700 + id.length) * 0.6 + Math.sin(at / 911) * 0.4;
  const wave = Math.sin(at / 90_000 + id.length * 3);
  const drift = at < onset ? 0 : (at - onset) / 3_600_000;
  const pull = id === faulty ? -0.62 * drift : id.startsWith("filler-2/") ? drift * sensor.mean * 0.1 : 0;
  return Math.round((sensor.mean * (1 + 0.012 * wave + 0.012 * noise) + pull) * 1000) / 1000;
}

export interface Decided {
  assignee?: string | null;
  decision?: { kind: string; until: string | null; reason: string; by: string; at: string } | null;
}

export function alarms(now: number, onset: number, seen: Map<string, { by: string; comment: string; at: string }>, decided: Map<string, Decided> = new Map()) {
  const make = (id: string, sensor: string, severity: string, since: number, cents: number, reason: string, end: number | null = null) => {
    const known = all.find((each) => each.id === sensor)!;
    const ack = seen.get(id);
    const { assignee = null, decision = null } = decided.get(id) ?? {};
    const held = decision && (decision.until === null || Date.parse(decision.until) > now) ? decision : null;
    const standing = end || (held && held.kind !== "SHELVED") ? "DONE" : held ? "SHELVED" : "OPEN";
    return {
      standing, assignee, assigneeName: assignee && (people.find((each) => each.id === assignee)?.name ?? assignee), decision: held, suppressedUntil: null,
      escalatedAt: id === "e1" && standing === "OPEN" && !ack ? new Date(since + 15 * 60_000).toISOString() : null, group: id === "e2" ? "e1" : id, groupRank: id === "e2" ? 1 : 0,
      id, revision: 1, kind: reason.startsWith("Frozen") ? "QUALITY" : "ANOMALY", sensor, machine: known.machine.id, detector: "spread", state: end ? "CLOSED" : "OPEN", severity, score: 9,
      onset: new Date(since).toISOString(), last: new Date(end ?? now).toISOString(), end: end ? new Date(end).toISOString() : null,
      value: reading(sensor, now, onset), expectedLow: known.mean * 0.96, expectedHigh: known.mean * 1.04, reason, causes: [],
      machineName: known.machine.name, sensorName: known.name, unit: known.unit, line: known.machine.line, cents,
      acknowledgedBy: ack?.by ?? (id === "e3" ? "B. de Vries" : null), acknowledgedAt: ack?.at ?? (id === "e3" ? new Date(since + 600_000).toISOString() : null), comment: ack?.comment ?? null,
    };
  };
  const min = 60_000;
  return {
    alarms: [
      make("e1", faulty, "CRITICAL", onset, 15_400, "0.82 bar under the expected 3.27 to 3.57, falling since 08:52"),
      make("e2", "filler-2/flow", "HIGH", onset + 9 * min, 0, "follows the pressure, 5.2 l/min under"),
      make("e3", "packer-2/current", "HIGH", now - 37 * min, 2_800, "14 short stops in an hour"),
      make("e4", "cooker-1/temperature", "MEDIUM", now - 188 * min, 600, "oscillates by 2.1 °C"),
      make("e5", "sealer-1/temperature", "LOW", now - 55 * min, 0, "Frozen at 6.02 °C for 55 min"),
      make("e6", "cooker-1/pressure", "HIGH", now - 250 * min, 2_600, "lid open", now - 214 * min),
      make("e7", "packer-2/vibration", "MEDIUM", now - 212 * min, 4_600, "film change", now - 171 * min),
    ],
  };
}

export function statuses(now: number, onset: number) {
  return all.map(({ id, mean, machine, name, unit, minimum, maximum }) => ({
    sensor: id, at: new Date(now - 400).toISOString(), value: reading(id, now, onset), readings: 16_920, duplicates: id.length % 3, rejected: id.startsWith("sealer-1/t") ? 4 : 0,
    fault: id === "sealer-1/temperature" ? "FROZEN" : null, expectedLow: mean * 0.96, expectedHigh: mean * 1.04, machine: machine.id, name, unit, minimum, maximum,
    delivery: id.startsWith("cooker-1/p") ? { late: 12, missing: 240, faults: ["gap", "duplicate"] } : { late: 0, missing: 0, faults: [] },
  }));
}

export function series(sensor: string, from: number, to: number, points: number, onset: number) {
  const step = Math.max(1000, (to - from) / points);
  const list: number[][] = [];
  for (let at = from; at <= Math.min(to, Date.now()); at += step) {
    const mean = reading(sensor, at, onset);
    list.push([Math.round(at), mean * 0.995, mean * 1.005, mean]);
  }
  return { sensor, unit: "", points: list, latest: null };
}

function losses(minutes: number, cents: number) {
  return [
    { factor: "AVAILABILITY", kind: "BREAKDOWN", reason: "bearing", count: 1, minutes: minutes * 0.5, cents: cents * 0.5 },
    { factor: "AVAILABILITY", kind: "MICRO_STOP", reason: "jam", count: 4, minutes: minutes * 0.2, cents: cents * 0.2 },
    { factor: "PERFORMANCE", kind: "SLOW", reason: "slow", count: 0, minutes: minutes * 0.2, cents: cents * 0.2 },
    { factor: "QUALITY", kind: "SCRAP", reason: "scrap", count: 12, minutes: minutes * 0.1, cents: cents * 0.1 },
  ];
}

export function production(now: number) {
  const rows: [string, number, number, number, number, number, number][] = [
    ["RUNNING", 0.91, 0.95, 0.97, 0.99, 9, 3_200], ["CHANGEOVER", 0.92, 0.96, 0.96, 0.99, 6, 2_100], ["RUNNING", 0.96, 0.98, 0.98, 1, 3, 1_100], ["RUNNING", 0.97, 0.99, 0.98, 1, 1, 400],
    ["BLOCKED", 0.94, 0.96, 0.98, 1, 0, 0], ["DOWN", 0.71, 0.78, 0.7, 0.93, 44, 15_400], ["STARVED", 0.89, 0.92, 0.97, 0.99, 1, 400], ["RUNNING", 0.72, 0.74, 0.98, 0.99, 21, 7_400],
  ];
  return {
    from: new Date(now - 4.7 * 3_600_000).toISOString(),
    to: new Date(now).toISOString(),
    machines: machines.map((machine, i) => {
      const [state, oee, availability, performance, quality, lostMinutes, lostCents] = rows[i]!;
      return { machine: machine.id, name: machine.name, line: machine.line, state, since: new Date(now - (i === 5 ? 9 : 30 + i * 11) * 60_000).toISOString(), reason: state === "DOWN" ? "bearing" : null, oee, availability, performance, quality, lostMinutes, lostCents, bottleneck: i === 5, soleBottleneckMinutes: i === 5 ? 120 : 0, shiftingBottleneckMinutes: i === 5 ? 14 : 0, losses: losses(lostMinutes, lostCents) };
    }),
  };
}

/** A bearing that should be replaced now, and one that lasts. */
export function wearParts(now: number) {
  const stopAt = new Date(now + 5 * 86_400_000).toISOString();
  const common = { stopAt, stop: "on Sunday 18 October 06:00", replacedAt: null, replacedBy: null, missing: [] };
  const at = new Date(now - 600_000).toISOString();
  return [
    {
      ...common,
      machine: "filler-2", machineName: "Filler 2", line: "line-2", part: "bearing", act: "NOW", failsBefore: 0.86, nowCents: 50_500, laterCents: 189_640,
      sentence: "Replace the bearing now: 50500 cents, against 189640 cents expected by waiting for the stop on Sunday 18 October 06:00. It fails before with a chance of 86 %.",
      left: { at, since: at, ranHours: 410, hours: 71, lowHours: 48, highHours: 120, asGoodAsNew: false },
      hints: [{ sensor: "filler-2/vibration", name: "Vibration", deviations: 9.4 }, { sensor: "filler-2/flow", name: "Flow", deviations: -4.2 }],
      modes: [
        { name: "surface fatigue", fit: 0.91, seen: ["Vibration"], unseen: [] },
        { name: "seal leaks", fit: 0.41, seen: ["Flow"], unseen: ["Pressure"] },
      ],
    },
    {
      ...common,
      machine: "mixer-2", machineName: "Mixer 2", line: "line-2", part: "shaft seal", act: "LEAVE", failsBefore: null, nowCents: 21_000, laterCents: null,
      sentence: "Leave the shaft seal: it is as good as new. Nine in ten run for 220 h more, as far as the model tells.",
      left: { at, since: at, ranHours: 40, hours: 246, lowHours: 220, highHours: 250, asGoodAsNew: true },
      hints: [],
      modes: [],
    },
  ];
}

/** A control chart of means, one of single readings and one of scrap; the first shows a sign now. */
export function controlCharts(now: number) {
  const points = (centre: number, spread: number, jump: number) =>
    Array.from({ length: 25 }, (_, i) => ({
      at: new Date(now - (24 - i) * 60_000).toISOString(),
      value: centre + spread * Math.sin(i * 1.7) + (i === 24 ? jump : 0),
      spread: Math.abs(spread * (1 + Math.cos(i))),
      rules: i === 24 && jump > 0 ? ["BEYOND_3_SIGMA"] : [],
    }));
  const lines = (centre: number, half: number) => ({ centre, lower: centre - half, upper: centre + half });
  return [
    { id: "c1", revision: 25, subject: "cooker-1/temperature", kind: "XBAR_RANGE", lines: lines(6, 0.3), spreadLines: lines(0.1, 0.1), points: points(6, 0.1, 0.5), capability: { cp: 1.6, cpk: 1.2, pp: 1.5, ppk: 1.1 } },
    { id: "c2", revision: 25, subject: "filler-1/flow", kind: "INDIVIDUALS", lines: null, spreadLines: null, points: points(42, 1, 0), capability: null },
    { id: "c3", revision: 25, subject: "packer-1", kind: "PROPORTION", lines: lines(0.02, 0.015), spreadLines: null, points: points(0.02, 0.008, 0).map((each) => ({ ...each, spread: null })), capability: null },
  ];
}

/** An edge node with a sensor that the site file does not name, and one of which it names nothing. */
export function devices(now: number) {
  const metric = (sensor: string, name: string, unit: string | null, known: boolean) => ({ sensor, name, unit, known });
  return [
    { id: "filler-1", source: "plant/edge-1", state: "ONLINE", at: new Date(now - 3_600_000).toISOString(), metrics: [metric("filler-1/flow", "Flow", "l/min", true), metric("filler-1/seal-force", "Seal force", "N", false)] },
    { id: "press-9", source: "plant/edge-2", state: "OFFLINE", at: new Date(now - 600_000).toISOString(), metrics: [metric("press-9/load", "Load", null, false)] },
  ];
}

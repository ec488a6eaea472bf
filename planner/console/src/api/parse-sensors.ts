import { Fields } from "./fields";
import type * as api from "./types";

/** As parse.ts: the answers about sensors, machines, chains and the program itself. */
type Parse<T> = (json: unknown) => T;

export const alarms: Parse<api.Alarm[]> = (json) =>
  Fields.of(json, "alarms").list("alarms", (a) => ({
    id: a.text("id"),
    kind: a.text("kind"),
    sensor: a.text("sensor"),
    machine: a.text("machine"),
    state: a.text("state"),
    severity: a.text("severity"),
    onset: a.text("onset"),
    last: a.text("last"),
    end: a.textOrNull("end"),
    value: a.number("value"),
    expectedLow: a.numberOrNull("expectedLow"),
    expectedHigh: a.numberOrNull("expectedHigh"),
    reason: a.text("reason"),
    machineName: a.textOrNull("machineName") ?? a.text("machine"),
    sensorName: a.textOrNull("sensorName") ?? a.text("sensor"),
    unit: a.text("unit"),
    line: a.text("line"),
    cents: a.number("cents"),
    acknowledgedBy: a.textOrNull("acknowledgedBy"),
    acknowledgedAt: a.textOrNull("acknowledgedAt"),
    comment: a.textOrNull("comment"),
    standing: a.textOrNull("standing") ?? (a.text("state") === "OPEN" ? "OPEN" : "DONE"),
    assignee: a.textOrNull("assignee"),
    assigneeName: a.textOrNull("assigneeName"),
    decision: a.child("decision", (d) => ({
      kind: d.text("kind"),
      until: d.textOrNull("until"),
      reason: d.text("reason"),
      by: d.text("by"),
      at: d.text("at"),
    })),
    suppressedUntil: a.textOrNull("suppressedUntil"),
    escalatedAt: a.textOrNull("escalatedAt"),
    group: a.textOrNull("group") ?? a.text("id"),
    groupRank: a.number("groupRank"),
  }));

export const sensors: Parse<api.SensorStatus[]> = (json) =>
  new Fields({ sensors: json as unknown[] }, "answer").list("sensors", (s) => ({
    sensor: s.text("sensor"),
    at: s.text("at"),
    value: s.number("value"),
    readings: s.number("readings"),
    rejected: s.number("rejected"),
    duplicates: s.number("duplicates"),
    fault: s.textOrNull("fault"),
    expectedLow: s.numberOrNull("expectedLow"),
    expectedHigh: s.numberOrNull("expectedHigh"),
    machine: s.text("machine"),
    name: s.textOrNull("name") ?? s.text("sensor"),
    unit: s.text("unit"),
    minimum: s.numberOrNull("minimum"),
    maximum: s.numberOrNull("maximum"),
    delivery: s.child("delivery", (d) => ({ late: d.number("late"), missing: d.number("missing"), faults: d.texts("faults") })) ?? { late: 0, missing: 0, faults: [] },
  }));

export const series: Parse<api.Series> = (json) => {
  const f = Fields.of(json, "series");
  const points = f.array("points").filter((each): each is number[] => Array.isArray(each) && each.length >= 2);
  return {
    sensor: f.text("sensor"),
    points: points.map(([at, min, max, mean]) => {
      const low = min as number;
      const high = max ?? low;
      return [at as number, low, high, mean ?? (low + high) / 2] as api.SeriesPoint;
    }),
  };
};

export const production: Parse<api.Production> = (json) => {
  const f = Fields.of(json, "production");
  return {
    from: f.textOrNull("from"),
    to: f.textOrNull("to"),
    machines: f.list("machines", (m) => ({
      machine: m.text("machine"),
      name: m.textOrNull("name") ?? m.text("machine"),
      line: m.text("line"),
      state: m.textOrNull("state"),
      since: m.textOrNull("since"),
      reason: m.textOrNull("reason"),
      oee: m.numberOrNull("oee"),
      availability: m.numberOrNull("availability"),
      performance: m.numberOrNull("performance"),
      quality: m.numberOrNull("quality"),
      lostMinutes: m.number("lostMinutes"),
      lostCents: m.number("lostCents"),
      bottleneck: m.flag("bottleneck"),
      soleBottleneckMinutes: m.number("soleBottleneckMinutes"),
      shiftingBottleneckMinutes: m.number("shiftingBottleneckMinutes"),
      losses: m.list("losses", (l) => ({
        factor: l.text("factor"),
        kind: l.text("kind"),
        reason: l.text("reason"),
        count: l.number("count"),
        minutes: l.number("minutes"),
        cents: l.number("cents"),
      })),
    })),
  };
};

export const chain: Parse<api.Chain> = (json) => {
  const f = Fields.of(json, "chain");
  return {
    links: f.list("links", (l) => ({
      page: l.text("page"),
      id: l.text("id"),
      title: l.text("title"),
      detail: l.text("detail"),
      kind: l.text("kind"),
      cents: l.number("cents"),
    })),
    toActCents: f.number("toActCents"),
    avoidedCents: f.number("avoidedCents"),
    savesCents: f.number("savesCents"),
  };
};

export const chains: Parse<api.ChainHead[]> = (json) =>
  new Fields({ chains: json as unknown[] }, "answer").list("chains", (c) => ({
    id: c.text("id"),
    title: c.text("title"),
    savesCents: c.number("savesCents"),
  }));

export const simulation: Parse<api.SimulationMenu> = (json) => {
  const f = Fields.of(json, "simulation");
  return {
    enabled: f.flag("enabled"),
    faults: f.list("faults", (each) => ({
      fault: each.text("fault"),
      label: each.textOrNull("label") ?? each.text("fault"),
      targets: each.list("targets", (t) => ({ id: t.text("id"), name: t.textOrNull("name") ?? t.text("id") })),
    })),
  };
};

export const health: Parse<api.Health> = (json) => {
  const f = Fields.of(json, "health");
  return {
    status: f.text("status"),
    parts: f.list("parts", (p) => ({
      name: p.text("name"),
      status: p.text("status"),
      detail: p.textOrNull("detail"),
    })),
  };
};

import { Fields } from "./fields";
import type * as api from "./types";

/** As parse.ts: the answers about alarms' logs, maintenance, control charts, devices and parts that wear. */
type Parse<T> = (json: unknown) => T;

export const alarmLog: Parse<api.AlarmLogLine[]> = (json) =>
  Fields.of(json, "log").list("lines", (l) => ({ at: l.text("at"), by: l.text("by"), what: l.text("what"), text: l.text("text") }));

export const maintenance: Parse<api.Maintenance[]> = (json) =>
  new Fields({ windows: json as unknown[] }, "answer").list("windows", (w) => ({
    id: w.text("id"),
    machine: w.text("machine"),
    machineName: w.textOrNull("machineName") ?? w.text("machine"),
    from: w.text("from"),
    until: w.text("until"),
    state: w.text("state"),
    reason: w.text("reason"),
    by: w.text("by"),
  }));

export const machineChanges: Parse<api.MachineChange[]> = (json) =>
  new Fields({ changes: json as unknown[] }, "answer").list("changes", (c) => ({ machine: c.text("machine"), at: c.text("at"), state: c.textOrNull("state") }));

const lines = (f: Fields): api.ControlLines => ({ centre: f.number("centre"), lower: f.number("lower"), upper: f.number("upper") });

export const controlCharts: Parse<api.ControlChart[]> = (json) =>
  new Fields({ charts: json as unknown[] }, "answer").list("charts", (c) => ({
    id: c.text("id"),
    subject: c.text("subject"),
    kind: c.text("kind"),
    lines: c.child("lines", lines),
    spreadLines: c.child("spreadLines", lines),
    points: c.list("points", (p) => ({
      at: p.text("at"),
      value: p.number("value"),
      spread: p.numberOrNull("spread"),
      rules: p.texts("rules"),
    })),
    capability: c.child("capability", (each) => ({
      cp: each.numberOrNull("cp"),
      cpk: each.number("cpk"),
      pp: each.numberOrNull("pp"),
      ppk: each.number("ppk"),
    })),
  }));

export const devices: Parse<api.Device[]> = (json) =>
  new Fields({ devices: json as unknown[] }, "answer").list("devices", (d) => ({
    id: d.text("id"),
    source: d.text("source"),
    state: d.text("state"),
    at: d.text("at"),
    metrics: d.list("metrics", (m) => ({
      sensor: m.text("sensor"),
      name: m.textOrNull("name") ?? m.text("sensor"),
      unit: m.textOrNull("unit"),
      known: m.flag("known"),
    })),
  }));

export const wearParts: Parse<api.WearPart[]> = (json) =>
  new Fields({ parts: json as unknown[] }, "answer").list("parts", (p) => ({
    machine: p.text("machine"),
    machineName: p.textOrNull("machineName") ?? p.text("machine"),
    part: p.text("part"),
    left: p.child("left", (l) => ({
      at: l.text("at"),
      ranHours: l.number("ranHours"),
      hours: l.number("hours"),
      lowHours: l.number("lowHours"),
      highHours: l.number("highHours"),
      asGoodAsNew: l.flag("asGoodAsNew"),
    })),
    hints: p.list("hints", (h) => ({ sensor: h.text("sensor"), name: h.text("name"), deviations: h.number("deviations") })),
    modes: p.list("modes", (m) => ({ name: m.text("name"), fit: m.number("fit"), seen: m.texts("seen"), unseen: m.texts("unseen") })),
    missing: p.texts("missing"),
    act: p.text("act"),
    sentence: p.text("sentence"),
    stopAt: p.textOrNull("stopAt"),
    failsBefore: p.numberOrNull("failsBefore"),
    nowCents: p.number("nowCents"),
    laterCents: p.numberOrNull("laterCents"),
    replacedAt: p.textOrNull("replacedAt"),
    replacedBy: p.textOrNull("replacedBy"),
  }));

import { describe, expect, it } from "vitest";
import type { Alarm, MachineProduction, SeriesPoint } from "../src/api/types";
import { site as parseSite } from "../src/api/parse";
import { linear, niceStep, px, ticks, timeStep } from "../src/parts/scale";
import { groupsOf, inOrder, linesOf } from "../src/pages/sensors/alarm-groups";
import { append, deviation, segments, spanFor, usualStep, valueRange, widerSpan } from "../src/pages/sensors/chart-model";
import { shownAlarm, shownSensorId, unseen } from "../src/pages/sensors/selection";
import { ShownTime } from "../src/pages/sensors/shown-time";
import { StateLog } from "../src/pages/sensors/state-log";

const minute = 60_000;
const none = { expectedLow: null, expectedHigh: null, minimum: null, maximum: null };
const point = (at: number, value: number): SeriesPoint => [at, value, value, value];

describe("scales", () => {
  it("map ends to ends, and an empty span to the middle", () => {
    expect([0, 5, 10].map(linear(0, 10, 100, 0))).toEqual([100, 50, 0]);
    expect(linear(3, 3, 0, 10)(99)).toBe(5);
  });

  it("tick at round values inside the span only", () => {
    expect(ticks(2.4, 3.8, 4)).toEqual([2.5, 3, 3.5]);
    expect(ticks(0, 20, 3)).toEqual([0, 10, 20]);
    expect(ticks(1, 1, 4)).toEqual([]);
    expect([0.3, 1, 1.1, 7, 23].map(niceStep)).toEqual([0.5, 1, 2, 10, 50]);
  });

  it("choose a time step that leaves room for the words", () => {
    expect(timeStep(15 * minute, 8)).toBe(2 * minute);
    expect(timeStep(8 * 60 * minute, 6)).toBe(120 * minute);
    expect(timeStep(90 * 1440 * minute, 6)).toBe(43_200 * minute);
  });

  it("round to tenths of a pixel", () => {
    expect([1.04, 1.06, -0.04].map(px)).toEqual(["1", "1.1", "0"]);
  });
});

describe("value range", () => {
  it("holds readings and the expected band", () => {
    const { low, high } = valueRange([point(0, 5)], { ...none, expectedLow: 2, expectedHigh: 3 });
    expect(low).toBeLessThan(2);
    expect(high).toBeGreaterThan(5);
  });

  it("shows a limit that the readings come near, and not one far away", () => {
    const points = [point(0, 2), point(1, 3)];
    expect(valueRange(points, { ...none, maximum: 3.5 }).high).toBeGreaterThan(3.5);
    expect(valueRange(points, { ...none, maximum: 100 }).high).toBeLessThan(4);
  });

  it("of a flat line is not empty, and without readings is that of the limits", () => {
    const flat = valueRange([point(0, 7), point(1, 7)], none);
    expect(flat.high).toBeGreaterThan(flat.low);
    const empty = valueRange([], { ...none, minimum: 0, maximum: 20 });
    expect([empty.low <= 0, empty.high >= 20, empty.high < 25]).toEqual([true, true, true]);
  });
});

describe("readings", () => {
  it("are cut where some are missing", () => {
    const points = [0, 1, 2, 3, 60, 61].map((at) => point(at, 1));
    expect(segments(points, 0, 100).map((run) => run.length)).toEqual([4, 2]);
    expect(usualStep(points.slice(0, 2))).toBe(Infinity);
  });

  it("outside the span are left out", () => {
    expect(segments([point(0, 1), point(5, 1), point(9, 1)], 4, 8).flat()).toEqual([point(5, 1)]);
  });

  it("append in order: repeats and older ones are dropped, what left the span goes", () => {
    const points = [point(1, 1), point(5, 2)];
    expect(append(points, 5, 9, 0)).toBe(points);
    expect(append(points, 4, 9, 0)).toBe(points);
    expect(append(points, 6, 3, 2)).toEqual([point(5, 2), point(6, 3)]);
  });

  it("tell how far they are outside their band", () => {
    const band = { ...none, expectedLow: 3.27, expectedHigh: 3.57 };
    expect(deviation(2.45, band)).toMatchObject({ words: "under" });
    expect(deviation(2.45, band).by).toBeCloseTo(0.82, 9);
    expect(deviation(3.4, band).words).toBe("in band");
    expect(deviation(4, band).words).toBe("over");
    expect(deviation(4, none).words).toBe("");
  });

  it("of the past that are too few are looked for in the next longer span", () => {
    expect([widerSpan(15 * minute, 3), widerSpan(15 * minute, 12), widerSpan(90 * 1440 * minute, 0)]).toEqual([60 * minute, null, null]);
  });

  it("are shown from before the alarm began", () => {
    expect(spanFor(null, 0)).toBe(15 * minute);
    expect(spanFor(0, 50 * minute)).toBe(480 * minute);
    expect(spanFor(0, 10 * minute)).toBe(15 * minute);
    expect(spanFor(0, 1e13)).toBe(90 * 1440 * minute);
  });
});

describe("the time shown", () => {
  const now = 1000 * 1440 * minute;

  it("ends now while readings come, and with the last one otherwise", () => {
    const time = new ShownTime();
    expect(time.stretch(now - minute, null, now)).toEqual({ from: now - 15 * minute, to: now, span: 15 * minute, live: true });
    expect(time.stretch(0, null, now).live).toBe(true);
    expect(time.stretch(now - 90 * minute - 1, null, now)).toEqual({ from: now - 105 * minute, to: now - 90 * minute, span: 15 * minute, live: false });
  });

  it("widens over few readings of the past, until another sensor is shown", () => {
    const time = new ShownTime();
    const past = () => time.stretch(now - 90 * minute, null, now);
    expect([time.widen(past(), 3), past().span, time.widen(past(), 12), past().span]).toEqual([true, 60 * minute, false, 60 * minute]);
    time.forget();
    expect([past().span, time.widen(time.stretch(now, null, now), 3)]).toEqual([15 * minute, false]);
  });

  it("is as long as was chosen, whatever is found", () => {
    const time = new ShownTime();
    time.choose(15 * minute);
    const shown = time.stretch(now - 90 * minute, now - 300 * minute, now);
    expect([shown.span, time.widen(shown, 0)]).toEqual([15 * minute, false]);
  });
});

describe("alarms", () => {
  const alarm = (id: string, group: string, severity: string, more: Partial<Alarm> = {}) =>
    ({ id, group, groupRank: id === group ? 0 : 1, machine: "m", machineName: "M", line: "l1", severity, cents: 0, standing: "OPEN", escalatedAt: null, onset: "2026-10-13T06:52:00Z", ...more }) as Alarm;

  it("with one likely cause are one, headed by the earliest, as bad as the worst and as dear as all", () => {
    const groups = groupsOf([alarm("c", "a", "CRITICAL", { groupRank: 2, cents: 5 }), alarm("b", "a", "LOW", { cents: 7 }), alarm("a", "a", "LOW")]);
    expect(groups.map((group) => [group.head.id, group.others.map((each) => each.id), group.severity, group.cents])).toEqual([["a", ["b", "c"], "CRITICAL", 12]]);
  });

  it("stand escalated first, then by the worst and the dearest; what asks for nobody is left out", () => {
    const list = [alarm("a", "a", "LOW", { cents: 900 }), alarm("b", "b", "HIGH"), alarm("c", "c", "HIGH", { cents: 50 }), alarm("d", "d", "HIGH", { escalatedAt: "2026-10-13T07:07:00Z" }), alarm("e", "e", "CRITICAL", { standing: "SHELVED" })];
    expect(inOrder(list).map((each) => each.id)).toEqual(["d", "c", "b", "a"]);
  });

  it("of a line stand together, the line with the worst first", () => {
    const groups = groupsOf([alarm("a", "a", "LOW"), alarm("b", "b", "HIGH", { line: "l2" }), alarm("c", "c", "MEDIUM")]);
    expect(linesOf(groups).map(({ line, groups: each }) => [line, each.length])).toEqual([["l2", 1], ["l1", 2]]);
  });
});

describe("selection", () => {
  const one = (id: string, sensor: string, severity: string, state = "OPEN") => ({ id, sensor, machine: sensor.split("/")[0]!, machineName: "", line: "", severity, cents: 0, state, standing: state === "OPEN" ? "OPEN" : "DONE", group: id, groupRank: 0, escalatedAt: null, onset: "", acknowledgedBy: null }) as unknown as Alarm;
  const site = parseSite({ machines: ["m1", "m2"].map((id) => ({ id, name: id, sensors: [{ id: `${id}/a` }, { id: `${id}/b` }] })) });
  const list = [one("x", "m2/b", "LOW"), one("y", "m2/a", "HIGH"), one("z", "m1/b", "CRITICAL", "CLOSED")];

  it("without any is the worst open alarm and its sensor", () => {
    expect([shownAlarm(null, list, site)?.id, shownSensorId(null, list, site, [])]).toEqual(["y", "m2/a"]);
    expect([shownAlarm(null, [], site), shownSensorId(null, [], site, [])]).toEqual([null, "m1/a"]);
  });

  it("of an alarm, even a closed one, shows it", () => {
    expect([shownAlarm("z", list, site)?.id, shownSensorId("z", list, site, [])]).toEqual(["z", "m1/b"]);
  });

  it("of a machine shows its worst, of a quiet machine its first sensor", () => {
    expect([shownAlarm("m2", list, site)?.id, shownSensorId("m2", list, site, [])]).toEqual(["y", "m2/a"]);
    expect([shownAlarm("m1", list, site), shownSensorId("m1", list, site, [])]).toEqual([null, "m1/a"]);
  });

  it("of a sensor shows it, with its alarm if it has one", () => {
    expect([shownAlarm("m2/b", list, site)?.id, shownSensorId("m2/b", list, site, [])]).toEqual(["x", "m2/b"]);
    expect([shownAlarm("m1/a", list, site), shownSensorId("m1/a", list, site, [])]).toEqual([null, "m1/a"]);
  });

  it("that is not known here, such as a plan's, is as none", () => {
    expect([shownAlarm("plan-9", list, site)?.id, shownSensorId("plan-9", list, site, [])]).toEqual(["y", "m2/a"]);
  });

  it("counts what nobody has seen", () => {
    expect(unseen(list)).toBe(2);
  });
});

describe("states of machines", () => {
  const seen = (state: string, since: number) => ({ machine: "m", state, since: new Date(since).toISOString() }) as MachineProduction;

  it("are kept as they follow each other", () => {
    const log = new StateLog();
    log.observe([seen("RUNNING", 1000)], 2000);
    log.observe([seen("RUNNING", 1000)], 3000);
    log.observe([seen("DOWN", 4000)], 5000);
    expect(log.of("m", 0, 9000)).toEqual([{ state: "RUNNING", from: 1000, to: 4000 }, { state: "DOWN", from: 4000, to: null }]);
  });

  it("stay one while messages repeat them with later times", () => {
    const log = new StateLog();
    log.observe([seen("RUNNING", 1000)], 2000);
    log.observe([seen("RUNNING", 11_000)], 12_000);
    expect(log.of("m", 0, 90_000)).toEqual([{ state: "RUNNING", from: 1000, to: null }]);
    expect(log.sinceOf("m")).toBe(1000);
  });

  it("not looked at for long end when they were last seen", () => {
    const log = new StateLog();
    log.observe([seen("RUNNING", 1000)], 2000);
    log.observe([seen("DOWN", 900_000)], 901_000);
    expect(log.of("m", 0, 1e6)[0]).toEqual({ state: "RUNNING", from: 1000, to: 2000 });
  });

  it("that the service kept stand before what was seen, and run into it", () => {
    const log = new StateLog();
    const change = (at: number, state: string | null) => ({ machine: "m", at: new Date(at).toISOString(), state });
    log.observe([seen("RUNNING", 9000)], 9500);
    const kept = [change(1000, "RUNNING"), change(3000, null), change(5000, "DOWN"), change(7000, "RUNNING"), change(9000, "RUNNING")];
    log.recall(kept);
    log.recall(kept);
    expect(log.of("m", 0, 99_000)).toEqual([
      { state: "RUNNING", from: 1000, to: 3000 },
      { state: "DOWN", from: 5000, to: 7000 },
      { state: "RUNNING", from: 7000, to: null },
    ]);
  });

  it("outside the time asked for are not told", () => {
    const log = new StateLog();
    log.observe([seen("RUNNING", 1000)], 2000);
    log.observe([seen("DOWN", 4000)], 5000);
    expect(log.of("m", 4500, 9000).map((span) => span.state)).toEqual(["DOWN"]);
    expect(log.of("other", 0, 9000)).toEqual([]);
  });
});

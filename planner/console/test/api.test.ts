import { describe, expect, it, vi } from "vitest";
import { problemOf } from "../src/api/client";
import { Events, liveValues } from "../src/api/events";
import * as parse from "../src/api/parse";
import * as sensors from "../src/api/parse-sensors";
import { roster } from "./mock-api/schedules";
import { routes } from "./mock-api/routes";
import { alarms, production, statuses } from "./mock-api/sensors";
import { site } from "./mock-api/site";

const now = Date.parse("2026-10-13T08:42:00Z");

describe("answers", () => {
  it("as the contract has them are read whole", () => {
    expect(parse.site(site).machines[0]!.sensors).toHaveLength(5);
    expect(parse.roster(roster(now, true, null, 41))).toMatchObject({ draft: { changes: 9 }, published: { version: 41 } });
    expect(parse.routes(routes("2026-10-13", now, false, null, 1)).routes[1]!.stops[2]!.lateMinutes).toBe(20);
    expect(sensors.alarms(alarms(now, now - 1000, new Map())).map((alarm) => alarm.severity)).toContain("CRITICAL");
    expect(sensors.sensors(statuses(now, now))).toHaveLength(40);
    expect(sensors.production(production(now)).machines.filter((machine) => machine.bottleneck)).toHaveLength(1);
  });

  it("without what is not known yet are empty, not broken", () => {
    expect(parse.roster({ state: "idle", published: null, draft: null, days: [] })).toMatchObject({ people: [], cover: [], gaps: [], published: null });
    expect(parse.strip({})).toMatchObject({ cents: 0, byKind: [], dataAt: null, open: { sensors: 0 } });
    expect(sensors.production({}).machines).toEqual([]);
  });

  it("of another type are refused with the field's name", () => {
    expect(() => parse.routes({ day: "2026-10-13", routes: [{ vehicle: "v1", metres: "far" }] })).toThrow('routes.routes[0].metres must be a number, not "far".');
    expect(() => parse.site([])).toThrow("site is not an object but [].");
    expect(() => parse.roster({ people: {} })).toThrow("roster.people must be a list, not {}.");
  });

  it("with series of two or four numbers a point are read alike", () => {
    expect(sensors.series({ sensor: "a", points: [[1, 2], [2, 1, 3], [3, 1, 3, 1.5], ["x"]] }).points).toEqual([[1, 2, 2, 2], [2, 1, 3, 2], [3, 1, 3, 1.5]]);
  });
});

describe("problems", () => {
  it("are told in the service's words", async () => {
    const body = JSON.stringify({ title: "Conflict", detail: "Ruben published v18 while you edited." });
    const problem = await problemOf(new Response(body, { status: 409 }));
    expect([problem.message, problem.status]).toEqual(["Ruben published v18 while you edited.", 409]);
  });

  it("without words tell the status", async () => {
    expect((await problemOf(new Response("<html>", { status: 502 }))).message).toBe("The service answered 502.");
  });
});

describe("live readings", () => {
  it("are taken from lists and from lists under values; what is no reading is left out", () => {
    const at = "2026-10-13T08:42:00Z";
    expect(liveValues([{ sensor: "a", at, value: 1 }, { sensor: "b", at, value: "NaN" }, { at, value: 2 }])).toEqual([{ sensor: "a", at: now, value: 1 }]);
    expect(liveValues({ values: [{ sensor: "a", at: now, value: 1 }] })).toHaveLength(1);
    expect([liveValues(null), liveValues({}), liveValues("x")]).toEqual([[], [], []]);
  });
});

describe("the event stream", () => {
  class Source extends EventTarget {
    onopen: (() => void) | null = null;
    onerror: (() => void) | null = null;
    close(): void {}
  }

  it("opens again when it was lost, and then asks every page to read anew", () => {
    vi.useFakeTimers();
    vi.stubGlobal("EventSource", Source);
    const sources: Source[] = [];
    const heard: string[] = [];
    const events = new Events(() => {}, () => {
      sources.push(new Source());
      return sources[sources.length - 1] as unknown as EventSource;
    });
    events.listen((name) => heard.push(name));

    events.start();
    sources[0]!.onopen!();
    sources[0]!.onerror!();
    const connectedWhenLost = events.connected;
    vi.advanceTimersByTime(3_000);
    sources[1]!.onopen!();

    expect(connectedWhenLost).toBe(false);
    expect(events.connected).toBe(true);
    expect(heard).toEqual(["health"]);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("hands data to listeners until they leave", () => {
    const source = new Source();
    const events = new Events(() => {}, () => source as unknown as EventSource);
    const heard: unknown[] = [];
    const leave = events.listen((name, data) => heard.push([name, data]));

    events.start();
    source.dispatchEvent(new MessageEvent("strip", { data: '{"revision":7}' }));
    source.dispatchEvent(new MessageEvent("roster", { data: "not json" }));
    leave();
    source.dispatchEvent(new MessageEvent("strip", { data: "{}" }));

    expect(heard).toEqual([["strip", { revision: 7 }], ["roster", null]]);
  });
});

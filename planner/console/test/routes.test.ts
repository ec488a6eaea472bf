import { describe, expect, it } from "vitest";
import * as parse from "../src/api/parse";
import { isLate, lateStops, plannedLeg, timelineSpan, totals, vanColour, vanMark } from "../src/pages/routes/route-facts";
import { legs } from "../src/pages/routes/timeline";
import { shortName } from "../src/pages/routes/route-map";
import { routes as mockRoutes } from "./mock-api/routes";

const routes = parse.routes(mockRoutes("2026-10-13", Date.parse("2026-10-13T08:42:00Z"), false, null, 17));
const first = routes.routes[0]!;

describe("vans", () => {
  it("have short marks that tell them apart", () => {
    expect([{ name: "V1", vehicle: "a" }, { name: "Van 12", vehicle: "a" }, { name: "Blue lorry", vehicle: "truck-3" }, { name: "Transporter", vehicle: "x" }].map(vanMark)).toEqual(["V1", "V12", "V3", "Tra"]);
    expect([0, 5, 6].map(vanColour)).toEqual(["c1", "c6", "c1"]);
  });

  it("drive between all their stops and home", () => {
    expect(legs(first)).toHaveLength(first.stops.length + 1);
    expect(legs(first)[0]).toEqual([first.start, first.stops[0]!.arrival]);
    expect(legs(first).at(-1)).toEqual([first.stops.at(-1)!.departure, first.end]);
  });

  it("are nowhere before and after their tour, and at a stop while they serve it", () => {
    const arrival = Date.parse(first.stops[0]!.arrival);
    const start = Date.parse(first.start);
    expect(plannedLeg(first, start - 1)).toBeNull();
    expect(plannedLeg(first, Date.parse(first.end) + 1)).toBeNull();
    expect(plannedLeg(first, (start + arrival) / 2)).toMatchObject({ from: 0, share: 0.5 });
    expect(plannedLeg(first, arrival + 1)).toEqual({ from: 1, share: 0 });
  });
});

describe("the day", () => {
  it("puts the latest stop first and leaves out what is within the window", () => {
    const late = lateStops(routes.routes);
    expect(late.map(({ stop }) => stop.lateMinutes)).toEqual([28, 24, 22, 20]);
    expect(isLate({ ...first.stops[0]!, lateMinutes: 0.4 })).toBe(false);
  });

  it("sums up what the page bar says", () => {
    const before = totals(routes, 0);
    const after = totals(routes, Infinity);
    expect([before.stops, before.passed, before.late]).toEqual([29, 0, 4]);
    expect(after.passed).toBe(29);
    expect(after.metres).toBeCloseTo(routes.routes.reduce((sum, route) => sum + route.metres, 0), 6);
  });

  it("is drawn in whole hours around all tours", () => {
    const span = timelineSpan(routes.routes)!;
    expect(span.from % 3_600_000).toBe(0);
    expect(span.from).toBeLessThanOrEqual(Math.min(...routes.routes.map((route) => Date.parse(route.start))));
    expect(span.to).toBeGreaterThan(Math.max(...routes.routes.map((route) => Date.parse(route.end))));
    expect(timelineSpan([])).toBeNull();
  });
});

describe("names on the map", () => {
  it("are the town's", () => {
    expect(["Store 12, Nijmegen", "Store Nijmegen", "Nijmegen", "Store 12"].map(shortName)).toEqual(["Nijmegen", "Nijmegen", "Nijmegen", "Store 12"]);
  });
});

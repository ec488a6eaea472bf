import { describe, expect, it } from "vitest";
import type { Cover, Gap, Person, Replenishment, Roster, Shift } from "../src/api/types";
import { SiteTime } from "../src/format/site-time";
import { coverSteps, shortRuns, stepBand, stepPath } from "../src/pages/schedules/cover-steps";
import { worstFirst } from "../src/pages/schedules/gaps";
import { dueWords, toDecide, urgency } from "../src/pages/schedules/replenishment-list";
import { absenceOn, colourOf, dayWindow, skillLetters, spanOf, teams } from "../src/pages/schedules/roster-layout";
import { roster as mockRoster } from "./mock-api/schedules";

const time = new SiteTime("Europe/Amsterdam");
const window = { from: 5, to: 23 };

function shift(start: string, end: string): Shift {
  return { day: "2026-10-13", code: "L", skill: "pick", place: "w", start, end, changed: false, before: null };
}

function person(id: string, place: string, skills: string[], shifts: Shift[] = []): Person {
  return { id, name: id, place, skills, contractHours: 38, hours: 0, absences: [], shifts };
}

function rosterOf(people: Person[], cover: Cover[] = []): Roster {
  return { state: "idle", progress: null, published: null, draft: null, costs: [], days: ["2026-10-13"], people, cover, gaps: [], rules: [] };
}

describe("hours shown", () => {
  it("are whole hours with half an hour to spare on both sides", () => {
    const roster = rosterOf([person("a", "w", [], [shift("2026-10-13T04:00:00Z", "2026-10-13T12:00:00Z")])]);
    expect(dayWindow(roster, [], time)).toEqual({ from: 5, to: 15 });
  });

  it("do not depend on cells that the draft makes free", () => {
    const freed = { ...shift("", ""), code: "", before: "L", changed: true };
    const roster = rosterOf([person("a", "w", [], [freed, shift("2026-10-13T04:00:00Z", "2026-10-13T12:00:00Z")])]);
    expect(dayWindow(roster, [], time)).toEqual({ from: 5, to: 15 });
  });

  it("are all 24 when a shift runs over midnight, and when nothing is known", () => {
    const night = rosterOf([person("a", "w", [], [shift("2026-10-13T20:00:00Z", "2026-10-14T04:00:00Z")])]);
    expect(dayWindow(night, [], time).to).toBe(24);
    expect(dayWindow(rosterOf([]), [], time)).toEqual({ from: 0, to: 24 });
  });
});

describe("bars", () => {
  it("stand at their wall-clock hours", () => {
    const span = spanOf("2026-10-13T12:00:00Z", "2026-10-13T20:00:00Z", window, time);
    expect(span.start).toBeCloseTo(9 / 18, 9);
    expect(span.width).toBeCloseTo(8 / 18, 9);
  });

  it("stand at the same place on the day the clocks go back", () => {
    const usual = spanOf("2026-10-24T12:00:00Z", "2026-10-24T20:00:00Z", window, time);
    const autumn = spanOf("2026-10-25T13:00:00Z", "2026-10-25T21:00:00Z", window, time);
    expect(autumn).toEqual(usual);
  });

  it("are cut where the day's shown hours end", () => {
    const night = spanOf("22:00", "06:00", { from: 0, to: 24 }, time);
    expect(night.start + night.width).toBeCloseTo(1, 9);
    expect(night.width).toBeCloseTo(2 / 24, 9);
  });

  it("keep one colour a code", () => {
    const templates = ["E", "M"].map((code) => ({ code, name: code, start: "06:00", end: "14:00" }));
    expect([colourOf("E", templates), colourOf("M", templates), colourOf("X", templates)]).toEqual(["c2", "c3", "c1"]);
  });
});

describe("people", () => {
  const place = (id: string) => ({ id, name: id.toUpperCase(), kind: "", latitude: 0, longitude: 0 });

  it("stand by place in the site's order, then by main skill", () => {
    const people = [person("zoe", "w", ["pick"]), person("anna", "p", ["fill"]), person("bram", "w", ["drive"]), person("cem", "w", ["pick"])];
    const groups = teams(people, [place("p"), place("w")]);
    expect(groups.map((group) => [group.name, group.people.map((each) => each.id)])).toEqual([["P", ["anna"]], ["W", ["cem", "zoe", "bram"]]]);
  });

  it("have skills with different letters", () => {
    const letters = skillLetters([person("a", "w", ["pick", "pack", "produce", "drive"])]);
    expect([...letters.values()]).toEqual(["P", "A", "R", "D"]);
  });

  it("are away from the first to the last day of an absence", () => {
    const away = { ...person("a", "w", []), absences: [{ from: "2026-10-13", to: "2026-10-15", reason: "leave" }] };
    expect(["2026-10-12", "2026-10-13", "2026-10-15", "2026-10-16"].map((day) => absenceOn(away, day)?.reason)).toEqual([undefined, "leave", "leave", undefined]);
  });
});

describe("cover", () => {
  const hours = (value: number) => new Array<number>(24).fill(value);
  const row = (skill: string, need: number, have: number): Cover => ({ place: "w", skill, day: "2026-10-13", need: hours(need), needLow: hours(need), needHigh: hours(need + 1), have: hours(have) });

  it("adds skills up, but a surplus of one fills no gap of another", () => {
    const steps = coverSteps([row("pick", 3, 1), row("pack", 1, 4)], ["2026-10-13"], { from: 6, to: 8 });
    expect(steps).toMatchObject({ need: [4, 4], have: [5, 5], high: [6, 6], short: [2, 2], top: 6 });
  });

  it("leaves out days that are not shown", () => {
    expect(coverSteps([row("pick", 3, 1)], ["2026-10-14"], { from: 6, to: 8 }).need).toEqual([0, 0]);
  });

  it("draws steps, not slopes", () => {
    expect(stepPath([1, 2], (i) => i * 10, (v) => v)).toBe("M0 1H10L10 2H20");
    expect(stepBand([0], [1], (i) => i * 10, (v) => v)).toBe("M0 1H10L10 0H0Z");
  });

  it("joins neighbouring hours into one shortage with its worst hour", () => {
    expect(shortRuns([0, 1, 2, 0, 0, 0.5])).toEqual([{ from: 1, to: 3, worst: 2 }, { from: 5, to: 6, worst: 0.5 }]);
  });
});

describe("what to decide", () => {
  const item = (over: Partial<Replenishment>): Replenishment => ({ id: "r", status: "PROPOSED", quantity: 10, lostUnits: 0, orderBy: null, arrives: null, expectedRunOut: null, ...over }) as Replenishment;

  it("leaves out what is decided and what needs nothing", () => {
    const items = [item({}), item({ status: "APPROVED" }), item({ quantity: 0 })];
    expect(toDecide({ atRiskCents: 0, total: 3, runOuts: 0, due: [], items })).toHaveLength(1);
    expect(toDecide(null)).toEqual([]);
  });

  it("is urgent when the shelf is empty before the order arrives, or a machine took the stock", () => {
    expect(urgency(item({ expectedRunOut: "2026-10-15", arrives: "2026-10-16" }), "2026-10-13")).toBe("CRITICAL");
    expect(urgency(item({ lostUnits: 1 }), "2026-10-13")).toBe("CRITICAL");
    expect(urgency(item({ orderBy: "2026-10-13" }), "2026-10-13")).toBe("HIGH");
    expect(urgency(item({ orderBy: "2026-10-14" }), "2026-10-13")).toBe("MEDIUM");
  });

  it("tells when to order, also when that is over", () => {
    const days = [null, "2026-10-12", "2026-10-13", "2026-10-14"];
    expect(days.map((day) => dueWords(day, "2026-10-13"))).toEqual(["", "was due Mon 12 Oct", "order today", "by Wed 14 Oct"]);
  });

  it("puts the dearest gap first", () => {
    const gap = (cents: number) => ({ cents, day: "2026-10-13" }) as Gap;
    expect(worstFirst([gap(1), gap(3), gap(2)]).map((each) => each.cents)).toEqual([3, 2, 1]);
  });
});

describe("the made-up service", () => {
  it("answers 14 days, so that the pages are looked at with what they are built for", () => {
    expect(mockRoster(Date.parse("2026-10-13T08:42:00Z"), true, null, 41).days).toHaveLength(14);
  });
});

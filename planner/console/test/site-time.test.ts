import { describe, expect, it } from "vitest";
import { addDays, age, dayName, hourMillis, isWeekend, SiteTime, wallTimeHours, workTime } from "../src/format/site-time";

const venlo = new SiteTime("Europe/Amsterdam");

describe("times of the site", () => {
  it("are in its zone, whatever the reader's is", () => {
    expect(venlo.time("2026-10-13T08:42:00Z")).toBe("10:42");
    expect(new SiteTime("America/New_York").time("2026-10-13T08:42:00Z")).toBe("04:42");
  });

  it("call midnight 00:00", () => {
    expect(venlo.time("2026-10-12T22:00:00Z")).toBe("00:00");
    expect(venlo.wallHours("2026-10-12T22:00:00Z")).toBe(0);
  });

  it("know the site's day at the turn of the day", () => {
    expect(venlo.dayOf("2026-10-12T21:59:59Z")).toBe("2026-10-12");
    expect(venlo.dayOf("2026-10-12T22:00:00Z")).toBe("2026-10-13");
  });

  it("name the day only when it is another one, and the year only when it is another one", () => {
    const now = Date.parse("2026-10-13T08:42:00Z");
    expect(venlo.moment("2026-10-13T06:52:00Z", now)).toBe("08:52");
    expect(venlo.moment("2026-10-15T09:00:00Z", now)).toBe("Thu 15 Oct 11:00");
    expect(venlo.moment("2013-12-02T21:15:00Z", now)).toBe("Mon 2 Dec 2013 22:15");
  });
});

describe("days on which the clocks change", () => {
  it("have 25 hours in autumn and 23 in spring", () => {
    expect(["2026-10-24", "2026-10-25", "2026-10-26", "2026-03-29"].map((day) => venlo.hoursOf(day))).toEqual([24, 25, 24, 23]);
  });

  it("begin at the site's midnight", () => {
    expect(new Date(venlo.startOf("2026-10-25")).toISOString()).toBe("2026-10-24T22:00:00.000Z");
    expect(new Date(venlo.startOf("2026-10-26")).toISOString()).toBe("2026-10-25T23:00:00.000Z");
  });

  it("begin right in zones far from UTC and on every day of years", () => {
    for (const zone of ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata", "Europe/Amsterdam"]) {
      const time = new SiteTime(zone);
      for (let day = "2025-01-01"; day < "2027-01-01"; day = addDays(day, 1)) {
        const start = time.startOf(day);
        expect([zone, time.dayOf(start), time.dayOf(start - 1)]).toEqual([zone, day, addDays(day, -1)]);
      }
    }
  });

  it("count wall hours, so that shifts keep their place in the day", () => {
    const noon = venlo.startOf("2026-10-25") + 13 * hourMillis;
    expect(venlo.wallHours(noon)).toBe(12);
  });
});

describe("words for times", () => {
  it("name days", () => {
    expect(dayName("2026-10-15")).toBe("Thu 15 Oct");
    expect(dayName("2026-09-01")).toBe("Tue 1 Sep");
    expect(["2026-10-16", "2026-10-17", "2026-10-18"].map(isWeekend)).toEqual([false, true, true]);
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("tell ages in the unit that matters", () => {
    expect([4_000, 240_000, 6_600_000, 7_200_000, 200 * hourMillis, -500].map(age)).toEqual(["4 s", "4 min", "1 h 50", "2 h", "8 d", "0 s"]);
  });

  it("write work as hours and minutes", () => {
    expect([27_360_000, 0].map(workTime)).toEqual(["7:36", "0:00"]);
  });

  it("read wall times and instants alike", () => {
    expect(wallTimeHours("17:30", venlo)).toBe(17.5);
    expect(wallTimeHours("05:30:00", venlo)).toBe(5.5);
    expect(wallTimeHours("2026-10-13T08:00:00Z", venlo)).toBe(10);
  });
});

// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import * as parse from "../src/api/parse";
import { makeSession } from "../src/app/session";
import { Events } from "../src/api/events";
import "../src/pages/schedules/roster-grid";
import type { Cell, RosterGrid } from "../src/pages/schedules/roster-grid";
import { worked } from "../src/pages/schedules/roster-layout";
import { roster as mockRoster } from "./mock-api/schedules";
import { site } from "./mock-api/site";

const now = Date.parse("2026-10-13T08:42:00Z");
let grid: RosterGrid;

beforeEach(async () => {
  document.body.innerHTML = "";
  grid = document.createElement("gemba-roster") as RosterGrid;
  grid.session = makeSession(parse.site(site), new Events(() => {}), () => {}, () => {});
  grid.roster = parse.roster(mockRoster(now, true, null, 41));
  grid.window = { from: 5, to: 23 };
  grid.today = "2026-10-13";
  grid.selected = null;
  document.body.append(grid);
  await grid.updateComplete;
});

function focusable(): HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>('td[tabindex="0"]')];
}

async function press(key: string): Promise<void> {
  grid.querySelector("table")!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  await grid.updateComplete;
}

describe("roster", () => {
  it("is a grid of people and days with one tab stop", () => {
    expect(grid.querySelectorAll("tbody tr")).toHaveLength(26);
    expect(grid.querySelectorAll("tbody tr:first-child td")).toHaveLength(14);
    expect(focusable()).toHaveLength(1);
  });

  it("moves the tab stop by arrows and stops at the edges", async () => {
    await press("ArrowUp");
    await press("ArrowRight");
    await press("ArrowDown");

    const row = grid.querySelectorAll<HTMLElement>("tbody tr")[1]!;
    expect(focusable()).toEqual([row.querySelectorAll("td")[1]]);
    expect(document.activeElement).toBe(focusable()[0]);
  });

  it("goes to the last day by End and tells the chosen cell on Enter", async () => {
    const chosen: Cell[] = [];
    grid.addEventListener("choose", (event) => chosen.push((event as CustomEvent<Cell>).detail));

    await press("End");
    await press("Enter");

    expect(chosen).toEqual([{ person: grid.querySelector("td")!.dataset.person, day: "2026-10-25" }]);
  });

  it("leaves Shift + Enter to the page, which publishes by it", () => {
    const event = new KeyboardEvent("keydown", { key: "Enter", shiftKey: true, bubbles: true, cancelable: true });
    grid.querySelector("table")!.dispatchEvent(event);

    expect(event.defaultPrevented).toBe(false);
  });

  it("draws each shift once, with its letter and hours", () => {
    const shifts = grid.roster.people.flatMap(worked);
    const bars = [...grid.querySelectorAll<HTMLElement>('[data-testid="roster-bar"]')];
    expect(bars).toHaveLength(shifts.length);
    expect(new Set(bars.map((bar) => bar.querySelector("b")!.textContent))).toEqual(new Set(["E", "M", "L", "V"]));
    expect(bars.every((bar) => bar.style.width.endsWith("%"))).toBe(true);
  });

  it("marks what the draft changes, and says it without colours too", () => {
    const changed = grid.roster.people.flatMap((person) => worked(person).filter((shift) => shift.changed));
    expect(grid.querySelectorAll(".sh.dr")).toHaveLength(changed.length);
    expect(grid.querySelector("td:has(.dr)")?.getAttribute("aria-label")).toMatch(/changed/);
  });

  it("shows what a cell was that the draft makes free", () => {
    const freed = grid.roster.people.flatMap((person) => person.shifts.filter((shift) => shift.code === ""));
    const ghosts = [...grid.querySelectorAll("td")].filter((cell) => cell.querySelector(".ghost") && !cell.querySelector("[data-testid=roster-bar]"));
    expect(freed.length).toBeGreaterThan(0);
    expect(ghosts).toHaveLength(freed.length);
    expect(ghosts[0]!.getAttribute("aria-label")).toMatch(/free, was [EMLV]$/);
  });

  it("says that 25 October has 25 hours", () => {
    expect([...grid.querySelectorAll("thead th")].at(-1)?.textContent?.replace(/\s+/g, " ").trim()).toBe("Sun 2525h");
  });
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as parse from "../src/api/parse";
import { Events } from "../src/api/events";
import { makeSession } from "../src/app/session";
import { choices, type EditCell } from "../src/pages/schedules/edit-cell";
import { worked } from "../src/pages/schedules/roster-layout";
import { roster as mockRoster } from "./mock-api/schedules";
import { site } from "./mock-api/site";

const now = Date.parse("2026-10-13T08:42:00Z");
const roster = parse.roster(mockRoster(now, false, null, 41));
const person = roster.people.find((each) => worked(each).length > 0)!;
const shift = worked(person)[0]!;
let edit: EditCell;
let posted: { path: string; body: unknown }[];
let answers: unknown[];

beforeEach(async () => {
  posted = [];
  answers = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    posted.push({ path: url, body: JSON.parse(String(init.body)) });
    return new Response(JSON.stringify(answers.shift() ?? {}), { status: 200 });
  });
  document.body.innerHTML = "";
  edit = document.createElement("gemba-edit-cell") as EditCell;
  edit.session = makeSession(parse.site(site), new Events(() => {}), () => {}, () => {});
  edit.person = person;
  edit.day = shift.day;
  document.body.append(edit);
  await edit.updateComplete;
});

afterEach(() => vi.unstubAllGlobals());

function select(): HTMLSelectElement {
  return edit.querySelector("select")!;
}

async function pick(value: string): Promise<void> {
  select().value = value;
  select().dispatchEvent(new Event("change"));
  await vi.waitFor(() => expect(posted.length).toBeGreaterThan(0));
  await new Promise((done) => setTimeout(done));
  await edit.updateComplete;
}

describe("changing a cell", () => {
  it("offers every other shift and the free day", () => {
    const codes = site.shifts.map((each) => each.code);
    const list = choices(person, shift.day, codes);

    expect(list).toHaveLength(codes.length * person.skills.length);
    expect(list).not.toContainEqual({ code: shift.code, skill: shift.skill });
    expect(list.at(-1)).toEqual({ code: null, skill: null });
  });

  it("tells the price before anything is changed", async () => {
    answers = [{ moves: [], deltaCents: 12_300, broken: [] }];

    await pick("0");

    expect(posted.map((each) => each.path)).toEqual(["/api/v1/roster/edits/price"]);
    expect(posted[0]!.body).toMatchObject({ cells: [{ person: person.id, day: shift.day }] });
    expect(edit.querySelector(".num")!.textContent).toContain("123");
    expect(edit.querySelector("button")!.disabled).toBe(false);
  });

  it("makes the draft by Enter and tells the page", async () => {
    answers = [{ moves: [], deltaCents: 0, broken: [] }, {}];
    const edited = vi.fn();
    edit.addEventListener("edited", edited);
    await pick("0");

    select().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));

    await vi.waitFor(() => expect(edited).toHaveBeenCalledOnce());
    expect(posted.map((each) => each.path)).toEqual(["/api/v1/roster/edits/price", "/api/v1/roster/edits"]);
    expect(posted[1]!.body).toEqual(posted[0]!.body);
  });

  it("says which rule stands against it and makes nothing", async () => {
    answers = [{ moves: [], deltaCents: 500, broken: [{ rule: "rest", person: person.id, day: shift.day, detail: "180 minutes short of 11 hours of rest." }] }];
    await pick("0");

    select().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    await edit.updateComplete;

    expect(edit.textContent).toContain("180 minutes short");
    expect(edit.querySelector("button")!.disabled).toBe(true);
    expect(posted).toHaveLength(1);
  });

  it("forgets the choice when another cell is shown", async () => {
    answers = [{ moves: [], deltaCents: 500, broken: [] }];
    await pick("0");

    edit.day = roster.days.find((day) => day !== shift.day)!;
    await edit.updateComplete;

    expect(edit.querySelector(".num")!.textContent).toBe("");
  });
});

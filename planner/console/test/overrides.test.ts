// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Events } from "../src/api/events";
import * as parse from "../src/api/parse";
import { overrideResults as parseResults, overrides as parseOverrides } from "../src/api/parse-overrides";
import { makeSession } from "../src/app/session";
import { amountWords, daysWords, verdictWords, type OverrideBlock } from "../src/pages/schedules/override-block";
import { fieldOf, idOf } from "../src/pages/schedules/override-form";
import { MockOverrides, overrideResults } from "./mock-api/overrides";
import { site } from "./mock-api/site";

const now = Date.parse("2026-10-13T08:42:00Z");
const said: string[] = [];
let mock: MockOverrides;
let posted: { path: string; body: Record<string, unknown> }[];
let block: OverrideBlock;

const words = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
const rows = () => [...block.querySelectorAll<HTMLElement>('[data-testid="override-row"]')];
const input = (name: string) => block.querySelector<HTMLInputElement>(`[data-testid="override-${name}"]`)!;

function answer(path: string, init: RequestInit): Response {
  if (init.method !== "POST") return Response.json(path.endsWith("/results") ? overrideResults(now) : mock.list());
  const body = JSON.parse(String(init.body)) as Record<string, unknown>;
  posted.push({ path, body });
  const wrong = path.endsWith("/withdraw") ? mock.withdraw(path.split("/")[4]!) : mock.take(body);
  return wrong.length > 0 ? Response.json({ detail: `${wrong.length} fields are wrong.`, errors: wrong }, { status: 422 }) : Response.json({});
}

function write(name: string, text: string): void {
  input(name).value = text;
  input(name).dispatchEvent(new Event("input"));
}

beforeEach(async () => {
  vi.useFakeTimers({ now, toFake: ["Date"] });
  posted = [];
  said.length = 0;
  mock = new MockOverrides(now);
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => answer(path, init));
  const events = new Events(() => {});
  events.connected = true;
  document.body.innerHTML = "";
  block = document.createElement("gemba-overrides") as OverrideBlock;
  block.session = makeSession(parse.site(site), events, (text) => void said.push(text), () => {});
  document.body.append(block);
  await vi.waitFor(() => expect(rows()).toHaveLength(2));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("demand that planners said", () => {
  it("shows which hold: whose, how many, from when to when, why and who", () => {
    expect(words(rows()[0]!)).toContain("Hummus classic, ");
    expect(words(rows()[0]!)).toContain("40 a day Wed 14 Oct – Fri 16 Oct. Street fair. ann");
    expect(words(rows()[1]!)).toContain("0.50 times the forecast Sun 18 Oct. The road is closed. joris");
  });

  it("is taken back by a button", async () => {
    rows()[0]!.querySelector("button")!.click();

    await vi.waitFor(() => expect(rows()).toHaveLength(1));
    expect(posted).toEqual([{ path: "/api/v1/forecast-overrides/override-1/withdraw", body: {} }]);
    expect(said[0]).toContain("The forecast counts again: Hummus classic");
  });

  it("is said by keyboard: o opens the form at the item, Enter sends names as ids", async () => {
    await block.write();
    expect(block.querySelector("details")!.open).toBe(true);
    expect(document.activeElement).toBe(input("item"));
    write("item", "tomato SOUP");
    write("place", site.places[1]!.name);
    write("amount", "55.5");
    write("reason", "School trip.");

    block.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true }));

    await vi.waitFor(() => expect(rows()).toHaveLength(3));
    expect(posted[0]!.body).toEqual({ item: "tomato-soup", place: site.places[1]!.id, from: "2026-10-14", to: "2026-10-14", units: 55.5, reason: "School trip." });
    expect(input("amount").value).toBe("");
  });

  it("names each wrong field beside it and goes to the first", async () => {
    await block.write();
    write("item", "caviar");
    write("to", "2026-10-01");

    block.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true }));

    await vi.waitFor(() => expect(block.querySelector('[data-testid="override-item-wrong"]')).not.toBeNull());
    expect(words(block.querySelector('[data-testid="override-item-wrong"]')!)).toBe("item ('caviar') is no item of the site.");
    expect(words(block.querySelector('[data-testid="override-amount-wrong"]')!)).toContain("units and factor are missing");
    expect(words(block.querySelector('[data-testid="override-to-wrong"]')!)).toContain("must not be before");
    expect(input("reason").getAttribute("aria-describedby")).toBe("override-reason-wrong");
    expect(input("from").getAttribute("aria-invalid")).toBe("false");
    expect(block.querySelector('[role="alert"]')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(input("item")));
    expect(rows()).toHaveLength(2);
  });

  it("sends a factor when it is counted as one", async () => {
    await block.write();
    const select = block.querySelector("select")!;
    select.value = "factor";
    select.dispatchEvent(new Event("change"));
    write("amount", "1.5");

    block.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true }));

    await vi.waitFor(() => expect(posted).toHaveLength(1));
    expect(posted[0]!.body).toMatchObject({ factor: 1.5 });
    expect(posted[0]!.body).not.toHaveProperty("units");
  });

  it("says who was nearer once the days are known, asked for only when looked at", async () => {
    expect(block.querySelector('[data-testid="override-result"]')).toBeNull();

    await block.write();
    block.querySelector("details")!.dispatchEvent(new Event("toggle"));

    await vi.waitFor(() => expect(block.querySelectorAll('[data-testid="override-result"]')).toHaveLength(2));
    const [won, lost] = [...block.querySelectorAll('[data-testid="override-result"]')].map(words);
    expect(won).toContain("60 a day: Better than the forecast: off by 8 a day, the forecast by 22.");
    expect(lost).toContain("2 times the forecast: Worse than the forecast: off by 18 a day, the forecast by 1.");
  });
});

describe("words and fields", () => {
  it("knows its fields, ids and one-day spans", () => {
    expect(fieldOf("factor")).toBe("amount");
    expect(fieldOf("colour")).toBeNull();
    expect(idOf(" s1 ", [{ id: "s1", name: "Essen" }])).toBe("s1");
    expect(idOf("essen", [{ id: "s1", name: "Essen" }])).toBe("s1");
    expect(idOf("Moon", [{ id: "s1", name: "Essen" }])).toBe("Moon");
    const [first] = parseOverrides(mock.list());
    expect(amountWords(first!)).toBe("40 a day");
    expect(daysWords({ ...first!, to: first!.from })).toBe("Wed 14 Oct");
    expect(verdictWords({ ...parseResults(overrideResults(now))[0]!, better: "EQUAL" })).toContain("As good as the forecast");
  });

  it("names the field that is not as the contract says", () => {
    expect(() => parseOverrides([{ units: "many" }])).toThrow("answer.overrides[0].units must be a number");
  });
});

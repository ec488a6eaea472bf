// @vitest-environment happy-dom
import { html, render } from "lit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Events } from "../src/api/events";
import * as parseSite from "../src/api/parse";
import { wearParts as parse } from "../src/api/parse-devices";
import type { WearPart } from "../src/api/types";
import { makeSession } from "../src/app/session";
import { wearExceptions, type WearPartBlock } from "../src/pages/sensors/wear-part";
import { wearParts as madeUp } from "./mock-api/sensors";
import { site as madeUpSite } from "./mock-api/site";

const said: string[] = [];
const events = new Events(() => {});
events.connected = true;
const session = makeSession(parseSite.site(madeUpSite), events, (text) => void said.push(text), () => {});
const page = document.body.appendChild(document.createElement("div"));
const parts = parse(madeUp(Date.parse("2026-10-13T08:42:00Z")));
const words = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();

describe("parts to replace now", () => {
  it("are rows above the alarms, with the money saved, and select their machine", () => {
    const selected: string[] = [];
    render(html`${wearExceptions(parts, session, (machine) => void selected.push(machine))}`, page);
    const rows = [...page.querySelectorAll<HTMLElement>('[data-testid="wear-row"]')];
    rows[0]!.click();
    expect(rows.map((row) => row.dataset.machine)).toEqual(["filler-2"]);
    expect(words(rows[0]!)).toContain("Filler 2, bearing");
    expect(words(rows[0]!)).toMatch(/€505 now, €1,896 at \S+/);
    expect(rows[0]!.querySelector(".why")!.getAttribute("title")).toContain("€505, against €1,896 expected");
    expect(words(rows[0]!.querySelector(".end")!)).toBe("€1,391saved");
    expect(selected).toEqual(["filler-2"]);
  });

  it("take no room when there are none", () => {
    render(html`${wearExceptions([parts[1]!], session, () => {})}`, page);
    expect(words(page)).toBe("");
  });
});

describe("the card of a part", () => {
  const sent: [path: string, body: unknown][] = [];
  let element: WearPartBlock;

  beforeEach(() => {
    sent.length = said.length = 0;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      sent.push([url, JSON.parse(String(init.body))]);
      return new Response("{}");
    });
  });

  afterEach(() => vi.unstubAllGlobals());

  async function show(part: WearPart): Promise<string> {
    element = document.createElement("gemba-wear-part") as WearPartBlock;
    element.session = session;
    element.wear = part;
    page.replaceChildren(element);
    await element.updateComplete;
    return words(element);
  }

  it("says what is left with its interval, the chance, both prices and what moved", async () => {
    const text = await show(parts[0]!);
    expect(text).toContain("71 h, 48 to 120");
    expect(text).toMatch(/Next stop\S/);
    expect(text).toContain("Fails before86%");
    expect(text).toContain("Replace now€505");
    expect(text).toContain("Wait for it€1,896 expected");
    expect(text).toContain("Vibration rose9.40 × its usual spread");
    expect(text).toContain("Flow fell4.20 × its usual spread");
  });

  it("never calls a failure certain or out of the question", async () => {
    expect(await show({ ...parts[0]!, failsBefore: 0.9999 })).toContain("Fails beforemore than 99%");
    expect(await show({ ...parts[0]!, failsBefore: 0.0001 })).toContain("Fails beforeless than 1%");
  });

  it("ranks the ways in which it may fail, with the sensors that speak for each and those that do not", async () => {
    const text = await show(parts[0]!);
    expect(text).toContain("surface fatigue fits 91%: Vibration");
    expect(text).toContain("seal leaks fits 41%: Flow; not Pressure");
    expect(text.indexOf("surface fatigue")).toBeLessThan(text.indexOf("seal leaks"));
    expect(await show(parts[1]!)).not.toContain("fits");
  });

  it("says of a new one that there may be more, and no price that nobody knows", async () => {
    const text = await show(parts[1]!);
    expect(text).toContain("220 h or more");
    expect(text).not.toContain("Wait for it");
  });

  it("tells that it was replaced", async () => {
    const changed = vi.fn();
    await show(parts[0]!);
    element.addEventListener("changed", changed);
    element.querySelector<HTMLButtonElement>('[data-testid="replaced-button"]')!.click();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    expect(sent.map(([path]) => path)).toEqual(["/api/v1/wear-parts/filler-2/replaced"]);
    expect(said).toEqual(["Filler 2: bearing replaced, its life begins anew."]);
  });
});

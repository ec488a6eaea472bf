// @vitest-environment happy-dom
import { html, render } from "lit";
import { describe, expect, it } from "vitest";
import { isTyping, Jump } from "../src/app/keys";
import { initials } from "../src/app/preferences";
import { addressOf, pageOf, selectionOf } from "../src/app/router";
import { startUp } from "../src/app/start-up";
import { liveness } from "../src/app/top-bar";
import { chainBlock, stepsOf } from "../src/parts/chain";
import { makeSession } from "../src/app/session";
import { Events } from "../src/api/events";
import * as parse from "../src/api/parse";
import { site } from "./mock-api/site";

const session = makeSession(parse.site(site), new Events(() => {}), () => {}, () => {});
const page = document.createElement("div");

function text(template: unknown): string {
  render(html`${template}`, page);
  return page.textContent!.replace(/\s+/g, " ").trim();
}

describe("addresses", () => {
  it("name a page, an unknown one is Schedules", () => {
    expect(["/", "/routes", "/sensors", "/nothing"].map(pageOf)).toEqual(["/schedules", "/routes", "/sensors", "/schedules"]);
  });

  it("keep a selection with any letters", () => {
    const id = "filler-2/pressure?&#é";
    expect(selectionOf(new URL(addressOf("/sensors", id), "http://x").search)).toBe(id);
    expect(addressOf("/routes", null)).toBe("/routes");
  });
});

describe("keys", () => {
  const jump = new Jump((key) => ({ s: "/schedules" })[key]);

  it("jump by g and a letter, soon after each other", () => {
    expect([jump.take("g", 0), jump.take("s", 900)]).toEqual(["armed", "/schedules"]);
    expect([jump.take("g", 0), jump.take("s", 1_600)]).toEqual(["armed", null]);
    expect(jump.take("s", 0)).toBeNull();
  });

  it("are letters while somebody writes", () => {
    const input = document.body.appendChild(document.createElement("input"));
    let typing = false;
    input.addEventListener("keydown", (event) => (typing = isTyping(event)));
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "p" }));
    expect(typing).toBe(true);
  });
});

describe("age of the data", () => {
  const bar = { connected: true, trouble: "", retryAt: null, dataAt: 0, now: 2_000, session };

  it("is told in seconds while fresh, as a time when stale", () => {
    expect(text(liveness(bar))).toBe("Live · 2 s");
    const now = Date.parse("2026-10-13T08:42:00Z");
    expect(text(liveness({ ...bar, now, dataAt: now - 240_000 }))).toBe("Last data 10:38, 4 min ago");
  });

  it("gives way to a lost connection and to parts that do not run", () => {
    expect(text(liveness({ ...bar, connected: false, retryAt: 7_000 }))).toBe("Connection lost. Trying again in 5 s");
    expect(text(liveness({ ...bar, trouble: "Not running: Job demand" }))).toBe("Not running: Job demand");
  });
});

describe("start-up", () => {
  it("lists every part and how many are up", () => {
    const parts = [{ name: "mqtt", status: "up", detail: null }, { name: "job-demand", status: "starting", detail: "submitting" }];
    expect(text(startUp({ status: "starting", parts }, "", () => {}))).toBe("Gemba is starting 1 of 2 parts are up. ✓ MQTT up · Job demand submitting Open the pages already");
    expect(page.querySelector("progress")!.value).toBe(1);
  });

  it("names a failure", () => {
    const parts = [{ name: "kafka", status: "failed", detail: "port 9092 is in use" }];
    expect(text(startUp({ status: "starting", parts }, "", () => {}))).toContain("could not start all of its parts");
  });
});

describe("chain", () => {
  const links = [
    { page: "sensors", id: "e/1", title: "Filler 2 drifts", detail: "", kind: "lost", cents: 15_400 },
    { page: "inventory", id: "r1", title: "Hummus", detail: "runs out", kind: "risk", cents: 128_400 },
    { page: "routes", id: "p1", title: "V2 reloads", detail: "", kind: "act", cents: 3_800 },
  ];

  it("prices every link, fills this page's and leads to the others", () => {
    const words = text(chainBlock({ links, toActCents: 3_800, avoidedCents: 128_400, savesCents: 124_600 }, "routes", session));
    expect(words).toContain("€154 lost");
    expect(words).toContain("€1,284 at risk");
    expect(words).toContain("€38 to act avoids €1,284 saves €1,246");
    expect([...page.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual(["/sensors?sel=e%2F1", "/schedules?sel=r1"]);
    expect(page.querySelector('[aria-current="step"]')!.textContent).toContain("V2 reloads");
  });

  it("of many places is one step a page, with the dearest named and all of them priced", () => {
    const many = [10, 30, 20].map((euros, i) => ({ page: "inventory", id: `r${i}`, title: `Shop ${i}`, detail: "", kind: "risk", cents: euros * 100 }));
    expect(stepsOf([links[0]!, ...many])).toEqual([
      { first: links[0], more: 0, cents: 15_400 },
      { first: many[1], more: 2, cents: 6_000 },
    ]);
  });

  it("that does not pay says so", () => {
    expect(text(chainBlock({ links, toActCents: 200, avoidedCents: 100, savesCents: -10_000 }, "routes", session))).toContain("costs €100 more");
  });

  it("without links is not there", () => {
    expect(text(chainBlock({ links: [], toActCents: 0, avoidedCents: 0, savesCents: 0 }, "routes", session))).toBe("");
  });
});

describe("names", () => {
  it("have initials", () => {
    expect(["Anke Hendriks", "Console", "Ruben van den Berg", ""].map(initials)).toEqual(["AH", "C", "RB", "?"]);
  });
});

// @vitest-environment happy-dom
import { html, render } from "lit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Events } from "../src/api/events";
import * as parse from "../src/api/parse";
import type { Planned } from "../src/api/types";
import { makeSession } from "../src/app/session";
import { Planning } from "../src/parts/planning";
import { site } from "./mock-api/site";

const idle: Planned = { state: "idle", progress: null, published: null, draft: null, costs: [] };
const draft: Planned = {
  ...idle,
  published: { planId: "p", version: 41, costCents: 100_000, baselineCents: 120_000, publishedAt: "2026-10-13T08:00:00Z" },
  draft: { draftId: "d7", changes: 9, costCents: 118_700, baselineCents: 120_000, madeAt: null, reason: "sick call", causes: [] },
};
let planned: Planned;
let said: string[];
let calls: { url: string; body: string; header: string | null }[];
let answer: Response;
let planning: Planning;
let events: Events;
let reload: () => Promise<void>;
const page = document.createElement("div");
const source = new EventTarget();

beforeEach(() => {
  planned = idle;
  said = [];
  calls = [];
  reload = async () => {};
  answer = new Response('{"job":"j1"}', { status: 202 });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    calls.push({ url, body: String(init.body), header: new Headers(init.headers).get("x-gemba") });
    return answer;
  });
  events = new Events(() => {}, () => source as unknown as EventSource);
  events.connected = true;
  const session = makeSession(parse.site(site), events, (text) => said.push(text), () => {});
  const host = { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) };
  planning = new Planning(host, { session, path: "/roster", planned: () => planned, body: () => ({ day: "x" }), reload: () => reload() });
});

afterEach(() => vi.unstubAllGlobals());

function button(name: string): HTMLButtonElement | null {
  render(html`${planning.buttons()}`, page);
  return page.querySelector(`[data-testid="${name}-button"]`);
}

function facts(): string {
  render(html`${planning.facts()}`, page);
  return page.textContent!.replace(/\s+/g, " ").trim();
}

describe("planning", () => {
  it("asks the service with the header that other origins cannot set", async () => {
    await planning.plan();

    expect(calls).toEqual([{ url: "/api/v1/roster/plan", body: '{"day":"x"}', header: "1" }]);
  });

  it("stops the job it started", async () => {
    await planning.plan();
    planned = { ...idle, state: "planning" };
    expect(button("stop")).not.toBeNull();

    await planning.stop();

    expect(calls[1]!.url).toBe("/api/v1/jobs/j1/cancel");
  });

  it("shows how far it is, and takes no second one meanwhile", async () => {
    planned = { ...idle, state: "planning", progress: { seconds: 4, costCents: 118_700, job: "j9" } };

    expect(facts()).toContain("Planning, 4 s. Best so far €1,187");
    expect(button("plan")!.disabled).toBe(true);
    await planning.plan();
    expect(calls).toEqual([]);
  });
});

describe("a plan that was asked for", () => {
  it("comes before the draft that is there", async () => {
    planned = draft;
    await planning.plan();

    expect(button("publish")!.disabled).toBe(true);
    expect(button("publish")!.title).toBe("The plan you asked for comes first");
    await planning.publish();
    expect(calls).toHaveLength(1);
  });

  it("of which nothing is heard does not hold up publishing for ever", async () => {
    vi.useFakeTimers();
    planning.hostConnected();
    planned = draft;
    await planning.plan();
    vi.advanceTimersByTime(10_000);

    expect(button("publish")!.disabled).toBe(false);
    planning.hostDisconnected();
    vi.useRealTimers();
  });
});

describe("the stream", () => {
  function hear(data: object): void {
    source.dispatchEvent(new MessageEvent("planning", { data: JSON.stringify(data) }));
  }

  beforeEach(() => {
    events.start();
    planning.hostConnected();
  });

  afterEach(() => planning.hostDisconnected());

  it("tells how far a job of this page is, and is silent about other pages", () => {
    hear({ job: "j3", page: "routes", state: "planning", seconds: 9, costCents: 1 });
    expect(facts()).not.toContain("Planning");
    hear({ job: "j3", page: "roster", state: "planning", seconds: 4.2, costCents: 118_700 });
    expect(facts()).toContain("Planning, 4 s. Best so far €1,187");
    hear({ job: "j3", page: "roster", state: "idle" });
    expect(facts()).not.toContain("Planning");
  });

  it("lets a plan that was asked for be published once it is on the page", async () => {
    planned = draft;
    await planning.plan();
    hear({ job: "j0", page: "roster", state: "idle" });
    expect(button("publish")!.disabled).toBe(true);
    let arrive = (): void => {};
    reload = () => new Promise((resolve) => (arrive = resolve));
    hear({ job: "j1", page: "roster", state: "planning", seconds: 1, costCents: 118_700 });
    hear({ job: "j1", page: "roster", state: "idle" });
    expect(button("publish")!.disabled).toBe(true);

    arrive();
    await new Promise((resolve) => setTimeout(resolve));

    expect(button("publish")!.disabled).toBe(false);
  });

  it("tells why a job failed", () => {
    hear({ job: "j3", page: "roster", state: "failed", detail: "no workload yet" });
    expect(said).toEqual(["Planning failed: no workload yet"]);
  });
});

describe("publishing", () => {
  it("is off without a draft and says why", () => {
    expect(button("publish")!.disabled).toBe(true);
    expect(button("publish")!.title).toBe("No draft. Plan makes one.");
  });

  it("sends the draft that is shown and tells how many changes went out", async () => {
    planned = draft;
    expect(button("publish")!.textContent).toContain("Publish 9 changes");

    planning.onKey(new KeyboardEvent("keydown", { key: "Enter", shiftKey: true }));

    await vi.waitFor(() => expect(said).toEqual(["Published. 9 changes went out."]));
    expect(calls).toEqual([{ url: "/api/v1/roster/publish", body: '{"draftId":"d7"}', header: "1" }]);
  });

  it("that somebody else was faster at is told in the service's words", async () => {
    planned = draft;
    answer = new Response(JSON.stringify({ detail: "v42 was published at 10:44." }), { status: 409 });

    await planning.publish();

    expect(said).toEqual(["Publish failed, the draft is kept: v42 was published at 10:44."]);
  });

  it("prices the draft against what is published", () => {
    planned = draft;

    expect(facts()).toBe("Published v41 Draft · 9 changes · +€187");
  });
});

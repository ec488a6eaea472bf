// @vitest-environment happy-dom
import { render } from "lit";
import { describe, expect, it } from "vitest";
import { Events } from "../src/api/events";
import * as parse from "../src/api/parse";
import { makeSession } from "../src/app/session";
import { replenishmentBlock } from "../src/pages/schedules/replenishment-list";
import { replenishments as mock } from "./mock-api/schedules";
import { site } from "./mock-api/site";

const session = makeSession(parse.site(site), new Events(() => {}), () => {}, () => {});
const answer = parse.replenishments(mock(Date.parse("2026-10-13T08:42:00Z"), new Set()));

function header(runOuts: number): HTMLElement {
  const page = document.createElement("div");
  const none = (): void => {};
  render(
    replenishmentBlock({ answer: { ...answer, runOuts }, all: false, selected: null, busy: new Set(), changed: new Map(), today: "2026-10-13", online: true, session, select: none, change: none, approve: none, snooze: none, showAll: none }),
    page,
  );
  return page.querySelector("header")!;
}

describe("run-outs", () => {
  it("are counted beside the money at risk, as exceptions", () => {
    expect(answer.runOuts).toBe(1);
    expect(header(1).querySelector('[data-testid="run-outs"]')!.textContent).toBe("1 run-out");
    expect(header(3).textContent).toContain("3 run-outs · ");
    expect(header(3).textContent).toContain("at risk");
  });

  it("are not named while there are none", () => {
    expect(header(0).querySelector('[data-testid="run-outs"]')).toBeNull();
    expect(header(0).textContent).toContain("at risk");
  });
});

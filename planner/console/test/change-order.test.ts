// @vitest-environment happy-dom
import { render } from "lit";
import { describe, expect, it } from "vitest";
import { Events } from "../src/api/events";
import * as parse from "../src/api/parse";
import { makeSession } from "../src/app/session";
import { costOf, replenishmentBlock, wholePacks } from "../src/pages/schedules/replenishment-list";
import { replenishments as mock } from "./mock-api/schedules";
import { site } from "./mock-api/site";

const session = makeSession(parse.site(site), new Events(() => {}), () => {}, () => {});
const answer = parse.replenishments(mock(Date.parse("2026-10-13T08:42:00Z"), new Set()));
const first = answer.items[0]!; // 2,400 units in 40 packs of 60 at 0.88

function shown(changed: ReadonlyMap<string, number>, change = (_: unknown, __: number): void => {}): HTMLElement {
  const page = document.createElement("div");
  const none = (): void => {};
  render(
    replenishmentBlock({ answer, all: false, selected: first.id, busy: new Set(), changed, today: "2026-10-13", online: true, session, select: none, change, approve: none, snooze: none, showAll: none }),
    page,
  );
  return page;
}

const approve = (page: HTMLElement): string => page.querySelector('[data-testid="approve-button"]')!.textContent!.replace(/\s+/g, " ").trim();

describe("another quantity", () => {
  it("can be given for the chosen proposal, in whole packs", () => {
    const asked: number[] = [];
    const input = shown(new Map(), (_, units) => asked.push(units)).querySelectorAll<HTMLInputElement>('[data-testid="units-input"]');
    expect(input).toHaveLength(1);
    for (const typed of ["100", "60", "", "-5"]) {
      input[0]!.value = typed;
      input[0]!.dispatchEvent(new Event("change"));
    }

    expect(asked).toEqual([120, 60, 2400, 2400]);
  });

  it("is what the button orders and costs", () => {
    const before = approve(shown(new Map()));
    const after = shown(new Map([[first.id, 600]]));

    expect(before).toContain("Order 2,400 · ");
    expect(approve(after)).toContain("Order 600 · ");
    expect(approve(after)).toContain(session.money.of(52_800));
    expect(after.querySelector('[data-testid="approve-button"]')!.getAttribute("title")).toBe("Orders 10 packs, 600 units");
    expect(after.textContent).toContain("proposed 2,400");
  });

  it("leaves the way of a transfer at its price", () => {
    expect(costOf({ ...first, fromName: "Essen", costCents: 700 }, 60)).toBe(700);
    expect(wholePacks(first, 61)).toBe(120);
    expect(wholePacks({ ...first, packs: 0 }, 2.5)).toBe(3);
  });
});

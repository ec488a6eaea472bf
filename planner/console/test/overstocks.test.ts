// @vitest-environment happy-dom
import { html, render } from "lit";
import { describe, expect, it } from "vitest";
import { Events } from "../src/api/events";
import * as parse from "../src/api/parse";
import type { Overstock } from "../src/api/types";
import { makeSession } from "../src/app/session";
import { goneWords, overstockBlock, overstockUrgency } from "../src/pages/schedules/overstock-list";
import { overstocks as mock } from "./mock-api/schedules";
import { site } from "./mock-api/site";

const session = makeSession(parse.site(site), new Events(() => {}), () => {}, () => {});
const answer = parse.overstocks(mock(Date.parse("2026-10-13T08:42:00Z")));
const item = (over: Partial<Overstock>): Overstock => ({ ...answer.items[0]!, ...over });

function shown(all: boolean, showAll = (): void => {}): HTMLElement {
  const page = document.createElement("div");
  render(html`${overstockBlock({ answer, all, session, showAll })}`, page);
  return page;
}

describe("too much in stock", () => {
  it("shows the dearest rows with place, cost and what to do, and a shape with a word", () => {
    const rows = shown(false).querySelectorAll('[data-testid="overstock-row"]');

    expect(rows).toHaveLength(4);
    expect(rows[0]!.querySelector(".why")!.textContent).toContain("Essen, 180 expire unsold. 640 on hand");
    expect(rows[0]!.querySelector("svg")!.getAttribute("aria-label")).toBe("High");
    expect(rows[0]!.querySelector(".why")!.getAttribute("title")).toContain("All of it lasts 40 days.");
  });

  it("opens the others by a button", () => {
    let asked = 0;
    const button = shown(false, () => asked++).querySelector("button")!;
    button.click();

    expect(button.textContent).toBe("All 5");
    expect(asked).toBe(1);
    expect(shown(true).querySelectorAll("li")).toHaveLength(5);
    expect(shown(true).querySelector("button")).toBeNull();
  });

  it("takes no room while there is none", () => {
    const page = document.createElement("div");
    render(html`${overstockBlock({ answer: { costCents: 0, total: 0, items: [] }, all: false, session, showAll: () => {} })}`, page);
    expect(page.textContent).toBe("");
  });

  it("says when the excess is gone, and hurries for what expires", () => {
    expect(goneWords(item({ soldOutBy: "2026-10-20" }))).toBe("too much until Tue 20 Oct");
    expect(goneWords(item({ soldOutBy: null, expiringUnits: 0 }))).toBe("not sold within a year");
    expect(overstockUrgency(item({ wasteCents: 9, holdingCents: 1 }))).toBe("HIGH");
    expect(overstockUrgency(item({ wasteCents: 0, holdingCents: 1 }))).toBe("MEDIUM");
  });

  it("names the field that is not as the contract says", () => {
    expect(() => parse.overstocks({ items: [{ totalCents: "much" }] })).toThrow("overstocks.items[0].totalCents must be a number");
  });
});

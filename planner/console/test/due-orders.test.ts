// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { Events } from "../src/api/events";
import * as parse from "../src/api/parse";
import { makeSession } from "../src/app/session";
import { DueOrders } from "../src/pages/schedules/due-orders";
import { replenishments as mock } from "./mock-api/schedules";
import { site } from "./mock-api/site";

const said: string[] = [];
const session = makeSession(parse.site(site), new Events(() => {}), (words) => said.push(words), () => {});
const answer = parse.replenishments(mock(Date.parse("2026-10-13T08:42:00Z"), new Set()));

async function shown(due = answer.due, online = true): Promise<DueOrders> {
  const block = new DueOrders();
  Object.assign(block, { session, due, online });
  document.body.append(block);
  await block.updateComplete;
  return block;
}

const words = (block: DueOrders): string => block.textContent!.replace(/\s+/g, " ").trim();
const press = async (block: DueOrders, id: string): Promise<void> => {
  block.querySelector<HTMLElement>(`[data-testid="${id}"]`)!.click();
  await block.updateComplete;
};

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  said.length = 0;
});

describe("all that is due from a source", () => {
  it("is shown with its number, price and what it saves", async () => {
    const block = await shown();

    expect(answer.due).toHaveLength(1);
    expect(words(block)).toContain(`Al-Bayrak saves ${session.money.of(answer.due[0]!.savedCents)} Order all 3 · ${session.money.of(answer.due[0]!.costCents)}`);
    expect(words(await shown([]))).toBe("");
  });

  it("is ordered only when its price was confirmed, at hardly more than that price", async () => {
    const sent: [string, unknown][] = [];
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      sent.push([url, JSON.parse(String(init.body))]);
      return new Response(JSON.stringify({ ...answer.due[0], count: 4 }));
    });
    const block = await shown();

    await press(block, "due-button");
    expect(sent).toEqual([]);
    expect(words(block)).toContain(`Order 3 proposals for ${session.money.of(answer.due[0]!.costCents)}`);
    await press(block, "due-confirm");
    await vi.waitFor(() => expect(said).toHaveLength(1));

    expect(sent).toEqual([["/api/v1/replenishments/due/al-bayrak/approve", { atMostCents: Math.round(answer.due[0]!.costCents * 1.02) }]]);
    expect(said[0]).toContain("Ordered 4 proposals from Al-Bayrak");
  });

  it("says why nothing was ordered", async () => {
    vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ detail: "What is due costs more by now." }), { status: 409 }));
    const block = await shown();

    await press(block, "due-button");
    await press(block, "due-confirm");
    await vi.waitFor(() => expect(said).toHaveLength(1));

    expect(said[0]).toContain("Nothing was ordered from Al-Bayrak: What is due costs more by now.");
  });

  it("waits while the console is offline", async () => {
    const block = await shown(answer.due, false);

    expect(block.querySelector<HTMLButtonElement>('[data-testid="due-button"]')!.disabled).toBe(true);
  });
});

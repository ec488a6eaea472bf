import type { ReactiveController, ReactiveControllerHost } from "lit";
import { get } from "../api/client";
import type { Events } from "../api/events";
import * as parse from "../api/parse-sensors";
import type { Chain } from "../api/types";

const gatherMillis = 500;

/**
 * The chain of what is selected. `ids` names messages, best first; the first that belongs to a chain is shown, and the
 * newest chain when none does. Read again when `refresh` is called or a chain changes.
 */
export class ChainController implements ReactiveController {
  chain: Chain | null = null;
  private stopListening: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown = "";
  private turn = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly events: Events,
    private readonly ids: () => readonly string[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stopListening = this.events.listen((name) => {
      if (name === "chains" || name === "health") this.soon();
    });
    this.soon();
  }

  hostDisconnected(): void {
    this.stopListening?.();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Follows a change of selection. */
  hostUpdated(): void {
    if (this.ids().join() !== this.shown) this.soon();
  }

  private soon(): void {
    this.shown = this.ids().join();
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.load();
    }, gatherMillis);
  }

  private async load(): Promise<void> {
    const turn = ++this.turn;
    const found = (await firstOf(this.ids())) ?? (await newest());
    if (turn !== this.turn) return;
    this.chain = found;
    this.host.requestUpdate();
  }
}

async function firstOf(ids: readonly string[]): Promise<Chain | null> {
  for (const id of ids.slice(0, 4)) {
    const chain = await find(id);
    if (chain !== null && chain.links.length > 1) return chain;
  }
  return null;
}

async function newest(): Promise<Chain | null> {
  try {
    const heads = await get("/chains", parse.chains);
    return heads[0] ? await find(heads[0].id) : null;
  } catch {
    return null; // without an answer the block stays away; the banner says that the connection is lost
  }
}

async function find(id: string): Promise<Chain | null> {
  try {
    return await get(`/chains/${encodeURIComponent(id)}`, parse.chain);
  } catch {
    return null; // 404: nothing hangs on this message
  }
}

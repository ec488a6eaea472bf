import type { ReactiveController, ReactiveControllerHost } from "lit";
import { get } from "../api/client";
import type { EventName, Events } from "../api/events";
import { wordsOf } from "./session";

const gatherMillis = 250;
const slowMillis = 300;

/**
 * One answer of the service kept up to date: read once, read again when an event of `on` says so, at most four times a
 * second. A failed reading keeps the last value and sets `error`.
 */
export class Resource<T> implements ReactiveController {
  value: T | null = null;
  error = "";
  /** Whether a reading has been under way for longer than a person takes for at once. */
  slow = false;
  private stopListening: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private newest: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly events: Events,
    private readonly path: () => string | null,
    private readonly parse: (json: unknown) => T,
    private readonly on: readonly EventName[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stopListening = this.events.listen((name) => {
      if (name === "health" || this.on.includes(name)) this.soon();
    });
    void this.load();
  }

  hostDisconnected(): void {
    this.stopListening?.();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Reads again shortly; several calls become one. */
  soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.load();
    }, gatherMillis);
  }

  /** Forgets the value, for a change of what is asked. */
  reset(): Promise<void> {
    this.value = null;
    return this.load();
  }

  /** Reads at once; done when the newest answer asked for is here. */
  load(): Promise<void> {
    return (this.newest = this.read(++this.asked));
  }

  private async read(turn: number): Promise<void> {
    const path = this.path();
    if (path === null) {
      this.value = null;
      return;
    }
    const late = setTimeout(() => this.setSlow(true), slowMillis);
    try {
      const value = await get(path, this.parse);
      if (turn !== this.asked) return this.newest;
      this.value = value;
      this.error = "";
    } catch (error) {
      if (turn !== this.asked) return this.newest;
      this.error = wordsOf(error);
    } finally {
      clearTimeout(late);
    }
    this.setSlow(false);
  }

  private setSlow(slow: boolean): void {
    this.slow = slow;
    this.host.requestUpdate();
  }
}

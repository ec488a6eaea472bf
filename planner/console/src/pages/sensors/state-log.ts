import type { MachineProduction } from "../../api/types";
import { millis } from "../../format/site-time";

/** A machine's state over a time; `to` null while it lasts. */
export interface StateSpan {
  state: string;
  from: number;
  to: number | null;
}

/** A state that was looked at longer ago than this may have ended since. */
const unseenMillis = 60_000;

/** Remembers the states of machines as they are seen, because the service tells only the current one. */
export class StateLog {
  private readonly spans = new Map<string, StateSpan[]>();
  private readonly seenAt = new Map<string, number>();

  observe(machines: readonly MachineProduction[], now: number): void {
    for (const { machine, state, since } of machines) {
      if (state === null) continue;
      const known = this.spans.get(machine) ?? [];
      const seen = this.seenAt.get(machine) ?? now;
      this.seenAt.set(machine, now);
      const last = known[known.length - 1];
      const from = since ? millis(since) : now;
      if (last?.state === state && (last.from === from || !since)) continue;
      if (last) last.to = Math.max(last.from, from - seen < unseenMillis ? from : seen);
      this.spans.set(machine, [...known, { state, from, to: null }]);
    }
  }

  /** Spans that touch the time from `from` to `to`, oldest first. */
  of(machine: string, from: number, to: number): StateSpan[] {
    return (this.spans.get(machine) ?? []).filter((span) => span.from < to && (span.to ?? Infinity) > from);
  }
}

import type { MachineChange, MachineProduction } from "../../api/types";
import { millis } from "../../format/site-time";

/** A machine's state over a time; `to` null while it lasts. */
export interface StateSpan {
  state: string;
  from: number;
  to: number | null;
}

/** Longer than this without a look, and what was between is not known. */
const unseenMillis = 60_000;

/** The states of machines: what the service kept of the last day, and from then on as they are seen. */
export class StateLog {
  private readonly spans = new Map<string, StateSpan[]>();
  private readonly seenAt = new Map<string, number>();

  /** `since` of a machine may be the time of its last message rather than of the change; the earliest seen counts. */
  observe(machines: readonly MachineProduction[], now: number): void {
    for (const { machine, state, since } of machines) {
      if (state === null) continue;
      const known = this.spans.get(machine) ?? [];
      const last = known[known.length - 1];
      const from = since ? millis(since) : now;
      const unbroken = from - (this.seenAt.get(machine) ?? from) < unseenMillis;
      if (!last || last.state !== state || !unbroken) {
        if (last) last.to = Math.max(last.from, unbroken ? from : this.seenAt.get(machine)!);
        this.spans.set(machine, [...known, { state, from, to: null }]);
      }
      this.seenAt.set(machine, now);
    }
  }

  /** Puts what was before anything was seen in front, oldest first. */
  recall(changes: readonly MachineChange[]): void {
    for (const machine of new Set(changes.map((each) => each.machine))) {
      const seen = this.spans.get(machine) ?? [];
      const end = seen[0]?.from ?? null;
      const own = changes.filter((each) => each.machine === machine && (end === null || millis(each.at) < end));
      const before = own.flatMap((each, index): StateSpan[] => {
        const next = own[index + 1];
        return each.state === null ? [] : [{ state: each.state, from: millis(each.at), to: next ? millis(next.at) : end }];
      });
      const last = before.at(-1);
      const first = seen[0];
      if (last && first && last.state === first.state && last.to === first.from) {
        first.from = last.from;
        before.pop();
      }
      this.spans.set(machine, [...before, ...seen]);
    }
  }

  /** When the current state of a machine began, as far as it was seen. */
  sinceOf(machine: string): number | null {
    return this.spans.get(machine)?.at(-1)?.from ?? null;
  }

  /** From when on states of a machine are known; null when none is. */
  knownFrom(machine: string): number | null {
    return this.spans.get(machine)?.[0]?.from ?? null;
  }

  /** Spans that touch the time from `from` to `to`, oldest first. */
  of(machine: string, from: number, to: number): StateSpan[] {
    return (this.spans.get(machine) ?? []).filter((span) => span.from < to && (span.to ?? Infinity) > from);
  }
}

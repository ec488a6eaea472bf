import { spanFor, widerSpan } from "./chart-model";

const minute = 60_000;
const staleMillis = 2 * minute;

/** A stretch of time; live ones end now. */
export interface Stretch {
  from: number;
  to: number;
  span: number;
  live: boolean;
}

/** Which time the readings are shown of: as long as was chosen, else as the alarm needs and enough readings are found in. */
export class ShownTime {
  private chosen: number | null = null;
  /** The span in which enough readings were found. */
  private found = 0;

  choose(span: number): void {
    this.chosen = span;
  }

  /** Another sensor: its readings may be closer together. What was chosen stays. */
  forget(): void {
    this.found = 0;
  }

  /**
   * Data that is replayed with times of its own ends where it ends, not now.
   *
   * @param newest when the newest reading was, 0 when none is known
   * @param onset of the sensor's alarm
   */
  stretch(newest: number, onset: number | null, now: number): Stretch {
    const live = newest === 0 || now - newest < staleMillis;
    const to = live ? now : Math.ceil(newest / minute) * minute;
    const span = this.chosen ?? Math.max(this.found, spanFor(onset, to));
    return { from: to - span, to, span, live };
  }

  /** Readings of the past may be minutes or hours apart: looks in a longer span, unless one was chosen; false when it need not. */
  widen(shown: Stretch, points: number): boolean {
    const wider = this.chosen !== null || shown.live ? null : widerSpan(shown.span, points);
    if (wider === null) return false;
    this.found = wider;
    return true;
  }
}

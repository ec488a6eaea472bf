package io.gemba.rosters.engine;

import java.util.function.BooleanSupplier;

/**
 * When a search has to end.
 *
 * @param beganNanos {@link System#nanoTime()} at its start
 * @param nanos how long it may take
 * @param steps most proposals, {@link Long#MAX_VALUE} = no limit
 * @param cancelled asked some thousand times a second, from every thread of the search
 */
public record Limits(long beganNanos, long nanos, long steps, BooleanSupplier cancelled) {

  /** The share of the time that is gone, 0 to 1 and beyond. */
  double spent() {
    return (System.nanoTime() - beganNanos) / (double) nanos;
  }

  boolean over() {
    return System.nanoTime() - beganNanos >= nanos || cancelled.getAsBoolean();
  }

  double seconds() {
    return nanos / 1e9;
  }
}

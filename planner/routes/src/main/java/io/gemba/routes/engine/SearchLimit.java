package io.gemba.routes.engine;

import java.util.function.BooleanSupplier;

/**
 * When a search ends, and how far it is. With an iteration limit and one thread nothing depends on
 * the clock unless the time is up first.
 */
public final class SearchLimit {
  private final long beganNanos;
  private final double nanos;
  private final long iterations;
  private final BooleanSupplier cancelled;

  /**
   * @param beganNanos {@link System#nanoTime} when the time began to run
   * @param seconds wall clock
   * @param iterations most steps; 0 = until the time is up
   * @param cancelled true = stop; looked at often, by all threads of the search
   */
  public SearchLimit(long beganNanos, double seconds, long iterations, BooleanSupplier cancelled) {
    this.beganNanos = beganNanos;
    this.nanos = seconds * 1e9;
    this.iterations = iterations;
    this.cancelled = cancelled;
  }

  double elapsedNanos() {
    return System.nanoTime() - beganNanos;
  }

  double nanos() {
    return nanos;
  }

  boolean countsSteps() {
    return iterations > 0;
  }

  boolean isOver(long steps) {
    return cancelled.getAsBoolean()
        || (iterations > 0 && steps >= iterations)
        || elapsedNanos() >= nanos;
  }

  /** Share of the search that is over, 0 to 1. */
  double progress(long steps) {
    double share = iterations > 0 ? (double) steps / iterations : elapsedNanos() / nanos;
    return Math.min(1, Math.max(0, share));
  }

  /** Milliseconds since the time began to run. */
  public long millis() {
    return Math.round(elapsedNanos() / 1e6);
  }
}

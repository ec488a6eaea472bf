package io.gemba.maintenance;

import java.util.List;

/**
 * How long a machine will still run, in cycles.
 *
 * @param expected at most what the model was capped at: a machine as good as new has no later end
 * @param low one in ten fails earlier
 * @param high one in ten fails later; with {@code expected} at the cap it may be much later
 * @param moved sensors that left the healthy state, the farthest first
 */
public record RemainingLife(double expected, double low, double high, List<Moved> moved) {
  /** Copies the sensors. */
  public RemainingLife {
    moved = List.copyOf(moved);
  }

  /**
   * A hint at what wears.
   *
   * @param sensor its name
   * @param deviations how far it is from the machine's first cycles, in deviations of new machines
   */
  public record Moved(String sensor, double deviations) {}
}

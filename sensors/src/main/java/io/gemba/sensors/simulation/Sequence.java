package io.gemba.sensors.simulation;

import java.util.HashMap;
import java.util.Map;

/**
 * Sequence numbers by name. They begin at the time of the start, so that those of a later start are
 * higher as long as a name takes fewer than 1000 a second. Not thread safe.
 */
final class Sequence {
  private final long base;
  private final Map<String, Long> last = new HashMap<>();

  /**
   * @param startMillis of the clock, not of simulated time
   */
  Sequence(long startMillis) {
    this.base = startMillis;
  }

  long next(String name) {
    return last.merge(name, base, (before, ignored) -> before + 1);
  }
}

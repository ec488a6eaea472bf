package io.gemba.message;

import java.time.Instant;
import java.util.List;

/**
 * What is left of the part of a machine that wears, in cycles of running; told after every cycle.
 *
 * @param machine machine id of the site file
 * @param model name of the model that tells it
 * @param since first reading of the part's life
 * @param at last reading of the newest cycle
 * @param cycles that the part has run, as far as they were seen
 * @param cycleMinutes minutes of running that are a cycle, above 0
 * @param expectedCycles what is left; at {@code longestCycles} it may be much more
 * @param lowCycles one in ten fails earlier
 * @param highCycles one in ten fails later
 * @param longestCycles the longest life that the model tells
 * @param moved sensors that left what they were when the part was new, the farthest first: a hint
 *     at how it fails
 * @param missing sensors without a trusted reading in the newest cycle, whose last values stand in
 */
public record MachineLife(
    String machine,
    String model,
    Instant since,
    Instant at,
    int cycles,
    double cycleMinutes,
    double expectedCycles,
    double lowCycles,
    double highCycles,
    double longestCycles,
    List<Moved> moved,
    List<String> missing) {
  private static final double AS_NEW = 0.9;

  /**
   * A sensor that moved.
   *
   * @param sensor {@code machine/sensor}
   * @param deviations how far it is from the part's first cycles, in deviations of new parts
   */
  public record Moved(String sensor, double deviations) {
    /**
     * @throws IllegalArgumentException if the sensor is missing or the deviations are no number
     */
    public Moved {
      Require.id(sensor, "sensor");
      Require.finite(deviations, "deviations");
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if something is missing, negative or the interval is the wrong
   *     way round
   */
  public MachineLife {
    Require.id(machine, "machine");
    Require.id(model, "model");
    Require.present(since, "since");
    Require.present(at, "at");
    Require.notNegative(cycles, "cycles");
    if (!(cycleMinutes > 0)) {
      throw new IllegalArgumentException("cycleMinutes (" + cycleMinutes + ") must be above 0.");
    }
    Require.notNegative(lowCycles, "lowCycles");
    Require.finite(highCycles, "highCycles");
    if (!(expectedCycles >= lowCycles) || !(expectedCycles <= highCycles)) {
      throw new IllegalArgumentException(
          "expectedCycles (%s) must be between lowCycles (%s) and highCycles (%s)."
              .formatted(expectedCycles, lowCycles, highCycles));
    }
    Require.notNegative(longestCycles, "longestCycles");
    moved = List.copyOf(Require.present(moved, "moved"));
    missing = List.copyOf(Require.present(missing, "missing"));
  }

  /**
   * Whether about as much is left as the model can tell: how much more than that, it does not know.
   */
  public boolean asGoodAsNew() {
    return expectedCycles >= AS_NEW * longestCycles;
  }
}

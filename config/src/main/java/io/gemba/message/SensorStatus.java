package io.gemba.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sensor does, at most one message per sensor and few seconds. Counts are since the sensor
 * was first seen and count each distinct reading exactly once, also through a restart.
 *
 * @param sensor {@code machine/sensor}
 * @param at event time of the latest reading
 * @param value its value
 * @param readings distinct readings, good or bad
 * @param duplicates repeats that were dropped
 * @param rejected readings that the quality gate kept from the detector
 * @param fault the quality fault for which it is not trusted now, for example {@code stuck}; null
 *     when good
 * @param expectedLow lower end of what is expected now, null while learning
 * @param expectedHigh upper end of what is expected now, null while learning
 * @param delivery how its readings come; nothing wrong when missing
 */
public record SensorStatus(
    String sensor,
    Instant at,
    double value,
    long readings,
    long duplicates,
    long rejected,
    @Nullable String fault,
    @Nullable Double expectedLow,
    @Nullable Double expectedHigh,
    @Nullable Delivery delivery) {

  /**
   * How readings come. None of it takes trust from those that come once and in time.
   *
   * @param late distinct readings that came after later ones
   * @param missing readings that are missing between others, by the sensor's pace
   * @param faults what is wrong now: {@code gap}, {@code duplicate}, {@code out-of-order}, {@code
   *     clock-skew}
   */
  public record Delivery(long late, long missing, List<String> faults) {
    /** Nothing wrong. */
    public static final Delivery GOOD = new Delivery(0, 0, List.of());

    /**
     * @throws IllegalArgumentException if a count is negative
     */
    public Delivery {
      Require.notNegative(late, "late");
      Require.notNegative(missing, "missing");
      faults = faults == null ? List.of() : List.copyOf(faults);
    }
  }

  /**
   * @throws IllegalArgumentException if the sensor or time is missing or a count is negative
   */
  public SensorStatus {
    Require.id(sensor, "sensor");
    Require.present(at, "at");
    Require.finite(value, "value");
    Require.notNegative(readings, "readings");
    Require.notNegative(duplicates, "duplicates");
    Require.notNegative(rejected, "rejected");
    delivery = delivery == null ? Delivery.GOOD : delivery;
  }
}

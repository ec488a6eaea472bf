package io.gemba.message;

import java.time.Instant;
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
 * @param fault the quality fault that holds now, for example {@code stuck}; null when good
 * @param expectedLow lower end of what is expected now, null while learning
 * @param expectedHigh upper end of what is expected now, null while learning
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
    @Nullable Double expectedHigh) {

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
  }
}

package io.gemba.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One measured value.
 *
 * <p>Times are epoch milliseconds because this record is the hot path; on the topic they are
 * numbers too.
 *
 * @param sensor {@code machine/sensor}, for example {@code filler-2/nozzle-pressure}
 * @param atMillis when it was measured, by the device's clock; JSON {@code at}
 * @param value finite, in the unit that the site file gives for the sensor
 * @param seq rises by at least one per reading of a device; with the sensor it identifies a reading
 * @param receivedMillis when the gateway took it in; JSON {@code received}
 */
public record Reading(
    String sensor,
    @JsonProperty("at") long atMillis,
    double value,
    long seq,
    @JsonProperty("received") long receivedMillis) {
  /** How far a device's clock may be ahead of ours. */
  public static final long AHEAD_MILLIS = 300_000;

  /**
   * @throws IllegalArgumentException if the sensor is blank or the value is not finite
   */
  public Reading {
    Require.id(sensor, "sensor");
    Require.finite(value, "value");
  }

  /**
   * Whether the device's clock ran so far ahead when it was measured that the time is of no use;
   * no, when it is not known when the reading was taken in.
   */
  public boolean runsAhead() {
    return receivedMillis > 0 && atMillis - AHEAD_MILLIS > receivedMillis;
  }
}

package io.gemba.message;

import java.time.Instant;

/**
 * What a person says of an alarm: that it is no fault. The job that raised it learns from it.
 *
 * @param id of the episode; the same again is a repeat
 * @param sensor {@code machine/sensor} of the episode
 * @param detector what raised the episode
 * @param last latest reading that belongs to it; what was said holds for what begins later
 * @param by who says so
 * @param at when
 */
public record AlarmFeedback(
    String id, String sensor, String detector, Instant last, String by, Instant at) {
  /**
   * @throws IllegalArgumentException if an id or time is missing
   */
  public AlarmFeedback {
    Require.id(id, "id");
    Require.id(sensor, "sensor");
    Require.id(detector, "detector");
    Require.present(last, "last");
    Require.present(by, "by");
    Require.present(at, "at");
  }

  /** Says that an alarm is no fault. */
  public static AlarmFeedback notAFault(Episode episode, String by, Instant at) {
    return new AlarmFeedback(
        episode.id(), episode.sensor(), episode.detector(), episode.last(), by, at);
  }
}

package io.gemba.sensors.quality;

import io.gemba.site.Sensor;
import java.io.Serializable;

/**
 * What the site file says of a sensor.
 *
 * @param minimum least value that can be true
 * @param maximum greatest value that can be true, above the minimum
 * @param everySeconds expected time between readings, above 0
 */
public record Limits(double minimum, double maximum, double everySeconds) implements Serializable {

  /**
   * @throws IllegalArgumentException if the range is empty or the time is not above 0
   */
  public Limits {
    if (!(minimum < maximum)) {
      throw new IllegalArgumentException(
          "minimum (%s) must be below maximum (%s).".formatted(minimum, maximum));
    }
    if (!(everySeconds > 0)) {
      throw new IllegalArgumentException(
          "everySeconds (%s) must be above 0.".formatted(everySeconds));
    }
  }

  /** Fewest readings from which a share is told. */
  static final int FEWEST_OF_SPAN = 100;

  private static final double SPAN_SECONDS = 1_800;

  /** The limits of a sensor of the site file. */
  public static Limits of(Sensor sensor) {
    return new Limits(sensor.minimum(), sensor.maximum(), sensor.everySeconds());
  }

  double range() {
    return maximum - minimum;
  }

  /** How long a sensor may be silent before it is stale: five readings, at least 10 s. */
  public long staleAfterMillis() {
    return Math.max(10_000, Math.round(everySeconds * 5_000));
  }

  /** Readings of half an hour at the sensor's pace, at least {@value #FEWEST_OF_SPAN}. */
  long spanReadings() {
    return Math.max(FEWEST_OF_SPAN, Math.round(SPAN_SECONDS / everySeconds));
  }
}

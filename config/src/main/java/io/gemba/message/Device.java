package io.gemba.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device that announced itself, what it measures, and whether it is there. One message a birth
 * and one a death; the latest holds.
 *
 * @param id machine id its readings have
 * @param source where it is, for example the Sparkplug group and edge node {@code plant/edge-1}
 * @param state online from its birth to its death
 * @param at when it was born or died
 * @param metrics what it measures, in its order; those of its latest birth
 */
public record Device(String id, String source, State state, Instant at, List<Metric> metrics) {

  /** Whether a device is there. */
  public enum State {
    ONLINE,
    OFFLINE
  }

  /**
   * One thing that a device measures.
   *
   * @param sensor {@code machine/sensor} id of its readings
   * @param name as the device calls it
   * @param unit as the device calls it; null when it does not say
   * @param known whether the site file names the sensor; the others wait to be adopted
   */
  public record Metric(String sensor, String name, @Nullable String unit, boolean known) {
    /**
     * @throws IllegalArgumentException if the sensor or name is missing
     */
    public Metric {
      Require.id(sensor, "sensor");
      Require.present(name, "name");
    }
  }

  /**
   * @throws IllegalArgumentException if the id, source, state or time is missing
   */
  public Device {
    Require.id(id, "id");
    Require.id(source, "source");
    Require.present(state, "state");
    Require.present(at, "at");
    metrics = metrics == null ? List.of() : List.copyOf(metrics);
  }
}

package io.gemba.sensors.control;

import io.gemba.site.Sensor;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How readings of a sensor become points of a chart.
 *
 * @param size readings a point, 1 to 25; 1 makes a chart of single readings
 * @param everyMillis time between points; the first readings of each such time are taken
 * @param lower least value that is good; null when there is none
 * @param upper greatest value that is good; null when there is none
 */
public record ControlPlan(
    int size, long everyMillis, @Nullable Double lower, @Nullable Double upper)
    implements Serializable {
  private static final double MILLIS_PER_SECOND = 1000;

  /** The plan that the site file gives a sensor; null when it gives none. */
  public static @Nullable ControlPlan find(Sensor sensor) {
    Sensor.Control control = sensor.control();
    return control == null
        ? null
        : new ControlPlan(
            control.readings(),
            Math.round(control.everySeconds() * MILLIS_PER_SECOND),
            control.specificationLow(),
            control.specificationHigh());
  }
}

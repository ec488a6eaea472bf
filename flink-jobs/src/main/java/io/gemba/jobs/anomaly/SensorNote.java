package io.gemba.jobs.anomaly;

import io.gemba.message.AlarmFeedback;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a sensor beside its readings.
 *
 * @param sensor {@code machine/sensor}
 * @param notAFault what a person said of one of its alarms; null when its device has gone
 */
record SensorNote(String sensor, @Nullable AlarmFeedback notAFault) {

  /** The device of the sensor has gone. */
  static SensorNote gone(String sensor) {
    return new SensorNote(sensor, null);
  }

  /** An alarm of the sensor was no fault. */
  static SensorNote notAFault(AlarmFeedback feedback) {
    return new SensorNote(feedback.sensor(), feedback);
  }
}

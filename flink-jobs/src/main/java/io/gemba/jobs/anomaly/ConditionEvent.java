package io.gemba.jobs.anomaly;

import io.gemba.message.PartReplacement;
import io.gemba.message.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What is heard of a machine's wearing part: one of the two.
 *
 * @param machine machine id
 * @param reading a trusted one of a sensor that tells its condition
 * @param replaced somebody replaced it
 */
record ConditionEvent(
    String machine, @Nullable Reading reading, @Nullable PartReplacement replaced) {

  /** A sensor was read. */
  static ConditionEvent reading(Reading reading) {
    return new ConditionEvent(AnomalyJob.machine(reading.sensor()), reading, null);
  }

  /** The part was replaced. */
  static ConditionEvent replaced(PartReplacement replaced) {
    return new ConditionEvent(replaced.machine(), null, replaced);
  }
}

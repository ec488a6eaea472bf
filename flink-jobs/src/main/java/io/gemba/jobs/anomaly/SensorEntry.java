package io.gemba.jobs.anomaly;

import io.gemba.sensors.detect.SensorWatch;

/**
 * What the operator keeps of a sensor. Times are processing times in epoch milliseconds.
 *
 * <p>Mutable, because it is changed by every reading; only {@link SensorOperator} does.
 */
final class SensorEntry {
  /** No timer is set. */
  static final long NEVER = Long.MAX_VALUE;

  final SensorWatch watch;
  long arrivedMillis;
  long statusAtMillis;
  long silentAtMillis;

  SensorEntry(SensorWatch watch) {
    this.watch = watch;
    this.statusAtMillis = NEVER;
    this.silentAtMillis = NEVER;
  }

  /** Whether a reading has come; what people say of a sensor may come first. */
  boolean hasReadings() {
    return arrivedMillis > 0;
  }
}

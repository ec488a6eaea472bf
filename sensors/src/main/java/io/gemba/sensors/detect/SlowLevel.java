package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where a series usually is and how far it usually strays: exponentially faded means, exact over
 * the first readings.
 *
 * <p>What a reading moves is not bounded: a series of rare bursts would never learn its scale, and
 * every burst would be a surprise (measured on the benchmark's disk writes). The tail sketches keep
 * a fault from becoming the usual.
 */
final class SlowLevel {
  private static final double SMALLEST = 1e-9;

  private final double levelReadings;
  private final double scaleReadings;
  private double level;
  private double scale;

  /**
   * @param levelReadings memory of the level
   * @param scaleReadings memory of the scale
   */
  SlowLevel(double levelReadings, double scaleReadings) {
    this.levelReadings = levelReadings;
    this.scaleReadings = scaleReadings;
  }

  void start(double value) {
    level = value;
  }

  double level() {
    return level;
  }

  /** Mean distance from the level, never 0. */
  double scale() {
    return Math.max(scale, SMALLEST * Math.max(1, Math.abs(level)));
  }

  /**
   * Learns a value.
   *
   * @param count values so far, this one included
   */
  void learn(double value, long count) {
    double residual = value - level;
    level += residual / Math.min((double) count, levelReadings);
    scale += (Math.abs(residual) - scale) / Math.min((double) count, scaleReadings);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(level);
    out.writeDouble(scale);
  }

  void fill(DataInput in) throws IOException {
    level = in.readDouble();
    scale = in.readDouble();
  }
}

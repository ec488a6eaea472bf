package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where a series usually is and how far it usually strays: exponentially faded means, exact over
 * the first readings. What one reading moves is bounded, so a fault does not become the usual at
 * once.
 */
final class SlowLevel {
  private static final double CLIP_SCALES = 4;
  private static final long CLIP_FROM_READING = 100;
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

  /** How many scales a value is away from the level. */
  double distance(double value) {
    return Math.abs(value - level) / scale();
  }

  /**
   * Learns a value.
   *
   * @param count readings so far, this one included
   */
  void learn(double value, long count) {
    double residual = value - level;
    double most = count < CLIP_FROM_READING ? Double.MAX_VALUE : CLIP_SCALES * scale();
    double bounded = Math.copySign(Math.min(Math.abs(residual), most), residual);
    level += bounded / Math.min((double) count, levelReadings);
    scale += (Math.abs(bounded) - scale) / Math.min((double) count, scaleReadings);
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

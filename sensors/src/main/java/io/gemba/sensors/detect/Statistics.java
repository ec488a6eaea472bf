package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Four unlike ways in which a reading can be unusual, each in units of the series' own scale.
 *
 * <ul>
 *   <li>{@code level}: the mean of the last three readings against the level of the last 500 or so
 *   <li>{@code far}: the same against the level of the last 8,000
 *   <li>{@code jump}: against the reading before
 *   <li>{@code quiet}: how much less the last 16 readings moved than they used to
 * </ul>
 *
 * <p>Not thread safe; O(1).
 */
final class Statistics {
  static final List<String> NAMES = List.of("level", "far", "jump", "quiet");

  private static final double SLOW_READINGS = 512;
  private static final double SLOWEST_READINGS = 8_192;
  private static final double SHORT_READINGS = 16;

  private final SlowLevel near = new SlowLevel(SLOW_READINGS, SLOWEST_READINGS);
  private final SlowLevel far = new SlowLevel(SLOWEST_READINGS, SLOWEST_READINGS);
  private final SlowLevel step = new SlowLevel(SLOWEST_READINGS, SLOWEST_READINGS);
  private double shortStep;
  private double last;
  private double secondLast;

  /** What is usual now. */
  SlowLevel usual() {
    return near;
  }

  void start(double value) {
    near.start(value);
    far.start(value);
    last = value;
    secondLast = value;
  }

  /** The statistics of a reading, in the order of {@link #NAMES}, none negative. */
  double[] of(double value) {
    double mean = (value + last + secondLast) / 3;
    double move = Math.abs(value - last);
    double usualMove = Math.max(step.level(), near.scale() * 1e-6);
    double shortMove = shortStep + (move - shortStep) / SHORT_READINGS;
    return new double[] {
      near.distance(mean),
      far.distance(mean),
      move / usualMove,
      Math.max(0, Math.log(usualMove / Math.max(shortMove, usualMove * 1e-6)))
    };
  }

  /**
   * Learns a reading.
   *
   * @param count readings so far, this one included
   */
  void learn(double value, long count) {
    double move = Math.abs(value - last);
    near.learn(value, count);
    far.learn(value, count);
    step.learn(move, count);
    shortStep += (move - shortStep) / Math.min((double) count, SHORT_READINGS);
    secondLast = last;
    last = value;
  }

  void write(DataOutput out) throws IOException {
    near.write(out);
    far.write(out);
    step.write(out);
    out.writeDouble(shortStep);
    out.writeDouble(last);
    out.writeDouble(secondLast);
  }

  void fill(DataInput in) throws IOException {
    near.fill(in);
    far.fill(in);
    step.fill(in);
    shortStep = in.readDouble();
    last = in.readDouble();
    secondLast = in.readDouble();
  }
}

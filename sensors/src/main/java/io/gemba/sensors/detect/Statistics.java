package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Four unlike ways in which a reading can be unusual, each in units of the series' own scale.
 *
 * <ul>
 *   <li>{@code seasonal}: the last three readings against the time of day and the near level
 *   <li>{@code record}: beyond all that was seen
 *   <li>{@code shape}: the last 32 readings against 256 remembered shapes
 *   <li>{@code quiet}: how much less the last 16 readings moved than they used to
 * </ul>
 *
 * <p>About 3.3 KiB. Not thread safe; O(1) amortised.
 */
final class Statistics {
  static final List<String> NAMES = List.of("seasonal", "record", "shape", "quiet");

  /** What a decade of each counts for. */
  static final double[] WEIGHTS = {1.4, 1, 1.4, 1};

  /**
   * Most decades of each, so that none decides alone; machines stand still for many good reasons.
   */
  static final double[] MOST_DECADES = {8, 8, 8, 6};

  private static final double NEAR_READINGS = 512;
  private static final double MEMORY_READINGS = 8_192;

  private final SlowLevel near = new SlowLevel(NEAR_READINGS, MEMORY_READINGS);
  private final SlowLevel far = new SlowLevel(MEMORY_READINGS, MEMORY_READINGS);
  private final SeasonalResidual seasonal = new SeasonalResidual();
  private final NewRecord record = new NewRecord();
  private final ShapeMemory shape = new ShapeMemory();
  private final Unrest unrest = new Unrest();
  private double expected;

  void start(double value) {
    near.start(value);
    far.start(value);
    expected = value;
  }

  /** What was expected of the last reading. */
  double expected() {
    return expected;
  }

  /** The usual distance from what is expected, never 0. */
  double scale() {
    return seasonal.scale();
  }

  /**
   * Judges a reading by what came before it and learns it.
   *
   * @param count readings so far, this one included
   * @param into takes the statistics in the order of {@link #NAMES}; negative is one that cannot
   *     tell yet
   */
  void next(long atMillis, double value, long count, double[] into) {
    expected = seasonal.expected(atMillis, near);
    into[0] = seasonal.of(value, expected);
    into[1] = record.of(value, far.scale());
    into[2] = shape.next(value, far.scale(), count);
    into[3] = unrest.next(value, count);
    seasonal.learn(atMillis, value, expected, near, count);
    record.learn(value, count);
    near.learn(value, count);
    far.learn(value, count);
  }

  void write(DataOutput out) throws IOException {
    near.write(out);
    far.write(out);
    seasonal.write(out);
    record.write(out);
    shape.write(out);
    unrest.write(out);
    out.writeDouble(expected);
  }

  void fill(DataInput in) throws IOException {
    near.fill(in);
    far.fill(in);
    seasonal.fill(in);
    record.fill(in);
    shape.fill(in);
    unrest.fill(in);
    expected = in.readDouble();
  }
}

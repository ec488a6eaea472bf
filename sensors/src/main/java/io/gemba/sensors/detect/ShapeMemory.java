package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How unlike any shape seen before the last 32 readings are: the distance to the nearest of 256
 * remembered shapes (a discord, Keogh, Lin and Fu 2005, against a sample of the past).
 *
 * <p>A shape is the means of 8 groups of 4 readings, without their own mean, divided by their own
 * deviation plus a little of the usual scale, so that noise in a quiet stretch is no shape. Taken
 * every fourth reading. The memory is a sample of about the last 8,000 readings. While it is less
 * than a quarter full everything would be novel, and what is learnt of that would hide what is.
 *
 * <p>Layout: shape i is {@code memory[8 * i .. 8 * i + 7]}, one byte a number, {@value
 * #STEPS_PER_UNIT} steps a unit: no number is beyond the root of 8. 2.2 KiB. Not thread safe; 2,048
 * steps every fourth reading.
 */
final class ShapeMemory {
  private static final int SHAPES = 256;
  private static final int GROUPS = 8;
  private static final int GROUP_READINGS = 4;
  private static final int READINGS = GROUPS * GROUP_READINGS;
  private static final int STEPS_PER_UNIT = 44;
  private static final int FEWEST_SHAPES = SHAPES / 4;
  private static final double UNKNOWN = -1;
  private static final double USUAL_SHARE = 0.3;
  private static final int MEMORY_SHAPES = 2_000;

  private final byte[] memory = new byte[SHAPES * GROUPS];
  private final double[] groups = new double[GROUPS];
  private final int[] shape = new int[GROUPS];
  private int remembered;
  private long seen;
  private double groupSum;
  private double novelty = UNKNOWN;

  /**
   * Takes a reading in.
   *
   * @param count readings so far, this one included
   * @return distance of the shape that ended last; negative while too few are remembered
   */
  double next(double value, double usualScale, long count) {
    groupSum += value;
    if (count % GROUP_READINGS != 0) {
      return novelty;
    }
    System.arraycopy(groups, 1, groups, 0, GROUPS - 1);
    groups[GROUPS - 1] = groupSum / GROUP_READINGS;
    groupSum = 0;
    if (count >= READINGS) {
      take(usualScale);
      novelty = remembered < FEWEST_SHAPES ? UNKNOWN : nearest();
      remember();
    }
    return novelty;
  }

  private void take(double usualScale) {
    double mean = 0;
    for (double group : groups) {
      mean += group / GROUPS;
    }
    double squares = 0;
    for (double group : groups) {
      squares += (group - mean) * (group - mean);
    }
    double unit = Math.sqrt(squares / GROUPS) + USUAL_SHARE * usualScale;
    for (int j = 0; j < GROUPS; j++) {
      shape[j] = (int) Math.rint((groups[j] - mean) / unit * STEPS_PER_UNIT);
    }
  }

  private double nearest() {
    int least = Integer.MAX_VALUE;
    for (int at = 0; at < remembered * GROUPS; at += GROUPS) {
      int sum = 0;
      for (int j = 0; j < GROUPS; j++) {
        int difference = shape[j] - memory[at + j];
        sum += difference * difference;
      }
      least = Math.min(least, sum);
    }
    return Math.sqrt(least) / STEPS_PER_UNIT;
  }

  private void remember() {
    seen++;
    long place = remembered;
    if (remembered < SHAPES) {
      remembered++;
    } else {
      place = Draw.below(seen, Math.min(seen, MEMORY_SHAPES));
      if (place >= SHAPES) {
        return;
      }
    }
    for (int j = 0; j < GROUPS; j++) {
      memory[(int) place * GROUPS + j] = (byte) shape[j];
    }
  }

  void write(DataOutput out) throws IOException {
    out.write(memory);
    for (double group : groups) {
      out.writeDouble(group);
    }
    out.writeInt(remembered);
    out.writeLong(seen);
    out.writeDouble(groupSum);
    out.writeDouble(novelty);
  }

  void fill(DataInput in) throws IOException {
    in.readFully(memory);
    for (int j = 0; j < GROUPS; j++) {
      groups[j] = in.readDouble();
    }
    remembered = in.readInt();
    seen = in.readLong();
    groupSum = in.readDouble();
    novelty = in.readDouble();
  }
}

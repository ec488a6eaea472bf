package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How far a reading is beyond all before it, in units of their interquartile range; 0 within.
 *
 * <p>A record by less than a tenth of the range so far counts for less: spikes of one height beat
 * each other by a hair. Quartiles are those of 64 readings drawn from about the last 8,000
 * (Vitter's reservoir, 1985, with a floor on the chance of entering). 300 bytes. Not thread safe;
 * O(1) amortised.
 */
final class NewRecord {
  private static final int SAMPLES = 64;
  private static final int SORT_EVERY = 16;
  private static final int MEMORY_READINGS = 8_000;
  private static final double CLEAR_SHARE_OF_RANGE = 0.1;
  private static final double LEAST_SCALES = 0.3;
  private static final double SMALLEST = 1e-12;

  private final float[] sample = new float[SAMPLES];
  private double highest = Double.NEGATIVE_INFINITY;
  private double lowest = Double.POSITIVE_INFINITY;
  private double quartiles;

  double of(double value, double usualScale) {
    double beyond = Math.max(value - highest, lowest - value);
    if (!(beyond > 0) || highest < lowest) {
      return 0;
    }
    double clear = beyond / Math.max(highest - lowest, SMALLEST) / CLEAR_SHARE_OF_RANGE;
    double unit = Math.max(quartiles, LEAST_SCALES * usualScale);
    return beyond / unit * Math.min(1, clear);
  }

  /**
   * Learns a reading.
   *
   * @param count readings so far, this one included
   */
  void learn(double value, long count) {
    highest = Math.max(highest, value);
    lowest = Math.min(lowest, value);
    if (count <= SAMPLES) {
      sample[(int) count - 1] = (float) value;
    } else {
      long drawn = Draw.below(count, Math.min(count, MEMORY_READINGS));
      if (drawn < SAMPLES) {
        sample[(int) drawn] = (float) value;
      }
    }
    if (count % SORT_EVERY == 1) {
      float[] sorted = Arrays.copyOf(sample, (int) Math.min(count, SAMPLES));
      Arrays.sort(sorted);
      quartiles = (double) sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
    }
  }

  void write(DataOutput out) throws IOException {
    for (float value : sample) {
      out.writeFloat(value);
    }
    out.writeDouble(highest);
    out.writeDouble(lowest);
    out.writeDouble(quartiles);
  }

  void fill(DataInput in) throws IOException {
    for (int i = 0; i < SAMPLES; i++) {
      sample[i] = in.readFloat();
    }
    highest = in.readDouble();
    lowest = in.readDouble();
    quartiles = in.readDouble();
  }
}

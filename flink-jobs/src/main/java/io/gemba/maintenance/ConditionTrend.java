package io.gemba.maintenance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the past of one machine says of its condition: for each sensor the mean of its last 5, 10,
 * 20 and {@value #WINDOW} cycles, its slope over those, and how far it is from the machine's own
 * first {@value #HEALTHY} cycles. Learns a row at a time, so that training and the stream see the
 * same. About 8 x sensors x {@value #WINDOW} bytes. Not thread safe.
 */
public final class ConditionTrend {
  /** Features a sensor has. */
  static final int FEATURES = 6;

  static final int WINDOW = 30;
  static final int HEALTHY = 10;

  private static final int[] MEANS = {5, 10, 20, WINDOW};

  private final double[][] last;
  private final double[] healthySum;
  private int cycles;

  /** A machine that has not run yet. */
  public ConditionTrend(int sensors) {
    this.last = new double[WINDOW][sensors];
    this.healthySum = new double[sensors];
  }

  /**
   * Takes the next cycle in.
   *
   * @param row one value a sensor; copied
   */
  public void add(double[] row) {
    System.arraycopy(row, 0, last[cycles % WINDOW], 0, healthySum.length);
    if (cycles < HEALTHY) {
      for (int i = 0; i < row.length; i++) {
        healthySum[i] += row[i];
      }
    }
    cycles++;
  }

  /** Cycles so far. */
  public int cycles() {
    return cycles;
  }

  /**
   * The trend of some of the sensors, which shares nothing with this one.
   *
   * @param sensors their places, in the order in which the new trend has them
   */
  public ConditionTrend select(int[] sensors) {
    ConditionTrend selected = new ConditionTrend(sensors.length);
    selected.cycles = cycles;
    for (int i = 0; i < sensors.length; i++) {
      selected.healthySum[i] = healthySum[sensors[i]];
      for (int row = 0; row < WINDOW; row++) {
        selected.last[row][i] = last[row][sensors[i]];
      }
    }
    return selected;
  }

  /** The features after the last cycle: those of the first sensor, of the second, ..., the age. */
  public float[] features() {
    float[] features = new float[healthySum.length * FEATURES + 1];
    for (int sensor = 0; sensor < healthySum.length; sensor++) {
      int at = sensor * FEATURES;
      for (int window : MEANS) {
        features[at++] = (float) mean(sensor, window);
      }
      features[at++] = (float) slope(sensor);
      features[at] = (float) drift(sensor);
    }
    features[features.length - 1] = cycles;
    return features;
  }

  /** Mean of the last 10 cycles less that of the first ones, in the sensor's unit. */
  public double drift(int sensor) {
    return mean(sensor, HEALTHY) - healthySum[sensor] / Math.max(1, Math.min(cycles, HEALTHY));
  }

  private double mean(int sensor, int window) {
    int count = Math.min(cycles, window);
    double sum = 0;
    for (int back = 1; back <= count; back++) {
      sum += value(sensor, back);
    }
    return count == 0 ? 0 : sum / count;
  }

  /** Least squares, a cycle. */
  private double slope(int sensor) {
    int count = Math.min(cycles, WINDOW);
    if (count < 2) {
      return 0;
    }
    double middle = (count - 1) / 2.0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double off = i - middle;
      sum += off * value(sensor, count - i);
      squares += off * off;
    }
    return sum / squares;
  }

  private double value(int sensor, int back) {
    return last[Math.floorMod(cycles - back, WINDOW)][sensor];
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(healthySum.length);
    out.writeInt(cycles);
    for (double sum : healthySum) {
      out.writeDouble(sum);
    }
    for (double[] row : last) {
      for (double value : row) {
        out.writeDouble(value);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static ConditionTrend read(DataInput in) throws IOException {
    ConditionTrend trend = new ConditionTrend(in.readInt());
    trend.cycles = in.readInt();
    for (int i = 0; i < trend.healthySum.length; i++) {
      trend.healthySum[i] = in.readDouble();
    }
    for (double[] row : trend.last) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.readDouble();
      }
    }
    return trend;
  }
}

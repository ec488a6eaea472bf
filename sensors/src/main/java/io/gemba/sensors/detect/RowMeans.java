package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The means of a machine's sensors over its last rows. Layout: row i of the ring is {@code ring[i *
 * sensors .. (i + 1) * sensors - 1]}. Not thread safe; O(rows x sensors) a row: summed anew each
 * time, since a difference of running sums would keep the rounding of every outlier.
 */
final class RowMeans {
  private final int sensors;
  private final int rows;
  private final float[] ring;
  private int filled;
  private int next;

  RowMeans(int sensors, int rows) {
    this.sensors = sensors;
    this.rows = rows;
    this.ring = new float[rows * sensors];
  }

  void add(double[] row) {
    for (int j = 0; j < sensors; j++) {
      ring[next * sensors + j] = (float) row[j];
    }
    next = (next + 1) % rows;
    filled = Math.min(rows, filled + 1);
  }

  /** Whether as many rows have come as a mean needs. */
  boolean isFull() {
    return filled == rows;
  }

  /** Begins anew, after a gap. */
  void clear() {
    filled = 0;
    next = 0;
  }

  /** One mean a sensor, of the rows that are there. */
  double[] mean() {
    double[] mean = new double[sensors];
    for (int i = 0; i < filled; i++) {
      for (int j = 0; j < sensors; j++) {
        mean[j] += ring[i * sensors + j];
      }
    }
    for (int j = 0; j < sensors; j++) {
      mean[j] /= Math.max(1, filled);
    }
    return mean;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(filled);
    out.writeInt(next);
    for (float value : ring) {
      out.writeFloat(value);
    }
  }

  void fill(DataInput in) throws IOException {
    filled = in.readInt();
    next = in.readInt();
    for (int i = 0; i < ring.length; i++) {
      ring[i] = in.readFloat();
    }
  }
}

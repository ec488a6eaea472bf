package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a series does at a time of day, in quarters of an hour, each the faded mean of the days
 * before. A quarter counts once a day however many readings it has, and not before it is over.
 *
 * <p>Days are those of Greenwich: a plant's day is the same shape shifted, but for the two days a
 * year on which its clocks change. 500 bytes. Not thread safe; O(1).
 */
final class DayProfile {
  private static final int QUARTERS = 96;
  private static final long QUARTER_MILLIS = 900_000;
  private static final double DAY_SHARE = 0.3;
  private static final int MOST_DAYS = 100;

  private final float[] means = new float[QUARTERS];
  private final byte[] days = new byte[QUARTERS];
  private int open = -1;
  private double openSum;
  private int openCount;

  /** Whether this time of day was seen on a day before. */
  boolean knows(long atMillis) {
    return days[quarter(atMillis)] > 0;
  }

  /** Mean at this time of day; 0 when it was never seen. */
  double mean(long atMillis) {
    return means[quarter(atMillis)];
  }

  void learn(long atMillis, double value) {
    int quarter = quarter(atMillis);
    if (quarter != open) {
      fold();
      open = quarter;
      openSum = 0;
      openCount = 0;
    }
    openSum += value;
    openCount++;
  }

  private void fold() {
    if (openCount == 0) {
      return;
    }
    double share = Math.max(DAY_SHARE, 1.0 / (days[open] + 1));
    means[open] += (float) ((openSum / openCount - means[open]) * share);
    days[open] = (byte) Math.min(MOST_DAYS, days[open] + 1);
  }

  private static int quarter(long atMillis) {
    return (int) (Math.floorMod(atMillis, QUARTERS * QUARTER_MILLIS) / QUARTER_MILLIS);
  }

  void write(DataOutput out) throws IOException {
    for (float mean : means) {
      out.writeFloat(mean);
    }
    out.write(days);
    out.writeInt(open);
    out.writeDouble(openSum);
    out.writeInt(openCount);
  }

  void fill(DataInput in) throws IOException {
    for (int i = 0; i < QUARTERS; i++) {
      means[i] = in.readFloat();
    }
    in.readFully(days);
    open = in.readInt();
    openSum = in.readDouble();
    openCount = in.readInt();
  }
}

package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a series has done before is less of a surprise: two decades less for each decade of earlier
 * runs of surprises, of the last {@value #RUNS}, that went as far.
 *
 * <p>A run goes on for {@value #RUN_READINGS} readings after its greatest surprise and is not
 * counted against itself. 80 bytes. Not thread safe; O(1).
 */
final class Repeats {
  static final int RUNS = 16;
  static final int RUN_READINGS = 120;

  /** Below, nobody would call it a surprise: it is neither lessened nor remembered. */
  static final double LEAST_DECADES = 1.5;

  private static final double DECADES_PER_DECADE = 2;

  private final float[] peaks = new float[RUNS];
  private int next;
  private float peak;
  private int left;

  /**
   * Goes on by one reading.
   *
   * @param decades how unusual it is, whatever was before
   * @return how unusual it is after what was before; not negative
   */
  double next(double decades) {
    if (left > 0) {
      left--;
      if (left == 0) {
        remember();
      }
    }
    if (decades < LEAST_DECADES) {
      return decades;
    }
    if (decades > peak) {
      peak = (float) decades;
      left = RUN_READINGS;
    }
    return Math.max(0, decades - DECADES_PER_DECADE * Math.log10(1 + asFar(decades)));
  }

  private int asFar(double decades) {
    int count = 0;
    for (float earlier : peaks) {
      count += earlier >= decades ? 1 : 0;
    }
    return count;
  }

  private void remember() {
    peaks[next] = peak;
    next = (next + 1) % RUNS;
    peak = 0;
  }

  void write(DataOutput out) throws IOException {
    for (float earlier : peaks) {
      out.writeFloat(earlier);
    }
    out.writeByte(next);
    out.writeFloat(peak);
    out.writeByte(left);
  }

  void fill(DataInput in) throws IOException {
    for (int i = 0; i < RUNS; i++) {
      peaks[i] = in.readFloat();
    }
    next = in.readUnsignedByte();
    peak = in.readFloat();
    left = in.readUnsignedByte();
  }
}

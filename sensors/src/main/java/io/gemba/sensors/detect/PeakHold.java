package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Thins a run of surprises to those that say something new: the first, and after it only what is
 * clearly greater, until nothing new has come for {@value #HOLD_READINGS} readings. A fault makes
 * many surprising readings; a person wants to hear of it once, and again when it gets worse. Not
 * thread safe; O(1), 12 bytes.
 */
public final class PeakHold {
  /** Readings after which the same surprise is news again. */
  public static final int HOLD_READINGS = 120;

  private static final double CLEARLY_DECADES = 0.5;

  private double peak;
  private int left;

  /**
   * Goes on by one reading.
   *
   * @return the surprise when it is news, else 0
   */
  public double next(double decades) {
    if (left > 0) {
      left--;
    } else {
      peak = 0;
    }
    if (decades <= peak + CLEARLY_DECADES) {
      return 0;
    }
    peak = decades;
    left = HOLD_READINGS;
    return decades;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(peak);
    out.writeInt(left);
  }

  void fill(DataInput in) throws IOException {
    peak = in.readDouble();
    left = in.readInt();
  }
}

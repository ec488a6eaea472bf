package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How far the last three readings are from what was expected, in units of the usual distance.
 *
 * <p>Expected is a blend of the time of day and of the near level, by how wrong each has lately
 * been, so that a series without days loses nothing by having a profile. Not thread safe; O(1).
 */
final class SeasonalResidual {
  private static final double MEMORY_READINGS = 8_192;
  private static final double ERROR_READINGS = 2_000;
  private static final double LARGEST_ERROR_SCALES = 8;
  private static final double SMALLEST = 1e-12;

  private final DayProfile profile = new DayProfile();
  private final SlowLevel residuals = new SlowLevel(MEMORY_READINGS, MEMORY_READINGS);
  private double profileError;
  private double levelError;
  private double last;
  private double secondLast;

  /** What is expected at a time, before its reading is learnt. */
  double expected(long atMillis, SlowLevel near) {
    if (!profile.knows(atMillis)) {
      return near.level();
    }
    double share = levelError / (levelError + profileError + SMALLEST);
    double sure = share * share / (share * share + (1 - share) * (1 - share));
    return sure * profile.mean(atMillis) + (1 - sure) * near.level();
  }

  /** The usual distance from what is expected, never 0. */
  double scale() {
    return residuals.scale();
  }

  double of(double value, double expected) {
    return Math.abs((value - expected + last + secondLast) / 3) / residuals.scale();
  }

  /**
   * Learns a reading.
   *
   * @param count readings so far, this one included
   */
  void learn(long atMillis, double value, double expected, SlowLevel near, long count) {
    if (profile.knows(atMillis)) {
      double most = LARGEST_ERROR_SCALES * near.scale();
      double ofProfile = Math.min(Math.abs(value - profile.mean(atMillis)), most);
      double ofLevel = Math.min(Math.abs(value - near.level()), most);
      profileError += (ofProfile - profileError) / ERROR_READINGS;
      levelError += (ofLevel - levelError) / ERROR_READINGS;
    }
    double residual = value - expected;
    residuals.learn(residual, count);
    secondLast = last;
    last = residual;
    profile.learn(atMillis, value);
  }

  void write(DataOutput out) throws IOException {
    profile.write(out);
    residuals.write(out);
    out.writeDouble(profileError);
    out.writeDouble(levelError);
    out.writeDouble(last);
    out.writeDouble(secondLast);
  }

  void fill(DataInput in) throws IOException {
    profile.fill(in);
    residuals.fill(in);
    profileError = in.readDouble();
    levelError = in.readDouble();
    last = in.readDouble();
    secondLast = in.readDouble();
  }
}

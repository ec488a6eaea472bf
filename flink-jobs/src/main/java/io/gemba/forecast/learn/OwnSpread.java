package io.gemba.forecast.learn;

import io.gemba.forecast.panel.SeriesSums;

/**
 * How far a series' own past strayed from its level: for windows of n days the mean squared error
 * that a 28-day level made on the windows of the last year, over the mean units (a Fano factor). A
 * little of what is usual is mixed in for young series.
 */
final class OwnSpread {
  private static final int[] LENGTHS = {1, 2, 3, 5, 7, 10, 14, 21, 28};
  private static final int YEAR = 364;
  private static final int LEVEL_DAYS = 28;
  private static final int LEAST_KNOWN = 7;
  private static final double PRIOR_UNITS = 3;
  private static final double PRIOR_FANO = 1.4;

  private final double[] fanos = new double[LENGTHS.length];

  OwnSpread(SeriesSums sums, int end) {
    double[] levels = new double[YEAR];
    boolean[] isLevel = new boolean[YEAR];
    for (int i = 0; i < YEAR; i++) {
      int at = end - YEAR + i;
      isLevel[i] = sums.known(at - LEVEL_DAYS, at) >= LEAST_KNOWN;
      levels[i] = isLevel[i] ? sums.mean(at - LEVEL_DAYS, at, 0) : 0;
    }
    double prior = PRIOR_FANO;
    for (int k = 0; k < LENGTHS.length; k++) {
      int length = LENGTHS[k];
      double squares = PRIOR_UNITS * prior;
      double means = PRIOR_UNITS;
      for (int i = 0; i + length <= YEAR; i++) {
        int at = end - YEAR + i;
        if (isLevel[i] && sums.known(at, at + length) == length) {
          double mean = levels[i] * length;
          double error = sums.sum(at, at + length) - mean;
          squares += error * error;
          means += mean;
        }
      }
      fanos[k] = squares / means;
      prior = fanos[k];
    }
  }

  /** Fano factor of windows of so many days, 1 to 28. */
  double fano(int days) {
    int k = 1;
    while (k < LENGTHS.length - 1 && LENGTHS[k] < days) {
      k++;
    }
    double share = (double) (days - LENGTHS[k - 1]) / (LENGTHS[k] - LENGTHS[k - 1]);
    return fanos[k - 1] + share * (fanos[k] - fanos[k - 1]);
  }
}

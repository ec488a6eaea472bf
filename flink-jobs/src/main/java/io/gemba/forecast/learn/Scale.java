package io.gemba.forecast.learn;

import io.gemba.forecast.panel.SeriesSums;

/**
 * The moving average x weekday profile that every model is measured against, and that the trees
 * correct: units of day t are {@code level * weekday factor(t)}.
 */
final class Scale {
  static final int MONTH = 28;
  static final int YEAR = 364;
  private static final int PROFILE_WEEKS = 26;
  private static final double FLAT_WEEKS = 2;

  private Scale() {}

  /** Mean units of a day before {@code end}: the last 28 known ones, with some of longer means. */
  static double level(SeriesSums sums, int end) {
    double year = sums.mean(end - YEAR, end, 0);
    double quarter = sums.mean(end - 112, end, year);
    double month = sums.sum(end - MONTH, end) + 4 * quarter + 2 * year;
    return month / (sums.known(end - MONTH, end) + 6);
  }

  /** Weekday factors of mean 1 by day modulo 7, from the last 26 weeks before {@code end}. */
  static double[] profile(SeriesSums sums, int end) {
    double[] factors = new double[7];
    double flat = sums.mean(end - 7 * PROFILE_WEEKS, end, 0);
    double total = 0;
    for (int day = end; day < end + 7; day++) {
      double sum = sums.weekdaySum(day, end, PROFILE_WEEKS) + FLAT_WEEKS * flat;
      double mean = sum / (sums.weekdayKnown(day, end, PROFILE_WEEKS) + FLAT_WEEKS);
      factors[Math.floorMod(day, 7)] = mean;
      total += mean;
    }
    for (int i = 0; i < 7; i++) {
      factors[i] = total > 0 ? factors[i] * 7 / total : 1;
    }
    return factors;
  }
}

package io.gemba.forecast;

/**
 * Level and spread of one series, measured on its own past.
 *
 * <p>The level is the mean of the known days of the last 28, each divided by its weekday factor,
 * with 3 days of the last year's mean mixed in, so that an item that sold nothing for a month is
 * not taken for dead. The spread of a window of n days is the mean squared error that this level
 * made on all windows of n days of the last year, over the mean of its forecasts (a Fano factor),
 * with a little of what is assumed before mixed in for young series.
 *
 * <p>All sums are prefix sums: the spread of 28 window lengths costs about 10,000 steps.
 */
final class SeriesModel {
  static final int LEVEL_DAYS = 28;
  private static final int YEAR_DAYS = 364;
  private static final double YEAR_WEIGHT = 3;
  private static final int LEAST_KNOWN = 7;
  private static final double PRIOR_UNITS = 1.4;

  /** Assumed of a series of which nothing is known yet. */
  static final double PRIOR_FANO = 1.5;

  private final int length;
  private final double[] unitSums;
  private final double[] factorSums;
  private final int[] unknownSums;
  private final double[] levels;
  private final boolean wholeUnits;

  /**
   * @param values units by day, oldest first, {@code NaN} where unknown
   * @param origin day of the last value
   */
  SeriesModel(float[] values, int origin, WeekdayProfile profile, OpenDays openDays) {
    this.length = values.length;
    this.unitSums = new double[length + 1];
    this.factorSums = new double[length + 1];
    this.unknownSums = new int[length + 1];
    boolean allWhole = true;
    for (int i = 0; i < length; i++) {
      int day = origin - length + 1 + i;
      boolean isOpen = openDays.isOpen(day);
      boolean isKnown = !Float.isNaN(values[i]) && isOpen;
      unitSums[i + 1] = unitSums[i] + (isKnown ? values[i] : 0);
      factorSums[i + 1] = factorSums[i] + (isKnown ? profile.factor(day) : 0);
      unknownSums[i + 1] = unknownSums[i] + (isOpen && !isKnown ? 1 : 0);
      allWhole &= !isKnown || values[i] == Math.rint(values[i]);
    }
    this.wholeUnits = allWhole;
    this.levels = new double[length + 1];
    for (int end = 0; end <= length; end++) {
      levels[end] = levelBefore(end);
    }
  }

  /** Units of an average day to come. */
  double level() {
    return levels[length];
  }

  /** Whether all known days are whole units. */
  boolean isWholeUnits() {
    return wholeUnits;
  }

  /** Units of all known days. */
  double units() {
    return unitSums[length];
  }

  /** Weekday factors of all known days added up. */
  double exposure() {
    return factorSums[length];
  }

  /** Whether any day is known. */
  boolean isKnown() {
    return factorSums[length] > 0;
  }

  /**
   * Variance over mean of the units of a window.
   *
   * @param days length of the window, at least 1
   * @param lead days between the origin and the first day of the window, 0 is the next day
   * @param prior what is assumed as long as little is known
   */
  double fano(int days, int lead, double prior) {
    double squares = PRIOR_UNITS * prior;
    double means = PRIOR_UNITS;
    for (int start = Math.max(0, length - YEAR_DAYS); start + lead + days <= length; start++) {
      int from = start + lead;
      boolean isWhole = unknownSums[from + days] == unknownSums[from];
      if (isWhole && start - unknownSums[start] >= LEAST_KNOWN) {
        double mean = levels[start] * (factorSums[from + days] - factorSums[from]);
        double error = unitSums[from + days] - unitSums[from] - mean;
        squares += error * error;
        means += mean;
      }
    }
    return squares / means;
  }

  private double levelBefore(int end) {
    int month = Math.max(0, end - LEVEL_DAYS);
    int year = Math.max(0, end - YEAR_DAYS);
    double yearFactors = factorSums[end] - factorSums[year];
    if (yearFactors <= 0) {
      return 0;
    }
    double yearLevel = (unitSums[end] - unitSums[year]) / yearFactors;
    double units = unitSums[end] - unitSums[month] + YEAR_WEIGHT * yearLevel;
    return Math.max(0, units / (factorSums[end] - factorSums[month] + YEAR_WEIGHT));
  }
}

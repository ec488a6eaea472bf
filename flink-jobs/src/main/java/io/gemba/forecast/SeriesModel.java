package io.gemba.forecast;

/**
 * Level of one series, measured on its own past: the mean of the known days of the last 28, each
 * divided by its weekday factor, with 3 days of the last year's mean mixed in, so that an item that
 * sold nothing for a month is not taken for dead.
 *
 * <p>All sums are prefix sums, of which {@link SeriesSpread} takes those of windows.
 */
final class SeriesModel {
  static final int LEVEL_DAYS = 28;
  static final int YEAR_DAYS = 364;
  private static final double YEAR_WEIGHT = 3;

  private final int length;
  private final double[] unitSums;
  private final double[] factorSums;
  private final int[] unknownSums;
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
  }

  /** How many days there are, known or not. */
  int length() {
    return length;
  }

  /** Units of an average day to come. */
  double level() {
    return levelBefore(length);
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

  /** Units of the known days of a window. */
  double units(int from, int end) {
    return unitSums[end] - unitSums[from];
  }

  /** Weekday factors of the known days of a window. */
  double exposure(int from, int end) {
    return factorSums[end] - factorSums[from];
  }

  /** Open days of a window of which nothing is known. */
  int unknown(int from, int end) {
    return unknownSums[end] - unknownSums[from];
  }

  /** The level that the days before a position give. */
  double levelBefore(int end) {
    int month = Math.max(0, end - LEVEL_DAYS);
    int year = Math.max(0, end - YEAR_DAYS);
    double yearFactors = exposure(year, end);
    if (yearFactors <= 0) {
      return 0;
    }
    double yearLevel = units(year, end) / yearFactors;
    double units = units(month, end) + YEAR_WEIGHT * yearLevel;
    return Math.max(0, units / (exposure(month, end) + YEAR_WEIGHT));
  }
}

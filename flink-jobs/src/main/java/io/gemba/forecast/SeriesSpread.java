package io.gemba.forecast;

/**
 * Spread of one series, measured on its own past: that of a window of n days is the mean squared
 * error that its level made on all windows of n days of the last year, over the mean of its
 * forecasts (a Fano factor), with a little of what is assumed before mixed in for young series. The
 * spread of 28 window lengths costs about 10,000 steps.
 */
final class SeriesSpread {
  /** Assumed of a series of which nothing is known yet. */
  static final double PRIOR_FANO = 1.5;

  private static final int LEAST_KNOWN = 7;
  private static final double PRIOR_UNITS = 1.4;

  private final SeriesModel model;
  private final int first;
  private final double[] levels;

  SeriesSpread(SeriesModel model) {
    this.model = model;
    this.first = Math.max(0, model.length() - SeriesModel.YEAR_DAYS);
    this.levels = new double[model.length() - first];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = model.levelBefore(first + i);
    }
  }

  /** Whether all known days are whole units. */
  boolean isWholeUnits() {
    return model.isWholeUnits();
  }

  /**
   * Variance over mean of the units of a window.
   *
   * @param days length of the window, at least 1
   * @param lead days between the origin and the first day of the window, 0 is the next day
   * @param prior what is assumed as long as little is known
   */
  double fano(int days, int lead, double prior) {
    int length = model.length();
    double squares = PRIOR_UNITS * prior;
    double means = PRIOR_UNITS;
    for (int start = first; start + lead + days <= length; start++) {
      int from = start + lead;
      int end = from + days;
      if (model.unknown(from, end) == 0 && start - model.unknown(0, start) >= LEAST_KNOWN) {
        double mean = levels[start - first] * model.exposure(from, end);
        double error = model.units(from, end) - mean;
        squares += error * error;
        means += mean;
      }
    }
    return squares / means;
  }
}

package io.gemba.forecast.policy;

/**
 * What is expected to be sold from a day on.
 *
 * @param origin the day before the first, since 1970-01-01
 * @param levels probabilities of the quantiles, rising; contains 0.5
 * @param mean expected units of each day
 * @param cumulative quantiles of the units of the first {@code day + 1} days: {@code
 *     cumulative[level][day]}
 */
@SuppressWarnings("ArrayRecordComponent") // a view on numbers, never compared
public record DemandOutlook(int origin, float[] levels, float[] mean, float[][] cumulative) {

  /** Days it reaches. */
  public int days() {
    return mean.length;
  }

  /**
   * Demand of the first days together.
   *
   * @param days 0 gives no demand; more than {@link #days} is taken as that
   */
  public DemandDistribution ofFirst(int days) {
    double[] probabilities = new double[levels.length];
    double[] quantiles = new double[levels.length];
    int row = Math.min(days, days()) - 1;
    for (int i = 0; i < levels.length; i++) {
      probabilities[i] = levels[i];
      quantiles[i] = row < 0 ? 0 : cumulative[i][row];
    }
    return DemandDistribution.through(probabilities, quantiles);
  }

  /** Expected units of the first days together; more than {@link #days} is taken as that. */
  public double meanOfFirst(int days) {
    double sum = 0;
    for (int i = 0; i < Math.min(days, days()); i++) {
      sum += mean[i];
    }
    return sum;
  }

  /** Median of the units of the first {@code days} days, at least 1. */
  public double medianOfFirst(int days) {
    int middle = 0;
    while (middle < levels.length - 1 && levels[middle] < 0.5f) {
      middle++;
    }
    return cumulative[middle][days - 1];
  }
}

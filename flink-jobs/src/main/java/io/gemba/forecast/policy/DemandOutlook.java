package io.gemba.forecast.policy;

import java.util.List;

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
    double[] quantiles = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      quantiles[i] = quantileOfFirst(i, days);
    }
    return DemandDistribution.through(probabilities(), quantiles);
  }

  /**
   * Demand of the days after the first {@code from} up to the first {@code to}. Medians subtract;
   * how far a quantile lies from the median does so as deviations of independent days do.
   *
   * @param from 0 or more, at most {@code to}
   */
  DemandDistribution between(int from, int to) {
    int middle = middle();
    double before = quantileOfFirst(middle, from);
    double after = quantileOfFirst(middle, to);
    double[] quantiles = new double[levels.length];
    double least = 0;
    for (int i = 0; i < levels.length; i++) {
      double early = quantileOfFirst(i, from) - before;
      double late = quantileOfFirst(i, to) - after;
      double away = Math.sqrt(Math.max(0, late * late - early * early));
      least = Math.max(least, after - before + Math.signum(late) * away);
      quantiles[i] = least;
    }
    return DemandDistribution.through(probabilities(), quantiles);
  }

  /** Demand of the first days together, where how many they are is a matter of chance. */
  DemandDistribution ofFirst(List<Horizon> horizons) {
    return DemandDistribution.mixture(
        probabilities(),
        horizons.stream().map(horizon -> ofFirst(horizon.days)).toList(),
        horizons.stream().mapToDouble(Horizon::chance).toArray());
  }

  /** A number of days, and how likely it is. */
  record Horizon(int days, double chance) {}

  private double[] probabilities() {
    double[] probabilities = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      probabilities[i] = levels[i];
    }
    return probabilities;
  }

  private double quantileOfFirst(int level, int days) {
    return days <= 0 ? 0 : cumulative[level][Math.min(days, days()) - 1];
  }

  /**
   * What several places sell together. Means add; how far a quantile lies from the median adds up
   * as deviations of a given correlation do.
   *
   * @param places at least one, with the same levels; a place that starts earlier or ends sooner is
   *     shifted and held, not cut
   * @param correlation between places, 0 to 1
   */
  public static DemandOutlook together(List<DemandOutlook> places, double correlation) {
    DemandOutlook first = places.get(0);
    int origin = places.stream().mapToInt(DemandOutlook::origin).max().orElse(first.origin);
    int days = places.stream().mapToInt(DemandOutlook::days).min().orElse(first.days());
    float[] mean = new float[days];
    float[][] cumulative = new float[first.levels.length][days];
    int middle = first.middle();
    for (int day = 0; day < days; day++) {
      double median = 0;
      double[] sums = new double[first.levels.length];
      double[] squares = new double[first.levels.length];
      for (DemandOutlook place : places) {
        mean[day] += place.mean[day];
        double own = place.cumulative[middle][day];
        median += own;
        for (int level = 0; level < sums.length; level++) {
          double away = place.cumulative[level][day] - own;
          sums[level] += away;
          squares[level] += away * away;
        }
      }
      for (int level = 0; level < sums.length; level++) {
        double away =
            Math.sqrt(correlation * sums[level] * sums[level] + (1 - correlation) * squares[level]);
        double units = median + Math.signum(sums[level]) * away;
        cumulative[level][day] = (float) Math.max(0, units);
      }
    }
    return new DemandOutlook(origin, first.levels, mean, cumulative);
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
    return cumulative[middle()][days - 1];
  }

  private int middle() {
    int middle = 0;
    while (middle < levels.length - 1 && levels[middle] < 0.5f) {
      middle++;
    }
    return middle;
  }
}

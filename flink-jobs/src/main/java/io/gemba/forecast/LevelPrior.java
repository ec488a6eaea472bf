package io.gemba.forecast;

import org.jspecify.annotations.Nullable;

/**
 * What is expected of the level of a series before much is known of it: mean and variance of the
 * levels of those it belongs to. Own days are weighed against it by how unlike these are
 * (credibility; Buehlmann 1967, with Poisson noise that is {@link SeriesSpread#PRIOR_FANO} times as
 * wide): the more alike they are, the longer a newcomer is taken for one of them.
 *
 * @param mean units of an average day, above 0
 * @param variance between series, above 0
 */
public record LevelPrior(double mean, double variance) {
  /** Known days from which a series stands on its own. */
  public static final int YOUNG_DAYS = 28;

  private static final int LEAST_SERIES = 3;
  private static final double LEAST_SPREAD = 0.5;

  /**
   * What is known after some days.
   *
   * @param level units of an average day
   * @param variance of that level: how wrong it may be
   */
  record Posterior(double level, double variance) {}

  /** The prior of some levels; null if they are too few, or nothing is sold of any. */
  public static @Nullable LevelPrior of(double[] levels) {
    double sum = 0;
    for (double level : levels) {
      sum += level;
    }
    if (levels.length < LEAST_SERIES || !(sum > 0)) {
      return null;
    }
    double mean = sum / levels.length;
    double squares = 0;
    for (double level : levels) {
      squares += (level - mean) * (level - mean);
    }
    double least = LEAST_SPREAD * mean;
    return new LevelPrior(mean, Math.max(least * least, squares / (levels.length - 1)));
  }

  /**
   * Weighs own days against the prior, which fades to nothing in {@link #YOUNG_DAYS}.
   *
   * @param units sold on the known days
   * @param exposure their weekday factors added up
   * @param days how many they are
   */
  Posterior after(double units, double exposure, int days) {
    double fade = Math.max(0, 1 - (double) days / YOUNG_DAYS);
    double prior = fade * SeriesSpread.PRIOR_FANO * mean / variance;
    double weight = exposure + prior;
    return weight > 0
        ? new Posterior((units + prior * mean) / weight, variance * prior / weight)
        : new Posterior(mean, variance);
  }
}

package io.gemba.forecast;

import java.util.Arrays;

/**
 * Quantiles of demand of given mean and Fano factor (variance / mean). Whole units follow a
 * negative binomial distribution, as slow and erratic items do; where that would take long or
 * underflow, and for items sold by weight, a gamma distribution of the same moments by Wilson and
 * Hilferty (1931).
 */
final class CountQuantiles {
  private static final double LEAST_FANO = 1.02;
  private static final double LARGE_MEAN = 2000;
  private static final double UNDERFLOW = -600;

  /** One over each number from 1 on. */
  private static final double[] INVERSE = new double[1 << 15];

  static {
    for (int i = 0; i < INVERSE.length; i++) {
      INVERSE[i] = 1.0 / (i + 1);
    }
  }

  private final double[] levels;
  private final double[] normals;

  CountQuantiles(double[] levels) {
    this.levels = levels.clone();
    this.normals = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      normals[i] = NormalQuantile.of(levels[i]);
    }
  }

  /** Fills {@code quantiles}, one a level, finite, not negative and not falling with the level. */
  void fill(double mean, double fano, boolean wholeUnits, double[] quantiles) {
    if (!(mean > 0)) {
      Arrays.fill(quantiles, 0);
      return;
    }
    double factor = Math.max(fano, LEAST_FANO);
    double size = mean / (factor - 1);
    double logNone = -size * Math.log(factor);
    if (wholeUnits && mean <= LARGE_MEAN && logNone > UNDERFLOW) {
      negativeBinomial(mean, factor, Math.exp(logNone), quantiles);
    } else {
      gamma(mean, factor, wholeUnits, quantiles);
    }
  }

  private void negativeBinomial(double mean, double factor, double none, double[] quantiles) {
    double size = mean / (factor - 1);
    double failure = 1 - 1 / factor;
    double probability = none;
    double sum = none;
    int units = 0;
    int longest = Math.min(INVERSE.length, (int) (100 + mean + 60 * Math.sqrt(mean * factor)));
    double top = failure * size;
    for (int i = 0; i < levels.length; i++) {
      double level = levels[i];
      while (sum < level && units < longest) {
        // (units + size) / (units + 1) * failure, without waiting for a division
        probability *= top * INVERSE[units];
        top += failure;
        sum += probability;
        units++;
      }
      quantiles[i] = units;
    }
  }

  private void gamma(double mean, double factor, boolean wholeUnits, double[] quantiles) {
    double ninth = factor / (9 * mean);
    double highest = 0;
    for (int i = 0; i < levels.length; i++) {
      double root = Math.max(0, 1 - ninth + normals[i] * Math.sqrt(ninth));
      double quantile = mean * root * root * root;
      highest = Math.max(highest, wholeUnits ? Math.rint(quantile) : quantile);
      quantiles[i] = highest;
    }
  }
}

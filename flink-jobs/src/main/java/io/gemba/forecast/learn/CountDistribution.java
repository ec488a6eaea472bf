package io.gemba.forecast.learn;

/**
 * Units of given mean and Fano factor (variance / mean): negative binomial when they vary more than
 * a Poisson count, else, for regular items, and for large sums, a gamma distribution of the same
 * moments by Wilson and Hilferty (1931), rounded to whole units.
 */
final class CountDistribution {
  private static final double LEAST_FANO = 1.02;
  private static final double LARGE_MEAN = 2000;
  private static final double UNDERFLOW = -600;

  private CountDistribution() {}

  /**
   * Fills quantiles, finite, not negative and not falling.
   *
   * @param levels rising
   */
  static void quantiles(double mean, double fano, double[] levels, double[] into) {
    if (!(mean > 1e-9)) {
      java.util.Arrays.fill(into, 0);
      return;
    }
    if (!isNegativeBinomial(mean, fano)) {
      double ninth = Math.max(0.02, fano) / (9 * mean);
      double highest = 0;
      for (int i = 0; i < levels.length; i++) {
        double root =
            Math.max(
                0, 1 - ninth + io.gemba.forecast.NormalQuantile.of(levels[i]) * Math.sqrt(ninth));
        highest = Math.max(highest, Math.rint(mean * root * root * root));
        into[i] = highest;
      }
      return;
    }
    double size = mean / (fano - 1);
    double failure = 1 - 1 / fano;
    double probability = Math.exp(-size * Math.log(fano));
    double sum = probability;
    int units = 0;
    int longest = (int) (100 + mean + 60 * Math.sqrt(mean * fano));
    for (int i = 0; i < levels.length; i++) {
      while (sum < levels[i] && units < longest) {
        probability *= (units + size) / (units + 1) * failure;
        sum += probability;
        units++;
      }
      into[i] = units;
    }
  }

  /** The chance of at most so many units. */
  static double atMost(double mean, double fano, double units) {
    if (units < 0) {
      return 0;
    }
    if (!(mean > 1e-9)) {
      return 1;
    }
    if (!isNegativeBinomial(mean, fano)) {
      double ninth = Math.max(0.02, fano) / (9 * mean);
      double z = (Math.cbrt((Math.floor(units) + 0.5) / mean) - 1 + ninth) / Math.sqrt(ninth);
      return normal(z);
    }
    double size = mean / (fano - 1);
    double failure = 1 - 1 / fano;
    double probability = Math.exp(-size * Math.log(fano));
    double sum = probability;
    for (int i = 0; i < units - 0.5; i++) {
      probability *= (i + size) / (i + 1) * failure;
      sum += probability;
    }
    return Math.min(1, sum);
  }

  private static boolean isNegativeBinomial(double mean, double fano) {
    return fano >= LEAST_FANO
        && mean <= LARGE_MEAN
        && -mean / (fano - 1) * Math.log(fano) > UNDERFLOW;
  }

  /** Abramowitz and Stegun (1964), 26.2.17. */
  private static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double tail =
        Math.exp(-z * z / 2)
            / Math.sqrt(2 * Math.PI)
            * t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return z >= 0 ? 1 - tail : tail;
  }
}

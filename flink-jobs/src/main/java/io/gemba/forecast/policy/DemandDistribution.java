package io.gemba.forecast.policy;

import java.util.List;

/**
 * A distribution of demand drawn through its quantiles: straight lines between them, an exponential
 * tail above the highest whose slope the two upper quantiles give, and below the lowest a straight
 * line as long as the distance to the next. Repeated quantiles, as slow items have, become a step.
 */
public final class DemandDistribution implements UncertainDemand {
  private static final double LEAST_SURVIVAL = 1e-6;
  private static final int HALVINGS = 40;

  private final double[] units;
  private final double[] levels;
  private final int last;
  private final double tail;

  private DemandDistribution(double[] units, double[] levels, int last, double tail) {
    this.units = units;
    this.levels = levels;
    this.last = last;
    this.tail = tail;
  }

  /**
   * Draws a distribution through quantiles.
   *
   * @param levels rising, each between 0 and 1, at least 2
   * @param quantiles one a level, not negative, not falling
   */
  public static DemandDistribution through(double[] levels, double[] quantiles) {
    if (levels.length != quantiles.length || levels.length < 2) {
      throw new IllegalArgumentException(
          "%d quantiles for %d levels. Give at least two, one a level."
              .formatted(quantiles.length, levels.length));
    }
    double[] x = new double[levels.length + 1];
    double[] f = new double[levels.length + 1];
    x[0] = Math.max(0, quantiles[0] - (quantiles[1] - quantiles[0]));
    f[0] = 0;
    int at = 0;
    for (int i = 0; i < levels.length; i++) {
      if (quantiles[i] > x[at]) {
        at++;
      }
      x[at] = quantiles[i];
      f[at] = levels[i];
    }
    return new DemandDistribution(x, f, at, tail(levels, quantiles));
  }

  /**
   * The distribution of a demand that is one of several by chance, as over a lead time that is not
   * certain. It is drawn through its own quantiles at the given levels.
   *
   * @param levels as of {@link #through}
   * @param parts at least one
   * @param chances one a part, above 0, adding up to 1
   */
  static DemandDistribution mixture(
      double[] levels, List<DemandDistribution> parts, double[] chances) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    double[] quantiles = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      quantiles[i] = mixedQuantile(levels[i], parts, chances);
    }
    return through(levels, quantiles);
  }

  private static double mixedQuantile(
      double level, List<DemandDistribution> parts, double[] chances) {
    double low = parts.stream().mapToDouble(part -> part.quantile(level)).min().orElse(0);
    double high = parts.stream().mapToDouble(part -> part.quantile(level)).max().orElse(0);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      double above = 0;
      for (int part = 0; part < chances.length; part++) {
        above += chances[part] * parts.get(part).chanceAbove(middle);
      }
      if (1 - above < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double tail(double[] levels, double[] quantiles) {
    int top = levels.length - 1;
    for (int i = top - 1; i >= 0; i--) {
      // two levels apart at least, when there are any: neighbours are too close to give a slope
      if (quantiles[i] < quantiles[top] && (i < top - 1 || i == 0)) {
        return (quantiles[top] - quantiles[i]) / Math.log((1 - levels[i]) / (1 - levels[top]));
      }
    }
    return 0;
  }

  @Override
  public double chanceAbove(double stock) {
    if (stock < units[0]) {
      return 1;
    }
    if (stock >= units[last]) {
      return tail > 0 ? (1 - levels[last]) * Math.exp((units[last] - stock) / tail) : 0;
    }
    int above = 1;
    while (units[above] <= stock) {
      above++;
    }
    double share = (stock - units[above - 1]) / (units[above] - units[above - 1]);
    return 1 - levels[above - 1] - share * (levels[above] - levels[above - 1]);
  }

  @Override
  public double expectedAbove(double stock) {
    if (stock >= units[last]) {
      return tail * chanceAbove(stock);
    }
    double sum = tail * (1 - levels[last]) + Math.max(0, units[0] - stock);
    double from = Math.max(stock, units[0]);
    for (int i = 1; i <= last; i++) {
      if (units[i] > from) {
        double left = Math.max(from, units[i - 1]);
        sum += (units[i] - left) * (chanceAbove(left) + 1 - levels[i]) / 2;
      }
    }
    return sum;
  }

  /**
   * The stock that suffices with a given chance.
   *
   * @param level between 0 and 1; within a millionth of 1 is taken as that
   */
  @Override
  public double quantile(double level) {
    if (level <= levels[0]) {
      return level > 0 ? units[0] : 0;
    }
    if (level > levels[last]) {
      double survival = Math.max(LEAST_SURVIVAL, 1 - level);
      return units[last] + tail * Math.log((1 - levels[last]) / survival);
    }
    int above = 1;
    while (levels[above] < level) {
      above++;
    }
    double share = (level - levels[above - 1]) / (levels[above] - levels[above - 1]);
    return units[above - 1] + share * (units[above] - units[above - 1]);
  }
}

package io.gemba.forecast.backtest;

import io.gemba.forecast.panel.Panel;
import java.util.Arrays;
import java.util.List;

/**
 * Scaled pinball loss of the M5 uncertainty competition at the level of items and stores: the mean
 * loss of a quantile over the mean absolute day-to-day change since the first sale; and the share
 * of days at or below each quantile, in all and by volume.
 */
public final class Pinball {
  /** Quantiles that are scored. */
  public static final List<Double> LEVELS = List.of(0.5, 0.9, 0.95, 0.99);

  /** Volume classes: fifths of the series by their mean units of the year before the origin. */
  public static final int CLASSES = 5;

  private final double[] loss = new double[LEVELS.size()];
  private final double[] below = new double[LEVELS.size()];
  private final double[] onTheLine = new double[LEVELS.size()];
  private final double[][] belowByClass = new double[CLASSES][LEVELS.size()];
  private final double[][] lineByClass = new double[CLASSES][LEVELS.size()];
  private final double[] daysByClass = new double[CLASSES];
  private double series;
  private double days;

  /**
   * Adds all series of an origin.
   *
   * @param quantiles {@code quantiles[series][level][day]}, levels as {@link #LEVELS}
   */
  public void add(Panel panel, int origin, double[][][] quantiles) {
    int known = origin - panel.firstDay() + 1;
    double[] volume = new double[quantiles.length];
    for (int i = 0; i < volume.length; i++) {
      for (int day = Math.max(0, known - 364); day < known; day++) {
        float units = panel.units()[i][day];
        volume[i] += Float.isNaN(units) ? 0 : units;
      }
    }
    double[] sorted = volume.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < quantiles.length; i++) {
      int of = 0;
      while (of < CLASSES - 1
          && volume[i] > sorted[Math.max(0, (of + 1) * sorted.length / CLASSES - 1)]) {
        of++;
      }
      add(panel.units()[i], known, quantiles[i], of);
    }
  }

  private void add(float[] units, int known, double[][] quantiles, int of) {
    double scale = scale(units, known);
    if (!(scale > 0)) {
      return;
    }
    series++;
    int length = quantiles[0].length;
    days += length;
    daysByClass[of] += length;
    for (int level = 0; level < LEVELS.size(); level++) {
      double sum = 0;
      for (int day = 0; day < length; day++) {
        double at = LEVELS.get(level);
        double actual = units[known + day];
        double quantile = quantiles[level][day];
        sum += Math.max(at * (actual - quantile), (at - 1) * (actual - quantile));
        below[level] += actual <= quantile ? 1 : 0;
        belowByClass[of][level] += actual <= quantile ? 1 : 0;
        onTheLine[level] += actual == quantile ? 1 : 0;
        lineByClass[of][level] += actual == quantile ? 1 : 0;
      }
      loss[level] += sum / length / scale;
    }
  }

  private static double scale(float[] units, int known) {
    int first = 0;
    while (first < known && !(units[first] > 0)) {
      first++;
    }
    double sum = 0;
    for (int day = first + 1; day < known; day++) {
      sum += Math.abs(units[day] - units[day - 1]);
    }
    return known - first < 2 ? 0 : sum / (known - first - 1);
  }

  /** Mean over series of a level's scaled loss. */
  public double loss(int level) {
    return loss[level] / series;
  }

  /** Mean over levels. */
  public double loss() {
    return Arrays.stream(loss).sum() / LEVELS.size() / series;
  }

  /** Share of days at or below the quantile. */
  public double coverage(int level) {
    return below[level] / days;
  }

  /** Share of days below the quantile. */
  public double strictCoverage(int level) {
    return (below[level] - onTheLine[level]) / days;
  }

  /** {@link #coverage} of a volume class, 0 the slowest. */
  public double coverage(int level, int of) {
    return belowByClass[of][level] / daysByClass[of];
  }

  /** How far the class that is furthest off lies beside its promise; above 0 when it keeps more. */
  public double worstClass(int level) {
    double worst = 0;
    for (int of = 0; of < CLASSES; of++) {
      double off = coverage(level, of) - LEVELS.get(level);
      worst = Math.abs(off) > Math.abs(worst) ? off : worst;
    }
    return worst;
  }

  /** {@link #strictCoverage} of a volume class. */
  public double strictCoverage(int level, int of) {
    return (belowByClass[of][level] - lineByClass[of][level]) / daysByClass[of];
  }
}

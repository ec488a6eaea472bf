package io.gemba.forecast.learn;

import io.gemba.forecast.panel.Panel;
import java.util.Optional;

/**
 * Which of two ways to forecast has earned the next days: each forecasts the last 28 from what was
 * known before them. Judged are the squared errors of the series and of their sum, each against
 * those of the fallback, half and half: a model that is good at items and wrong about the total
 * misleads staff and vans.
 */
public final class Contest {
  private static final int DAYS = DemandModel.DAYS;

  private Contest() {}

  /** Forecasts that a model must beat. */
  @FunctionalInterface
  public interface Fallback {
    /** Expected units of a series for the 28 days after an origin. */
    double[] mean(int series, int origin);
  }

  /**
   * Whether a model was better than the fallback on the panel's last 28 days.
   *
   * @return false if too little is known to tell
   */
  public static boolean isWon(DemandModel.Forecasts model, Panel panel, Fallback fallback) {
    int origin = panel.lastDay() - DAYS;
    int at = panel.days() - DAYS;
    if (at < 1) {
      return false;
    }
    double modelSquares = 0;
    double fallbackSquares = 0;
    double[] modelMissed = new double[DAYS];
    double[] fallbackMissed = new double[DAYS];
    for (int series = 0; series < panel.members().size(); series++) {
      Optional<double[]> mean = model.mean(series, origin);
      if (mean.isEmpty()) {
        continue;
      }
      double[] other = fallback.mean(series, origin);
      for (int day = 0; day < DAYS; day++) {
        float units = panel.units()[series][at + day];
        if (!Float.isNaN(units)) {
          double missed = units - mean.get()[day];
          double otherMissed = units - other[day];
          modelSquares += missed * missed;
          fallbackSquares += otherMissed * otherMissed;
          modelMissed[day] += missed;
          fallbackMissed[day] += otherMissed;
        }
      }
    }
    double ofSeries = Math.sqrt(modelSquares / fallbackSquares);
    double ofSum = Math.sqrt(squares(modelMissed) / squares(fallbackMissed));
    return ofSeries + ofSum < 2;
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}

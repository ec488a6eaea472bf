package io.gemba.forecast.backtest;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.Forecaster;
import io.gemba.forecast.panel.Panel;
import java.util.ArrayList;
import java.util.List;

/** Forecasts from past origins and compares with what was sold then. */
public final class Backtest {
  private final Panel panel;
  private final Pinball pinball = new Pinball();
  private final GroupBias bias = new GroupBias();

  /**
   * @param panel all days
   */
  public Backtest(Panel panel) {
    this.panel = panel;
  }

  /**
   * What one origin gave.
   *
   * @param origin number of its day, the panel's first being 1
   * @param levels errors by level of the hierarchy
   * @param pinball quantiles of this origin alone
   * @param bias by place and department, of this origin alone
   * @param seconds for training and forecasting
   */
  public record Result(
      int origin,
      List<Wrmsse.Level> levels,
      Pinball pinball,
      GroupBias bias,
      double seconds,
      List<DemandForecast> forecasts) {
    /** Mean over levels. */
    public double wrmsse() {
      return Wrmsse.mean(levels);
    }
  }

  /**
   * Runs one origin.
   *
   * @param origin number of the last day known; 28 days must follow it
   * @throws IllegalArgumentException if they do not
   */
  public Result run(int origin, Method method) {
    int day = panel.firstDay() + origin - 1;
    if (origin < 1 || day + DemandForecast.DAYS > panel.lastDay()) {
      throw new IllegalArgumentException(
          "origin (%d) must leave 28 of the %d days after it, so be at most %d."
              .formatted(origin, panel.days(), panel.days() - DemandForecast.DAYS));
    }
    long start = System.nanoTime();
    List<DemandForecast> forecasts = method.forecast(panel.until(day));
    double seconds = (System.nanoTime() - start) / 1e9;
    double[][] means = forecasts.stream().map(DemandForecast::mean).toArray(double[][]::new);
    double[][][] quantiles = new double[means.length][Pinball.LEVELS.size()][];
    for (int i = 0; i < quantiles.length; i++) {
      for (int level = 0; level < Pinball.LEVELS.size(); level++) {
        quantiles[i][level] =
            forecasts.get(i).daily()[Forecaster.LEVELS.indexOf(Pinball.LEVELS.get(level))];
      }
    }
    Pinball own = new Pinball();
    own.add(panel, day, quantiles);
    pinball.add(panel, day, quantiles);
    GroupBias ownBias = new GroupBias();
    ownBias.add(panel, day, means);
    bias.add(panel, day, means);
    return new Result(
        origin,
        new Wrmsse(panel, day).score(means),
        own,
        ownBias,
        seconds,
        new ArrayList<>(forecasts));
  }

  /** Quantiles of all origins run so far. */
  public Pinball pinball() {
    return pinball;
  }

  /** Bias by place and department of all origins run so far together. */
  public GroupBias bias() {
    return bias;
  }
}

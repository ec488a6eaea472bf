package io.gemba.forecast.backtest;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The methods that a planner picks from in usual software, one series at a time: parameters from a
 * small grid by squared error of one day ahead over the history, the first four weeks not counted.
 * Benchmark only. Not corrected for bias, as usual.
 */
enum Smoothing {
  /** Mean of the last 28 days. */
  MOVING_AVERAGE {
    @Override
    Fit fit(double[] units) {
      double sum = 0;
      Errors errors = new Errors();
      for (int day = 0; day < units.length; day++) {
        errors.add(day, units[day], sum / Math.max(1, Math.min(day, WARM)));
        sum += units[day] - (day >= WARM ? units[day - WARM] : 0);
      }
      return new Fit(constant(sum / Math.max(1, Math.min(units.length, WARM))), errors.mean());
    }
  },
  /** Simple exponential smoothing (Brown 1959). */
  SINGLE_EXPONENTIAL {
    @Override
    Fit fit(double[] units) {
      return best(Stream.of(0.02, 0.05, 0.1, 0.2, 0.4).map(alpha -> holt(units, alpha, 0)));
    }
  },
  /** Level and trend (Holt 1957). */
  DOUBLE_EXPONENTIAL {
    @Override
    Fit fit(double[] units) {
      return best(
          Stream.of(0.02, 0.05, 0.1, 0.2)
              .flatMap(alpha -> Stream.of(0.01, 0.05, 0.1).map(beta -> holt(units, alpha, beta))));
    }
  },
  /** Level, trend and additive week (Winters 1960). */
  HOLT_WINTERS {
    @Override
    Fit fit(double[] units) {
      return best(
          Stream.of(0.02, 0.05, 0.1, 0.2)
              .flatMap(
                  alpha -> Stream.of(0.02, 0.05, 0.1).map(gamma -> winters(units, alpha, gamma))));
    }
  },
  /** Sizes and intervals of demand apart (Croston 1972). */
  CROSTON {
    @Override
    Fit fit(double[] units) {
      return best(Stream.of(0.05, 0.1, 0.2).map(alpha -> croston(units, alpha)));
    }
  },
  /** Whichever of the others had the least error. */
  BEST {
    @Override
    Fit fit(double[] units) {
      return best(Stream.of(values()).filter(each -> each != BEST).map(each -> each.fit(units)));
    }
  };

  private static final int DAYS = 28;
  private static final int WARM = 28;
  private static final int WEEK = 7;

  /**
   * A fitted method.
   *
   * @param mean expected units of the 28 days to come, not negative
   * @param squaredError mean, of one day ahead
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
  record Fit(double[] mean, double squaredError) {}

  /** Fits to units by day, oldest first. */
  abstract Fit fit(double[] units);

  /** The name on the command line, such as {@code holt-winters}. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final class Errors {
    private double squares;
    private int count;

    void add(int day, double units, double forecast) {
      if (day >= WARM) {
        squares += (units - forecast) * (units - forecast);
        count++;
      }
    }

    double mean() {
      return count == 0 ? Double.MAX_VALUE : squares / count;
    }
  }

  private static Fit best(Stream<Fit> fits) {
    return fits.min(Comparator.comparingDouble(Fit::squaredError)).orElseThrow();
  }

  private static double[] constant(double level) {
    double[] mean = new double[DAYS];
    java.util.Arrays.fill(mean, Math.max(0, level));
    return mean;
  }

  private static double start(double[] units) {
    double sum = 0;
    int days = Math.min(WARM, units.length);
    for (int day = 0; day < days; day++) {
      sum += units[day] / days;
    }
    return sum;
  }

  private static Fit holt(double[] units, double alpha, double beta) {
    double level = start(units);
    double trend = 0;
    Errors errors = new Errors();
    for (int day = 0; day < units.length; day++) {
      errors.add(day, units[day], level + trend);
      double before = level;
      level += trend + alpha * (units[day] - level - trend);
      trend += beta * (level - before - trend);
    }
    double[] mean = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      mean[day] = Math.max(0, level + (day + 1) * trend);
    }
    return new Fit(mean, errors.mean());
  }

  private static Fit winters(double[] units, double alpha, double gamma) {
    double beta = alpha / 10;
    double level = start(units);
    double trend = 0;
    double[] week = new double[WEEK];
    Errors errors = new Errors();
    for (int day = 0; day < units.length; day++) {
      double season = week[day % WEEK];
      errors.add(day, units[day], level + trend + season);
      double before = level;
      level += trend + alpha * (units[day] - season - level - trend);
      trend += beta * (level - before - trend);
      week[day % WEEK] += gamma * (units[day] - level - season);
    }
    double[] mean = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      mean[day] = Math.max(0, level + (day + 1) * trend + week[(units.length + day) % WEEK]);
    }
    return new Fit(mean, errors.mean());
  }

  private static Fit croston(double[] units, double alpha) {
    double size = 0;
    double interval = 1;
    int since = 1;
    boolean isStarted = false;
    Errors errors = new Errors();
    for (int day = 0; day < units.length; day++) {
      errors.add(day, units[day], size / interval);
      if (units[day] > 0) {
        size = isStarted ? size + alpha * (units[day] - size) : units[day];
        interval = isStarted ? interval + alpha * (since - interval) : since;
        isStarted = true;
        since = 0;
      }
      since++;
    }
    return new Fit(constant(size / interval), errors.mean());
  }
}

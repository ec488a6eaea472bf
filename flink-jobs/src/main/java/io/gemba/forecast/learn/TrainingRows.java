package io.gemba.forecast.learn;

import io.gemba.forecast.panel.Panel;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What {@link ModelTrainer} learns from a series at an origin: the rows it adds. */
final class TrainingRows {
  /** How many days of an origin the mean is learnt from. */
  static final int DAYS_A_WINDOW = 2;

  private static final int DAYS = DemandModel.DAYS;
  private static final int COUNTED_DAYS = 6;
  private static final double YEAR = 364;
  private static final double LEAST_LEVEL = 0.01;

  private TrainingRows() {}

  /** Takes one series at one origin. */
  @FunctionalInterface
  interface Visitor {
    void visit(
        SeriesSights sights,
        SeriesSights.Sight sight,
        int series,
        double weight,
        SplittableRandom random);
  }

  /** Units of some days over what is expected without trees. */
  static Visitor mean(Panel panel, ModelTrainer.Options options, RowSink rows) {
    int last = panel.lastDay();
    int originCount = SeriesFeatures.originCount();
    float[] row = new float[originCount + SeriesFeatures.dayCount()];
    return (sights, sight, series, weight, random) -> {
      // the trees of the model are still missing, so its mean is level x profile x calendar
      double age = Math.pow(0.5, (last - sight.origin()) / (YEAR * options.halfLifeYears()));
      for (int k = 0; k < DAYS_A_WINDOW; k++) {
        int day = random.nextInt(DAYS);
        float units = panel.units()[series][sight.origin() + 1 + day - panel.firstDay()];
        double base = sight.mean()[day];
        if (!Float.isNaN(units) && base > LEAST_LEVEL) {
          copy(sights.originFeatures(), sights.dayFeatures(), originCount, day, row);
          rows.add(row, units / base, weight * age * Math.pow(base, 2 - options.power()));
        }
      }
    };
  }

  /** Squared errors of a day, and of some first days, over what the own spread says. */
  static Visitor spread(Panel panel, RowSink rows) {
    int originCount = SpreadFeatures.originCount();
    float[] origins = new float[originCount];
    float[][] days = new float[SpreadFeatures.DAY_COUNT][DAYS];
    float[] row = new float[SpreadFeatures.count()];
    return (sights, sight, series, weight, random) -> {
      for (boolean areDays : new boolean[] {true, false}) {
        int day = random.nextInt(DAYS);
        Window window = window(panel, sight, series, areDays, day);
        if (window != null && window.mean > LEAST_LEVEL) {
          SpreadFeatures.origin(sights.originFeatures(), sight.own(), origins);
          SpreadFeatures.days(areDays, sight.mean(), days);
          copy(origins, days, originCount, day, row);
          double error = window.units - window.mean;
          double own = sight.own().fano(SpreadFeatures.length(areDays, day));
          rows.add(row, error * error / window.mean / own, Math.min(1, window.mean) * weight);
        }
      }
    };
  }

  /** The chances that the quantiles gave to what came. */
  static Visitor calibration(Panel panel, Calibration.Counter counter) {
    return (sights, sight, series, weight, random) -> {
      for (boolean areDays : new boolean[] {true, false}) {
        double[] fanos = sights.fanos(sight, areDays);
        for (int k = 0; k < COUNTED_DAYS; k++) {
          int day = random.nextInt(DAYS);
          Window window = window(panel, sight, series, areDays, day);
          if (window != null && window.mean > 0) {
            counter.add(
                areDays,
                day + 1,
                window.mean,
                CountDistribution.atMost(window.mean, fanos[day], window.units - 1),
                CountDistribution.atMost(window.mean, fanos[day], window.units),
                weight);
          }
        }
      }
    };
  }

  private record Window(double mean, double units) {}

  private static @Nullable Window window(
      Panel panel, SeriesSights.Sight sight, int series, boolean isDay, int day) {
    double mean = 0;
    double units = 0;
    for (int i = isDay ? day : 0; i <= day; i++) {
      float sold = panel.units()[series][sight.origin() + 1 + i - panel.firstDay()];
      if (Float.isNaN(sold)) {
        return null;
      }
      units += sold;
      mean += sight.mean()[i];
    }
    return new Window(mean, units);
  }

  private static void copy(float[] origins, float[][] days, int originCount, int day, float[] row) {
    System.arraycopy(origins, 0, row, 0, originCount);
    for (int i = originCount; i < row.length; i++) {
      row[i] = days[i - originCount][day];
    }
  }
}

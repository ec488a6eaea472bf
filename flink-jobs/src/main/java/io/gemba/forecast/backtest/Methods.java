package io.gemba.forecast.backtest;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.Forecaster;
import io.gemba.forecast.OpenDays;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.learn.ModelTrainer;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.train.TribuoTrainer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The methods that are compared. */
public final class Methods {
  private static final int DAYS = DemandForecast.DAYS;
  private static final int NAIVE_WEEKS = 8;
  private static final int HISTORY_DAYS = 364;
  private static final double LEAST_MEAN = 0.01;
  private static final double MOST_FANO = 40;

  private Methods() {}

  /** The trained model, trained on exactly what is known. */
  public static Method champion(ModelTrainer.Options options) {
    return known -> of(new ModelTrainer(options, TribuoTrainer::new).train(known), known);
  }

  /** A model that is there already. */
  public static Method of(DemandModel model) {
    return known -> of(model, known);
  }

  private static List<DemandForecast> of(DemandModel model, Panel known) {
    DemandModel.Forecasts forecasts = model.on(known);
    List<DemandForecast> all = new ArrayList<>();
    for (int series = 0; series < known.members().size(); series++) {
      all.add(forecasts.forecast(series, known.lastDay()).orElseGet(() -> nothing(known)));
    }
    return all;
  }

  /**
   * Moving average x weekday profile pooled by store and department, as the demand job falls back
   * to.
   */
  public static Method fallback() {
    return known -> {
      OpenDays openDays = OpenDays.except(closed(known));
      Map<String, WeekdayProfile.Pool> pools = new HashMap<>();
      for (int i = 0; i < known.members().size(); i++) {
        pools
            .computeIfAbsent(
                known.members().get(i).group(), group -> new WeekdayProfile.Pool(openDays))
            .add(recent(known.units()[i]), known.lastDay());
      }
      Forecaster forecaster = new Forecaster(openDays);
      List<DemandForecast> all = new ArrayList<>();
      for (int i = 0; i < known.members().size(); i++) {
        WeekdayProfile.Pool pool = pools.get(known.members().get(i).group());
        WeekdayProfile profile = pool == null ? WeekdayProfile.flat() : pool.profile();
        all.add(
            forecaster
                .forecast(recent(known.units()[i]), known.lastDay(), profile)
                .orElseGet(() -> nothing(known)));
      }
      return all;
    };
  }

  /** Each day as the same weekday of the last week; quantiles are those of the last 8 weeks. */
  public static Method seasonalNaive() {
    return known -> {
      List<DemandForecast> all = new ArrayList<>();
      for (float[] units : known.units()) {
        all.add(seasonalNaive(units, known.lastDay()));
      }
      return all;
    };
  }

  /**
   * A method of a planner's usual software, by name; its quantiles are of a count with the errors
   * it made a day ahead.
   *
   * @return empty if no method has that name
   */
  public static Optional<Method> findPlanners(String name) {
    return Stream.of(Smoothing.values())
        .filter(smoothing -> smoothing.title().equals(name))
        .findFirst()
        .map(smoothing -> known -> planners(known, smoothing));
  }

  /** Names of the methods of a planner's usual software. */
  public static List<String> planners() {
    return Stream.of(Smoothing.values()).map(Smoothing::title).toList();
  }

  private static List<DemandForecast> planners(Panel known, Smoothing smoothing) {
    Forecaster forecaster = new Forecaster(OpenDays.except(closed(known)));
    List<DemandForecast> all = new ArrayList<>();
    for (float[] units : known.units()) {
      all.add(planners(sold(units), known, smoothing, forecaster));
    }
    return all;
  }

  private static DemandForecast planners(
      double[] units, Panel known, Smoothing smoothing, Forecaster forecaster) {
    if (units.length == 0) {
      return nothing(known);
    }
    Smoothing.Fit fit = smoothing.fit(units);
    int levels = Forecaster.LEVELS.size();
    double[] mean = fit.mean();
    double[][] daily = new double[levels][DAYS];
    double[][] cumulative = new double[levels][DAYS];
    double average = Math.max(LEAST_MEAN, Arrays.stream(units).average().orElse(0));
    double fano = Math.min(MOST_FANO, fit.squaredError() / average);
    double sum = 0;
    for (int day = 0; day < DAYS; day++) {
      if (known.kinds().isClosed(known.lastDay() + 1 + day)) {
        mean[day] = 0;
      }
      sum += mean[day];
      double[] ofDay = forecaster.quantiles(mean[day], fano);
      double[] ofSum = forecaster.quantiles(sum, fano);
      for (int level = 0; level < levels; level++) {
        daily[level][day] = ofDay[level];
        cumulative[level][day] = Math.max(ofSum[level], day == 0 ? 0 : cumulative[level][day - 1]);
      }
    }
    return new DemandForecast(known.lastDay(), mean, daily, cumulative);
  }

  /** A year's units from the first sale on; a day that is not known counts as none sold. */
  private static double[] sold(float[] units) {
    int from = Math.max(0, units.length - HISTORY_DAYS);
    while (from < units.length && !(units[from] > 0)) {
      from++;
    }
    double[] sold = new double[units.length - from];
    for (int day = 0; day < sold.length; day++) {
      sold[day] = Float.isNaN(units[from + day]) ? 0 : units[from + day];
    }
    return sold;
  }

  private static DemandForecast seasonalNaive(float[] units, int origin) {
    int levels = Forecaster.LEVELS.size();
    double[] mean = new double[DAYS];
    double[][] daily = new double[levels][DAYS];
    double[][] cumulative = new double[levels][DAYS];
    for (int day = 0; day < DAYS; day++) {
      double[] same = new double[NAIVE_WEEKS];
      for (int week = 0; week < NAIVE_WEEKS; week++) {
        float value = units[units.length - 7 + day % 7 - 7 * week];
        same[week] = Float.isNaN(value) ? 0 : value;
      }
      mean[day] = same[0];
      Arrays.sort(same);
      for (int level = 0; level < levels; level++) {
        int rank = (int) Math.ceil(Forecaster.LEVELS.get(level) * NAIVE_WEEKS) - 1;
        daily[level][day] = same[rank];
        cumulative[level][day] = same[rank] + (day > 0 ? cumulative[level][day - 1] : 0);
      }
    }
    return new DemandForecast(origin, mean, daily, cumulative);
  }

  private static Set<LocalDate> closed(Panel known) {
    Set<LocalDate> closed = new HashSet<>();
    for (int day = known.firstDay(); day <= known.lastDay() + DAYS; day++) {
      if (known.kinds().isClosed(day)) {
        closed.add(LocalDate.ofEpochDay(day));
      }
    }
    return closed;
  }

  private static float[] recent(float[] units) {
    return Arrays.copyOfRange(units, Math.max(0, units.length - DemandHistory.DAYS), units.length);
  }

  private static DemandForecast nothing(Panel known) {
    int levels = Forecaster.LEVELS.size();
    return new DemandForecast(
        known.lastDay(), new double[DAYS], new double[levels][DAYS], new double[levels][DAYS]);
  }
}

package io.gemba.jobs.demand;

import io.gemba.forecast.Forecaster;
import io.gemba.message.Forecast;
import io.gemba.message.ForecastOverride;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts planners' units in the place of the model's.
 *
 * <p>Quantiles are multiplied as the mean is: a planner moves the level and leaves the relative
 * spread to the model. Where the model's median is 0 that would leave it 0, so there, and only when
 * the mean rises, a quantile is at least that of counts with the new mean and the spread of an
 * unknown series ({@link Forecaster#PRIOR_FANO}). Sums of days follow the sums of means.
 */
final class OverrideRule {
  private static final int MEDIAN = Forecaster.LEVELS.indexOf(0.5);
  private static final Comparator<ForecastOverride> LATEST =
      Comparator.comparing(ForecastOverride::madeAt).thenComparing(ForecastOverride::id);

  private final Forecaster forecaster;

  OverrideRule(Forecaster forecaster) {
    this.forecaster = forecaster;
  }

  /**
   * The forecast in force.
   *
   * @param model as the model made it, of {@link Forecaster#LEVELS}
   * @param overrides of its item and place, in any order; where two hold on a day the one made
   *     later counts
   * @param revision of the result
   */
  Forecast apply(Forecast model, List<ForecastOverride> overrides, int revision) {
    List<Double> mean = new ArrayList<>(model.mean());
    TreeSet<ForecastOverride> used =
        new TreeSet<>(
            Comparator.comparing(ForecastOverride::from).thenComparing(ForecastOverride::id));
    for (int i = 0; i < mean.size(); i++) {
      LocalDate day = model.origin().plusDays(i + 1L);
      Optional<ForecastOverride> holds =
          overrides.stream().filter(each -> each.holdsOn(day)).max(LATEST);
      if (holds.isPresent()) {
        mean.set(i, ForecastMessages.rounded(units(holds.get(), mean.get(i))));
        used.add(holds.get());
      }
    }
    Forecast.@Nullable Replaced replaced =
        used.isEmpty()
            ? null
            : new Forecast.Replaced(
                used.stream().map(OverrideRule::reason).toList(),
                model.mean(),
                model.daily(),
                model.cumulative());
    return new Forecast(
        ForecastMessages.id(model.item(), model.place(), model.origin(), revision),
        model.item(),
        model.place(),
        model.origin(),
        revision,
        model.madeAt(),
        model.model(),
        mean,
        model.levels(),
        used.isEmpty() ? model.daily() : moved(model.daily(), model.mean(), mean),
        used.isEmpty() ? model.cumulative() : sums(model, mean),
        replaced);
  }

  private static double units(ForecastOverride override, double model) {
    Double units = override.units();
    Double factor = override.factor();
    return units != null ? units : factor != null ? model * factor : model;
  }

  private static Forecast.Reason reason(ForecastOverride override) {
    return new Forecast.Reason(
        override.id(), override.from(), override.to(), override.reason(), override.by());
  }

  private List<List<Double>> sums(Forecast model, List<Double> mean) {
    List<List<Double>> sums = moved(model.cumulative(), runningSum(model.mean()), runningSum(mean));
    List<List<Double>> rising = new ArrayList<>();
    for (List<Double> row : sums) {
      List<Double> units = new ArrayList<>(row);
      for (int day = 1; day < units.size(); day++) {
        units.set(day, Math.max(units.get(day), units.get(day - 1)));
      }
      rising.add(units);
    }
    return rising;
  }

  /** Quantiles of other means: {@code rows.get(level).get(day)}. */
  private List<List<Double>> moved(
      List<List<Double>> rows, List<Double> before, List<Double> after) {
    double[][] moved = new double[rows.size()][before.size()];
    for (int day = 0; day < before.size(); day++) {
      double old = before.get(day);
      double mean = after.get(day);
      boolean isSilent = mean > old && rows.get(MEDIAN).get(day) == 0;
      double[] counts =
          isSilent ? forecaster.quantiles(mean, Forecaster.PRIOR_FANO) : new double[rows.size()];
      for (int level = 0; level < rows.size(); level++) {
        double scaled = old > 0 ? rows.get(level).get(day) * mean / old : 0;
        moved[level][day] =
            mean == old ? rows.get(level).get(day) : Math.max(scaled, counts[level]);
      }
    }
    return Arrays.stream(moved).map(ForecastMessages::rounded).toList();
  }

  private static List<Double> runningSum(List<Double> units) {
    List<Double> sums = new ArrayList<>(units.size());
    double sum = 0;
    for (double each : units) {
      sum += each;
      sums.add(sum);
    }
    return sums;
  }
}

package io.gemba.forecast.learn;

import io.gemba.forecast.panel.Panel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A second opinion on the days to come: the same weekdays of the year before, times the growth of
 * the last eight weeks over theirs. It knows of a season or an event what a calendar of few years
 * smooths away, and is wrong at other times than the trees are, so a part of both is better than
 * either. It speaks for the total and for each group, never for a series, whose year-ago day is
 * noise.
 *
 * <p>Forecasts are combined in logarithms (Clemen 1989): one weight for the level of the 28 days
 * and one for how they differ from each other.
 */
final class YearAgo {
  private static final int DAYS = DemandModel.DAYS;
  private static final int YEAR = 364;
  private static final int GROWTH_DAYS = 56;
  private static final double LEAST_UNITS = 50;
  private static final double LEAST_UNITS_A_DAY = 5;
  private static final double MOST = 0.3;
  private static final Weights OF_TOTAL = new Weights(0.3, 0.15);
  private static final Weights OF_GROUP = new Weights(0.1, 0.1);

  private final int origin;
  private final double[] ofTotal;
  private final Map<String, double[]> ofGroups = new HashMap<>();

  /** How much the opinion counts: for the level, and for the days' differences from it. */
  private record Weights(double level, double shape) {}

  /** Units of one sum: forecast of each day, and sold a year before and lately. */
  private static final class Sum {
    private final double[] forecast = new double[DAYS];
    private final double[] yearAgo = new double[DAYS];
    private double lately = LEAST_UNITS;
    private double latelyYearAgo = LEAST_UNITS;
  }

  /**
   * Asks what the year before says.
   *
   * @param means forecasts of each series for the 28 days after the origin; empty where nothing is
   *     known
   */
  YearAgo(Panel panel, int origin, List<Optional<double[]>> means) {
    this.origin = origin;
    int end = origin + 1 - panel.firstDay();
    this.ofTotal = new double[DAYS];
    if (end - YEAR - GROWTH_DAYS < 0) {
      return;
    }
    List<double[]> known = new ArrayList<>();
    means.forEach(mean -> known.add(mean.orElseGet(() -> new double[DAYS])));
    sums(panel, end, known, member -> "").forEach((all, sum) -> add(ofTotal, sum, OF_TOTAL));
    for (double[] mean : known) {
      for (int day = 0; day < DAYS; day++) {
        mean[day] *= Math.exp(ofTotal[day]);
      }
    }
    sums(panel, end, known, Panel.Member::group)
        .forEach(
            (group, sum) ->
                add(ofGroups.computeIfAbsent(group, g -> new double[DAYS]), sum, OF_GROUP));
  }

  /**
   * What to multiply the forecast of a series of a group with.
   *
   * @param day after the origin; the last day known answers for later ones
   */
  double factor(String group, int day) {
    int at = Math.min(day - origin - 1, DAYS - 1);
    double[] ofGroup = ofGroups.get(group);
    return Math.exp(ofTotal[at] + (ofGroup == null ? 0 : ofGroup[at]));
  }

  private static Map<String, Sum> sums(
      Panel panel, int end, List<double[]> means, Function<Panel.Member, String> key) {
    Map<String, Sum> sums = new HashMap<>();
    for (int series = 0; series < means.size(); series++) {
      Sum sum = sums.computeIfAbsent(key.apply(panel.members().get(series)), k -> new Sum());
      float[] units = panel.units()[series];
      for (int day = 0; day < DAYS; day++) {
        sum.forecast[day] += means.get(series)[day];
        sum.yearAgo[day] += sold(units, end - YEAR + day);
      }
      for (int day = end - GROWTH_DAYS; day < end; day++) {
        sum.lately += sold(units, day);
        sum.latelyYearAgo += sold(units, day - YEAR);
      }
    }
    return sums;
  }

  private static double sold(float[] units, int at) {
    return Float.isNaN(units[at]) ? 0 : units[at];
  }

  private static void add(double[] logs, Sum sum, Weights weights) {
    double growth = sum.lately / sum.latelyYearAgo;
    double forecast = 0;
    double yearAgo = 0;
    for (int day = 0; day < DAYS; day++) {
      forecast += sum.forecast[day] + LEAST_UNITS_A_DAY;
      yearAgo += sum.yearAgo[day] + LEAST_UNITS_A_DAY;
    }
    double level = bounded(Math.log(yearAgo * growth / forecast));
    double[] shape = new double[DAYS];
    double mean = 0;
    for (int day = 0; day < DAYS; day++) {
      double then = (sum.yearAgo[day] + LEAST_UNITS_A_DAY) / yearAgo;
      double now = (sum.forecast[day] + LEAST_UNITS_A_DAY) / forecast;
      shape[day] = bounded(Math.log(then / now));
      mean += shape[day] / DAYS;
    }
    for (int day = 0; day < DAYS; day++) {
      logs[day] += weights.level * level + weights.shape * (shape[day] - mean);
    }
  }

  private static double bounded(double log) {
    return Math.max(-MOST, Math.min(MOST, log));
  }
}

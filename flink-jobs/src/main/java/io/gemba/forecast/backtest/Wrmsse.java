package io.gemba.forecast.backtest;

import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.Panel.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The weighted root mean squared scaled error of the M5 competition (Makridakis, Spiliotis and
 * Assimakopoulos 2022): squared errors of 28 days over the mean squared day-to-day change since the
 * first sale, weighted by the revenue of the last 28 days, on 12 levels of the hierarchy, each
 * level counting a twelfth.
 */
public final class Wrmsse {
  /** The competition's levels, in its order. */
  public static final Map<String, Function<Member, String>> LEVELS = levels();

  private final Panel panel;
  private final int origin;

  /**
   * @param panel at least 28 days beyond the origin
   * @param origin last day known
   */
  public Wrmsse(Panel panel, int origin) {
    this.panel = panel;
    this.origin = origin;
  }

  /**
   * Error and bias of a level.
   *
   * @param wrmsse weighted error
   * @param bias (forecast - actual) / actual over all
   * @param meanAbsoluteBias mean over the level's series of |forecast - actual| / actual, sums of
   *     28 days, weighted by revenue
   * @param meanRmsse unweighted mean of the series' errors
   */
  public record Level(
      String name, double wrmsse, double bias, double meanAbsoluteBias, double meanRmsse) {}

  private static Map<String, Function<Member, String>> levels() {
    Map<String, Function<Member, String>> levels = new LinkedHashMap<>();
    levels.put("total", member -> "");
    levels.put("state", Member::region);
    levels.put("store", Member::place);
    levels.put("category", Member::category);
    levels.put("department", Member::department);
    levels.put("state-category", member -> member.region() + member.category());
    levels.put("state-department", member -> member.region() + member.department());
    levels.put("store-category", member -> member.place() + member.category());
    levels.put("store-department", Member::group);
    levels.put("item", Member::item);
    levels.put("item-state", member -> member.item() + member.region());
    levels.put("item-store", member -> member.item() + member.place());
    return levels;
  }

  /**
   * Scores forecasts.
   *
   * @param means expected units: {@code means[series][day]}, 28 days after the origin
   * @return one a level, in the competition's order
   */
  public List<Level> score(double[][] means) {
    List<Level> scores = new ArrayList<>();
    LEVELS.forEach((name, key) -> scores.add(level(name, key, means)));
    return scores;
  }

  /** The mean over levels. */
  public static double mean(List<Level> levels) {
    return levels.stream().mapToDouble(Level::wrmsse).average().orElse(Double.NaN);
  }

  private Level level(String name, Function<Member, String> key, double[][] means) {
    int days = means[0].length;
    int known = origin - panel.firstDay() + 1;
    Map<String, Sum> sums = new LinkedHashMap<>();
    for (int i = 0; i < means.length; i++) {
      Sum sum = sums.computeIfAbsent(key.apply(panel.members().get(i)), k -> new Sum(known + days));
      float[] row = panel.units()[i];
      for (int day = 0; day < known + days; day++) {
        sum.units[day] += Float.isNaN(row[day]) ? 0 : row[day];
      }
      for (int day = 0; day < days; day++) {
        sum.forecast[day] += means[i][day];
      }
      for (int day = known - 28; day < known; day++) {
        float units = Float.isNaN(row[day]) ? 0 : row[day];
        sum.revenue += units * panel.prices().get(i).at(panel.firstDay() + day);
      }
    }
    double revenue = sums.values().stream().mapToDouble(sum -> sum.revenue).sum();
    double error = 0;
    double absoluteBias = 0;
    double rmsse = 0;
    double forecast = 0;
    double actual = 0;
    for (Sum sum : sums.values()) {
      double own = sum.rmsse(known, days);
      error += own * sum.revenue / revenue;
      rmsse += own / sums.size();
      double sumForecast = 0;
      double sumActual = 0;
      for (int day = 0; day < days; day++) {
        sumForecast += sum.forecast[day];
        sumActual += sum.units[known + day];
      }
      forecast += sumForecast;
      actual += sumActual;
      absoluteBias +=
          Math.abs(sumForecast - sumActual) / Math.max(1, sumActual) * sum.revenue / revenue;
    }
    return new Level(name, error, forecast / actual - 1, absoluteBias, rmsse);
  }

  private static final class Sum {
    private final double[] units;
    private final double[] forecast = new double[28];
    private double revenue;

    Sum(int days) {
      units = new double[days];
    }

    double rmsse(int known, int days) {
      double squares = 0;
      for (int day = 0; day < days; day++) {
        double error = units[known + day] - forecast[day];
        squares += error * error;
      }
      double scale = scale(known);
      return scale > 0 ? Math.sqrt(squares / days / scale) : 0;
    }

    private double scale(int known) {
      int first = 0;
      while (first < known - 1 && units[first] == 0) {
        first++;
      }
      double changes = 0;
      for (int day = first + 1; day < known; day++) {
        changes += (units[day] - units[day - 1]) * (units[day] - units[day - 1]);
      }
      return changes / Math.max(1, known - 1 - first);
    }
  }
}

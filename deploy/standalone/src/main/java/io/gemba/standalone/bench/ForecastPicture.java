package io.gemba.standalone.bench;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.Forecaster;
import io.gemba.forecast.policy.DemandDistribution;
import java.util.List;
import java.util.Locale;

/**
 * A series' forecast as a picture: above, what was sold, the fan of the days' quantiles and what
 * was then sold; below, what a stock for some days together is expected to cost, and the cheapest.
 */
final class ForecastPicture {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 560;
  private static final int LEFT = 60;
  private static final int RIGHT = 20;
  private static final int FAN_TOP = 40;
  private static final int FAN_HEIGHT = 250;
  private static final int CURVE_TOP = 350;
  private static final int CURVE_HEIGHT = 160;
  private static final int STEPS = 120;

  private final Series series;
  private final Costs costs;
  private final StringBuilder svg = new StringBuilder();

  private ForecastPicture(Series series, Costs costs) {
    this.series = series;
    this.costs = costs;
  }

  /**
   * What is drawn.
   *
   * @param title above it
   * @param units by day, the last {@code 28} after the origin, {@code NaN} where unknown
   * @param forecast of these 28 days
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Series(String title, float[] units, DemandForecast forecast) {}

  /**
   * What stock costs.
   *
   * @param days it must suffice for, 1 to 28
   * @param overage of a unit left over after them, above 0
   * @param underage of a unit not sold, above 0
   */
  record Costs(int days, double overage, double underage) {
    Costs {
      if (days < 1 || days > DemandForecast.DAYS || !(overage > 0) || !(underage > 0)) {
        throw new IllegalArgumentException(
            "days (%d) must be 1 to 28, overage (%s) and underage (%s) above 0."
                .formatted(days, overage, underage));
      }
    }
  }

  static String draw(Series series, Costs costs) {
    return new ForecastPicture(series, costs).draw();
  }

  private String draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\">",
        WIDTH, HEIGHT);
    add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
    add("<text x=\"%d\" y=\"22\" font-size=\"15\">%s</text>", LEFT, text(series.title));
    fan();
    curve();
    add("</svg>");
    return svg.toString();
  }

  private void fan() {
    int shown = series.units.length;
    int past = shown - DemandForecast.DAYS;
    double[][] daily = series.forecast.daily();
    double[] highest = daily[Forecaster.LEVELS.indexOf(0.99)];
    double top = 1;
    for (int day = 0; day < shown; day++) {
      top = Math.max(top, Float.isNaN(series.units[day]) ? 0 : series.units[day]);
      top = Math.max(top, day < past ? 0 : highest[day - past]);
    }
    Scale scale = new Scale(shown - 1, top, FAN_TOP, FAN_HEIGHT);
    axis(scale, "units a day");
    double[] low = daily[Forecaster.LEVELS.indexOf(0.1)];
    List<Double> upper = List.of(0.99, 0.95, 0.9);
    List<String> colours = List.of("#dbe9f6", "#bad6eb", "#89bedc");
    for (int i = 0; i < upper.size(); i++) {
      band(scale, past, daily[Forecaster.LEVELS.indexOf(upper.get(i))], low, colours.get(i));
    }
    StringBuilder mean = new StringBuilder();
    for (int day = 0; day < DemandForecast.DAYS; day++) {
      mean.append(scale.point(past + day, series.forecast.mean()[day]));
    }
    add(
        "<polyline class=\"mean\" points=\"%s\" fill=\"none\" stroke=\"#08519c\" stroke-width=\"2\"/>",
        mean);
    StringBuilder sold = new StringBuilder();
    for (int day = 0; day < shown; day++) {
      if (!Float.isNaN(series.units[day])) {
        sold.append(scale.point(day, series.units[day]));
      }
    }
    add("<polyline class=\"sold\" points=\"%s\" fill=\"none\" stroke=\"#333333\"/>", sold);
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">bands from .1 to .9, .95 and .99 of the days;"
            + " blue: mean; dark: sold</text>",
        WIDTH - RIGHT, FAN_TOP - 6);
  }

  private void band(Scale scale, int past, double[] high, double[] low, String colour) {
    StringBuilder points = new StringBuilder();
    for (int day = 0; day < DemandForecast.DAYS; day++) {
      points.append(scale.point(past + day, high[day]));
    }
    for (int day = DemandForecast.DAYS - 1; day >= 0; day--) {
      points.append(scale.point(past + day, low[day]));
    }
    add("<polygon class=\"band\" points=\"%s\" fill=\"%s\"/>", points, colour);
  }

  private void curve() {
    double[] levels = Forecaster.LEVELS.stream().mapToDouble(Double::doubleValue).toArray();
    double[] quantiles = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      quantiles[i] = series.forecast.cumulative()[i][costs.days - 1];
    }
    DemandDistribution demand = DemandDistribution.through(levels, quantiles);
    double best = demand.quantile(costs.underage / (costs.underage + costs.overage));
    double most = Math.max(1, 1.5 * Math.max(best, quantiles[levels.length - 1]));
    double top = 0.01;
    for (int step = 0; step <= STEPS; step++) {
      top = Math.max(top, cost(demand, most * step / STEPS));
    }
    Scale scale = new Scale(most, top, CURVE_TOP, CURVE_HEIGHT);
    axis(scale, "expected cost");
    StringBuilder points = new StringBuilder();
    for (int step = 0; step <= STEPS; step++) {
      double stock = most * step / STEPS;
      points.append(scale.point(stock, cost(demand, stock)));
    }
    add(
        "<polyline class=\"cost\" points=\"%s\" fill=\"none\" stroke=\"#a63603\" stroke-width=\"2\"/>",
        points);
    add(
        "<circle class=\"best\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#a63603\"/>",
        scale.x(best), scale.y(cost(demand, best)));
    add(
        "<text x=\"%.1f\" y=\"%d\">stock for %d days: cheapest %.0f units, expected cost %.2f</text>",
        LEFT + 6.0, CURVE_TOP - 6, costs.days, best, cost(demand, best));
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.0f units</text>",
        WIDTH - RIGHT, CURVE_TOP + CURVE_HEIGHT + 16, most);
  }

  private double cost(DemandDistribution demand, double stock) {
    return costs.overage * demand.expectedLeft(stock)
        + costs.underage * demand.expectedAbove(stock);
  }

  private void axis(Scale scale, String name) {
    add(
        "<path d=\"M%d %d V%d H%d\" fill=\"none\" stroke=\"#999999\"/>",
        LEFT, scale.top, scale.top + scale.height, WIDTH - RIGHT);
    add("<text x=\"4\" y=\"%d\">%s</text>", scale.top + scale.height + 16, name);
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
        LEFT - 4, scale.top + 10, String.format(Locale.ROOT, "%.4g", scale.highest));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String text(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;");
  }

  /**
   * Where values lie.
   *
   * @param widest value at the right edge, 0 at the left
   * @param highest value at the upper edge, 0 at the lower
   */
  private record Scale(double widest, double highest, int top, int height) {
    double x(double value) {
      return LEFT + (WIDTH - LEFT - RIGHT) * value / Math.max(1e-9, widest);
    }

    double y(double value) {
      return top + height * (1 - value / highest);
    }

    String point(double x, double y) {
      return String.format(Locale.ROOT, "%.1f,%.1f ", x(x), y(y));
    }
  }
}

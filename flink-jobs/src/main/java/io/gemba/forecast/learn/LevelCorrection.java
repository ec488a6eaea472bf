package io.gemba.forecast.learn;

import io.gemba.forecast.panel.Panel;
import java.util.HashMap;
import java.util.Map;

/**
 * What the last weeks' forecasts missed, by department and in all, carried forward in part: demand
 * that has been above its forecasts for four weeks stays there for a while. Forecasts of two past
 * origins are made again with today's model, which cannot know them by heart because no feature
 * tells one week from another.
 */
final class LevelCorrection {
  private static final int[] BACK = {28, 14};
  private static final double OF_DEPARTMENT = 0.6;
  private static final double IN_ALL = 0.3;
  private static final double LEAST_UNITS = 200;
  private static final double MOST = 1.5;

  private final Map<String, Missed> byDepartment = new HashMap<>();
  private final Missed all = new Missed();

  /** Units sold and forecast. */
  private static final class Missed {
    private double sold = LEAST_UNITS;
    private double forecast = LEAST_UNITS;

    double ratio() {
      return Math.max(1 / MOST, Math.min(MOST, sold / forecast));
    }
  }

  /** Measures what a model's trees missed before an origin. */
  LevelCorrection(SeriesSights sights, int origin) {
    Panel panel = sights.panel();
    for (int back : BACK) {
      int then = origin - back;
      for (int series = 0; series < panel.members().size(); series++) {
        Missed own =
            byDepartment.computeIfAbsent(
                panel.members().get(series).department(), department -> new Missed());
        float[] units = panel.units()[series];
        int at = then + 1 - panel.firstDay();
        if (at > 0) {
          sights.mean(series, then).ifPresent(mean -> add(mean, units, at, back, own));
        }
      }
    }
  }

  private void add(double[] mean, float[] units, int at, int days, Missed own) {
    for (int day = 0; day < days; day++) {
      if (!Float.isNaN(units[at + day])) {
        own.sold += units[at + day];
        own.forecast += mean[day];
        all.sold += units[at + day];
        all.forecast += mean[day];
      }
    }
  }

  /** What to multiply the forecasts of a department with. */
  double factor(String department) {
    Missed own = byDepartment.get(department);
    double ofDepartment = own == null ? 1 : own.ratio();
    return Math.pow(ofDepartment, OF_DEPARTMENT) * Math.pow(all.ratio(), IN_ALL);
  }
}

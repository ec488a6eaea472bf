package io.gemba.jobs.demand;

import io.gemba.forecast.TradingDays;
import io.gemba.site.Place;
import io.gemba.site.ShiftTemplate;
import io.gemba.site.Site;
import java.util.Arrays;

/**
 * Which share of a day's work falls into which hour. Where goods are sold or sent the hours of the
 * sales decide, mixed with those of a usual shop until about 500 units were seen; a plant makes its
 * day's units evenly over the hours of the shifts.
 */
final class HourProfile {
  private static final int HOURS = TradingDays.HOURS;
  private static final double USUAL_UNITS = 500;
  private static final int FIRST_PLANT_HOUR = 6;
  private static final int LAST_PLANT_HOUR = 21;

  /** Percent of a usual shop's sales from 8 to 20 o'clock. */
  private static final double[] USUAL_SHOP = {4, 7, 9, 10, 9, 7, 7, 8, 10, 12, 10, 7};

  private static final int SHOP_OPENS = 8;

  private HourProfile() {}

  /**
   * Shares of the 24 hours, of sum 1.
   *
   * @param soldByHour units sold by hour, 24 numbers
   */
  static double[] shares(Site site, Place.Kind kind, double[] soldByHour) {
    double[] weights = kind == Place.Kind.PLANT ? shiftHours(site) : shopHours(soldByHour);
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static double[] shopHours(double[] soldByHour) {
    double[] weights = soldByHour.clone();
    for (int i = 0; i < USUAL_SHOP.length; i++) {
      weights[SHOP_OPENS + i] += USUAL_UNITS * USUAL_SHOP[i] / 100;
    }
    return weights;
  }

  private static double[] shiftHours(Site site) {
    double[] weights = new double[HOURS];
    for (ShiftTemplate shift : site.shifts()) {
      int start = shift.start().getHour();
      int hours = (shift.start().getMinute() + shift.lengthMinutes() + 59) / 60;
      for (int i = 0; i < Math.min(hours, HOURS); i++) {
        weights[(start + i) % HOURS] = 1;
      }
    }
    if (site.shifts().isEmpty()) {
      Arrays.fill(weights, FIRST_PLANT_HOUR, LAST_PLANT_HOUR + 1, 1);
    }
    return weights;
  }
}

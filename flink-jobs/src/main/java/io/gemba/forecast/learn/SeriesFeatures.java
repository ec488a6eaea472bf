package io.gemba.forecast.learn;

import io.gemba.forecast.panel.PriceRuns;
import io.gemba.forecast.panel.SeriesSums;
import java.util.ArrayList;
import java.util.List;

/** Features of one series at an origin, all relative to its level. */
final class SeriesFeatures {
  static final String[] ORIGIN_NAMES = {
    "level",
    "mean-7",
    "mean-14",
    "mean-28",
    "mean-56",
    "mean-112",
    "mean-364",
    "zeros-28",
    "zeros-112",
    "days-since-sale",
    "spread-28",
    "spread-112",
    "age",
    "year-ago",
    "share",
    "price-level",
    "price-year",
    "days-at-price",
    "department",
    "place",
    "outage-days",
    "sold-28",
    "sold-112",
    "sold-year-ago"
  };
  static final String[] DAY_NAMES = {
    "same-weekday-4",
    "same-weekday-8",
    "same-weekday-26",
    "price-change",
    "price-now-year",
    "sold-near-year-ago",
    "new-price-days"
  };

  static final int MOST_NEW_DAYS = 28;

  private SeriesFeatures() {}

  /** All names: of the origin (series, group), then of the day (group, series). */
  static List<String> names() {
    List<String> names = new ArrayList<>(List.of(ORIGIN_NAMES));
    names.addAll(List.of(GroupOutlook.ORIGIN_NAMES));
    names.addAll(List.of(GroupOutlook.DAY_NAMES));
    names.addAll(List.of(DAY_NAMES));
    return List.copyOf(names);
  }

  static int originCount() {
    return ORIGIN_NAMES.length + GroupOutlook.ORIGIN_NAMES.length;
  }

  static int dayCount() {
    return DAY_NAMES.length + GroupOutlook.DAY_NAMES.length;
  }

  static void origin(
      SeriesWindow window,
      PriceRuns prices,
      GroupOutlook group,
      double level,
      int department,
      int place,
      float[] into) {
    SeriesSums own = window.demand;
    SeriesSums sold = window.sold;
    int end = group.origin + 1;
    int k = 0;
    into[k++] = (float) Math.log(level + 1e-3);
    for (int days : new int[] {7, 14, 28, 56, 112, 364}) {
      into[k++] = GroupOutlook.ratio(own.mean(end - days, end, level), level);
    }
    into[k++] = share(sold.zeros(end - 28, end), sold.known(end - 28, end));
    into[k++] = share(own.zeros(end - 112, end), own.known(end - 112, end));
    int last = own.lastSaleBefore(end);
    into[k++] = last == Integer.MIN_VALUE ? 365 : Math.min(365, end - last);
    into[k++] = spread(own, end - 28, end);
    into[k++] = spread(own, end - 112, end);
    into[k++] = Math.min(1000, end - own.firstKnownDay());
    int then = end - 364;
    into[k++] =
        own.known(then - 28, then) < 14
            ? 1
            : (float)
                Math.min(
                    4,
                    (own.mean(then, then + 28, 0) + 0.2 * level + 0.01)
                        / (own.mean(then - 28, then, 0) + 0.2 * level + 0.01));
    into[k++] = (float) (group.level > 0 ? level / group.level : 0);
    double yearPrice = prices.mean(end - 364, end);
    float price = prices.at(end - 1);
    into[k++] = price;
    into[k++] = GroupOutlook.ratio(price, yearPrice);
    into[k++] = Math.min(365, prices.daysAtPrice(end - 1));
    into[k++] = department;
    into[k++] = place;
    into[k++] = window.outageDays;
    into[k++] = GroupOutlook.ratio(sold.mean(end - 28, end, level), level);
    into[k++] = GroupOutlook.ratio(sold.mean(end - 112, end, level), level);
    into[k++] = GroupOutlook.ratio(sold.mean(then - 28, then, level), level);
    System.arraycopy(group.originValues, 0, into, k, group.originValues.length);
  }

  static void days(
      SeriesWindow window, PriceRuns prices, GroupOutlook group, double level, float[][] into) {
    SeriesSums own = window.demand;
    int end = group.origin + 1;
    int k = GroupOutlook.DAY_NAMES.length;
    System.arraycopy(group.dayValues, 0, into, 0, k);
    float price = prices.at(end - 1);
    double yearPrice = prices.mean(end - 364, end);
    int lastSale = window.lastSale();
    for (int h = 0; h < GroupOutlook.DAYS; h++) {
      int day = end + h;
      if (h < 7) {
        double factor = group.profile[Math.floorMod(day, 7)];
        into[k][h] = weekday(own, day, end, 4, level, factor);
        into[k + 1][h] = weekday(own, day, end, 8, level, factor);
        into[k + 2][h] = weekday(own, day, end, 26, level, factor);
      } else {
        into[k][h] = into[k][h - 7];
        into[k + 1][h] = into[k + 1][h - 7];
        into[k + 2][h] = into[k + 2][h - 7];
      }
      float then = prices.at(day);
      into[k + 3][h] = GroupOutlook.ratio(then, price);
      into[k + 4][h] = GroupOutlook.ratio(then, yearPrice);
      into[k + 5][h] =
          GroupOutlook.ratio(window.sold.mean(day - 364 - 7, day - 364 + 8, level), level);
      into[k + 6][h] = Math.min(MOST_NEW_DAYS, prices.daysSinceChange(lastSale, day));
    }
  }

  private static float weekday(
      SeriesSums own, int day, int end, int weeks, double level, double factor) {
    int known = own.weekdayKnown(day, end, weeks);
    double expected = level * factor;
    return GroupOutlook.ratio((own.weekdaySum(day, end, weeks) + expected) / (known + 1), expected);
  }

  private static float share(int part, int of) {
    return of == 0 ? 0.5f : (float) part / of;
  }

  private static float spread(SeriesSums own, int from, int to) {
    int known = own.known(from, to);
    double mean = own.mean(from, to, 0);
    if (known < 7 || mean <= 0) {
      return 1;
    }
    double variance = Math.max(0, own.squareSum(from, to) / known - mean * mean);
    return (float) Math.min(20, variance / mean);
  }
}

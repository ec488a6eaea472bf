package io.gemba.jobs.demand;

import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.Forecaster;
import io.gemba.forecast.OpenDays;
import io.gemba.forecast.TradingDays;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.site.LabourStandard;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Work of a place from the demand of all places it serves.
 *
 * <p>Means add. The spread does not: it is measured on the errors that the same forecast made on
 * the past days of the sum itself, a week ahead, so it holds whatever correlation items and shops
 * have. An hour's units are taken as a draw of the day's: variance p^2 V + p (1 - p) M for share p,
 * day variance V and day mean M.
 */
final class WorkloadRule implements Serializable {
  /** Days of work, from the day after the origin. */
  static final int DAYS = 21;

  private static final long serialVersionUID = 1;
  private static final int STALE_DAYS = 28;
  private static final int LEAD_DAYS = 6;

  private final Site site;
  private final OpenDays openDays;

  WorkloadRule(Site site, OpenDays openDays) {
    this.site = site;
    this.openDays = openDays;
  }

  /**
   * Work of a task on a day.
   *
   * @param task of the labour standards
   * @param day since 1970-01-01
   * @param mean expected units by hour, 24
   * @param units quantiles: {@code units[level][hour]}, levels as {@link Forecaster#LEVELS}
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Work(String task, int day, double[] mean, double[][] units) {}

  /**
   * Work of all tasks of a place.
   *
   * @param totals demand of the places it serves, in any order; those more than 28 days behind the
   *     newest are left out
   * @param planned what planners expect beyond that, by day
   * @return by task, then day; empty when there is no demand or no task
   */
  List<Work> work(
      String workPlace, Collection<PlaceTotals> totals, Collection<PlannedWork> planned) {
    int origin = totals.stream().mapToInt(PlaceTotals::origin).max().orElse(Integer.MIN_VALUE);
    List<PlaceTotals> fresh =
        totals.stream().filter(total -> total.origin() > origin - STALE_DAYS).toList();
    List<LabourStandard> standards =
        site.labour().stream()
            .filter(standard -> standard.place().equals(workPlace))
            .filter(standard -> !standard.task().equals(WorkPlaces.DRIVE))
            .toList();
    if (fresh.isEmpty() || standards.isEmpty()) {
      return List.of();
    }
    Forecaster forecaster = new Forecaster(openDays);
    double fano = forecaster.dayFano(sum(fresh, origin), origin, profile(fresh), LEAD_DAYS);
    double[] shares = HourProfile.shares(site, kind(workPlace), soldByHour(fresh));
    List<Work> work = new ArrayList<>();
    for (int day = origin + 1; day <= origin + DAYS; day++) {
      double mean = 0;
      for (PlaceTotals total : fresh) {
        mean += total.level() * forecaster.factor(day, total.profile());
      }
      for (PlannedWork change : planned) {
        mean += change.on(day);
      }
      Work ofDay = day(day, Math.max(0, mean), fano, shares, forecaster);
      standards.forEach(
          standard -> work.add(new Work(standard.task(), ofDay.day, ofDay.mean, ofDay.units)));
    }
    return work;
  }

  private static Work day(
      int day, double mean, double fano, double[] shares, Forecaster forecaster) {
    double[] means = new double[TradingDays.HOURS];
    double[][] units = new double[Forecaster.LEVELS.size()][TradingDays.HOURS];
    for (int hour = 0; hour < TradingDays.HOURS; hour++) {
      means[hour] = mean * shares[hour];
      double[] quantiles =
          forecaster.quantiles(means[hour], shares[hour] * fano + 1 - shares[hour]);
      for (int level = 0; level < quantiles.length; level++) {
        units[level][hour] = quantiles[level];
      }
    }
    return new Work("", day, means, units);
  }

  private Place.Kind kind(String workPlace) {
    return site.findPlace(workPlace).map(Place::kind).orElse(Place.Kind.STORE);
  }

  private static float[] sum(List<PlaceTotals> totals, int origin) {
    float[] sum = new float[DemandHistory.DAYS];
    for (int i = 0; i < sum.length; i++) {
      int back = sum.length - 1 - i;
      double units = 0;
      boolean isKnown = false;
      for (PlaceTotals total : totals) {
        int index = sum.length - 1 - (back - (origin - total.origin()));
        boolean isInside = index >= 0 && index < sum.length;
        if (isInside && !Float.isNaN(total.values()[index])) {
          units += total.values()[index];
          isKnown = true;
        }
      }
      sum[i] = isKnown ? (float) units : Float.NaN;
    }
    return sum;
  }

  private static WeekdayProfile profile(List<PlaceTotals> totals) {
    double[] factors = new double[WeekdayProfile.DAYS];
    for (PlaceTotals total : totals) {
      double[] own = total.profile().factors();
      IntStream.range(0, factors.length).forEach(i -> factors[i] += total.level() * own[i]);
    }
    return WeekdayProfile.of(factors);
  }

  private static double[] soldByHour(List<PlaceTotals> totals) {
    double[] sum = new double[TradingDays.HOURS];
    for (PlaceTotals total : totals) {
      IntStream.range(0, sum.length).forEach(hour -> sum[hour] += total.soldByHour()[hour]);
    }
    return sum;
  }
}

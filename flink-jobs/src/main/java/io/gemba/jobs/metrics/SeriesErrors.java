package io.gemba.jobs.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Joins the forecasts of one item at one place with its demand, day by day.
 *
 * <p>Of several forecasts of a day the one of the latest origin before it counts. A day's demand is
 * known once its total was stated, or, when only sales are reported, once demand of a later day has
 * come and a forecast counts the day as known: then it is the sum of its sales, none being zero.
 * Days before the first demand that was seen are never known. What comes later corrects the error,
 * which is told again. Days more than {@value #KEPT_DAYS} older than the newest are forgotten. Not
 * thread safe.
 */
final class SeriesErrors {
  static final int KEPT_DAYS = 35;

  private static final int NONE = Integer.MIN_VALUE;

  private final SortedMap<Integer, Day> days;
  private int latestOrigin;
  private int firstDemand;
  private int latestDemand;

  /** The error of one day. */
  record DayError(int day, double actual, double forecast, double model) {}

  SeriesErrors() {
    this(new TreeMap<>(), NONE, Integer.MAX_VALUE, NONE);
  }

  SeriesErrors(SortedMap<Integer, Day> days, int latestOrigin, int firstDemand, int latestDemand) {
    this.days = days;
    this.latestOrigin = latestOrigin;
    this.firstDemand = firstDemand;
    this.latestDemand = latestDemand;
  }

  SortedMap<Integer, Day> days() {
    return days;
  }

  int latestOrigin() {
    return latestOrigin;
  }

  int firstDemand() {
    return firstDemand;
  }

  int latestDemand() {
    return latestDemand;
  }

  /** Takes a forecast in; tells the errors that are new or changed by it, earliest first. */
  List<DayError> forecast(Outlook outlook) {
    int origin = outlook.origin();
    latestOrigin = Math.max(latestOrigin, origin);
    for (int i = 0; i < outlook.mean().size(); i++) {
      day(origin + 1 + i).forecast(origin, outlook.mean().get(i), outlook.model().get(i));
    }
    return settle();
  }

  /** Takes a day's total in; an older revision than the one known is left out. */
  List<DayError> total(int day, int revision, double units) {
    seen(day);
    day(day).total(revision, units);
    return settle();
  }

  /** Takes a sale in; one that was seen is left out. */
  List<DayError> sale(int day, long saleHash, double units) {
    seen(day);
    day(day).sale(saleHash, units);
    return settle();
  }

  private void seen(int day) {
    firstDemand = Math.min(firstDemand, day);
    latestDemand = Math.max(latestDemand, day);
  }

  private Day day(int day) {
    return days.computeIfAbsent(day, unknown -> new Day());
  }

  private List<DayError> settle() {
    int newest = Math.max(latestOrigin, latestDemand);
    days.headMap(newest - KEPT_DAYS).clear();
    List<DayError> errors = new ArrayList<>();
    for (var entry : days.headMap(newest + 1).entrySet()) {
      int day = entry.getKey();
      boolean over = day >= firstDemand && day < latestDemand && day <= latestOrigin;
      entry
          .getValue()
          .news(over)
          .ifPresent(
              news -> errors.add(new DayError(day, news.actual(), news.forecast(), news.model())));
    }
    return errors;
  }
}

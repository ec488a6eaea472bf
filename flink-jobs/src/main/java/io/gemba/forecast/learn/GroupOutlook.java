package io.gemba.forecast.learn;

import io.gemba.forecast.panel.DayKinds;
import io.gemba.forecast.panel.SeriesSums;

/**
 * What the series of a group share at an origin: level, week, season and what the days to come are
 * like. Made once a group and origin, read by all its series.
 */
final class GroupOutlook {
  static final int DAYS = 28;
  static final int EVENT_REACH = 4;
  private static final int FLAG_DAYS = 168;
  private static final int SEASON_HALF = 10;
  static final String[] ORIGIN_NAMES = {
    "group-7/28", "group-28/112", "group-28/364", "group-trend", "flag-share-28", "flag-effect"
  };
  static final String[] DAY_NAMES = {
    "horizon", "weekday", "weekday-factor", "month-day", "flagged", "event", "event-next-in",
    "event-next", "event-last-ago", "event-effect", "event-effect-wide", "season", "season-wide",
        "calendar"
  };

  final int origin;
  final double level;
  final double[] profile;
  final float[] originValues;
  final float[][] dayValues;
  final double[] factors;

  /**
   * @param own sum of the group's series
   * @param wide sum of the series of all groups of the place, or wider
   * @param origin last day known
   */
  GroupOutlook(
      SeriesSums own,
      SeriesSums wide,
      DayKinds kinds,
      String region,
      int origin,
      double[] calendar) {
    this.origin = origin;
    int end = origin + 1;
    this.level = Scale.level(own, end);
    this.profile = Scale.profile(own, end);
    double[] wideProfile = Scale.profile(wide, end);
    double effect = flagEffect(own, kinds, region, end);
    this.originValues =
        new float[] {
          ratio(own.mean(end - 7, end, level), level),
          ratio(level, own.mean(end - 112, end, level)),
          ratio(level, own.mean(end - 364, end, level)),
          ratio(own.mean(end - 28, end, level), own.mean(end - 56, end - 28, level)),
          flagShare(kinds, region, end - 28, end),
          (float) effect
        };
    this.dayValues = new float[DAY_NAMES.length][DAYS];
    this.factors = new double[DAYS];
    for (int h = 0; h < DAYS; h++) {
      int day = end + h;
      int next = nearestEvent(kinds, day, 1);
      int last = nearestEvent(kinds, day, -1);
      factors[h] = calendar[h] * profile[Math.floorMod(day, 7)];
      int k = 0;
      dayValues[k++][h] = h + 1;
      dayValues[k++][h] = Math.floorMod(day + 3, 7);
      dayValues[k++][h] = (float) profile[Math.floorMod(day, 7)];
      dayValues[k++][h] = java.time.LocalDate.ofEpochDay(day).getDayOfMonth();
      dayValues[k++][h] = kinds.isFlagged(region, day) ? 1 : 0;
      dayValues[k++][h] = kinds.eventOn(day);
      dayValues[k++][h] = next == NO_DAY ? 9 : next - day;
      dayValues[k++][h] = next == NO_DAY ? 0 : kinds.eventOn(next);
      dayValues[k++][h] = last == NO_DAY ? 9 : day - last;
      dayValues[k++][h] = eventEffect(own, profile, kinds, day, end);
      dayValues[k++][h] = eventEffect(wide, wideProfile, kinds, day, end);
      dayValues[k++][h] = season(own, day, end);
      dayValues[k++][h] = season(wide, day, end);
      dayValues[k++][h] = (float) calendar[h];
    }
  }

  private static final int NO_DAY = Integer.MIN_VALUE;

  static float ratio(double value, double to) {
    return to > 0 ? (float) Math.max(0, Math.min(8, value / to)) : 1;
  }

  private static int nearestEvent(DayKinds kinds, int day, int step) {
    for (int away = step > 0 ? 0 : 1; away <= 7; away++) {
      if (kinds.eventOn(day + step * away) != DayKinds.NONE) {
        return day + step * away;
      }
    }
    return NO_DAY;
  }

  private static float flagShare(DayKinds kinds, String region, int from, int to) {
    int flagged = 0;
    for (int day = from; day < to; day++) {
      flagged += kinds.isFlagged(region, day) ? 1 : 0;
    }
    return (float) flagged / (to - from);
  }

  /** Mean units of flagged days over those of others, shrunk to 1. */
  private double flagEffect(SeriesSums own, DayKinds kinds, String region, int end) {
    double flagged = 10 * level;
    double flaggedFactors = 10;
    double other = 10 * level;
    double otherFactors = 10;
    for (int day = end - FLAG_DAYS; day < end; day++) {
      float units = own.value(day);
      if (Float.isNaN(units)) {
        continue;
      }
      if (kinds.isFlagged(region, day)) {
        flagged += units;
        flaggedFactors += profile[Math.floorMod(day, 7)];
      } else {
        other += units;
        otherFactors += profile[Math.floorMod(day, 7)];
      }
    }
    return other > 0 ? flagged / flaggedFactors / (other / otherFactors) : 1;
  }

  /** How the same day around the event's last occurrence differed from its weeks; 1 if no event. */
  private static float eventEffect(
      SeriesSums sums, double[] profile, DayKinds kinds, int day, int end) {
    int nearest = NO_DAY;
    for (int away = 0; away <= EVENT_REACH && nearest == NO_DAY; away++) {
      if (kinds.eventOn(day + away) != DayKinds.NONE) {
        nearest = day + away;
      } else if (away <= 2 && kinds.eventOn(day - away) != DayKinds.NONE) {
        nearest = day - away;
      }
    }
    if (nearest == NO_DAY) {
      return 1;
    }
    int before = kinds.previousOf(kinds.eventOn(nearest), nearest);
    if (before == NO_DAY) {
      return 1;
    }
    int analogue = before + day - nearest;
    float units = sums.value(analogue);
    if (Float.isNaN(units) || analogue >= end) {
      return 1;
    }
    double around = sums.mean(analogue - 17, Math.min(end, analogue + 18), 0);
    double expected = around * profile[Math.floorMod(analogue, 7)];
    return expected > 0 ? ratio(units, expected) : 1;
  }

  /** Units around the day a year before over those of the month before the origin then. */
  private static float season(SeriesSums sums, int day, int end) {
    int then = end - Scale.YEAR;
    int around = day - Scale.YEAR;
    if (sums.known(then - 28, then) < 14) {
      return 1;
    }
    int to = Math.min(end, around + SEASON_HALF + 1);
    return ratio(sums.mean(around - SEASON_HALF, to, 0), sums.mean(then - 28, then, 0));
  }
}

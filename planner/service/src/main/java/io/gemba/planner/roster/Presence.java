package io.gemba.planner.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * How much of a roster somebody is there for, leave and sickness taken off.
 *
 * @param ofWeek share of the week in which they miss most, from 0 to 1
 * @param ofRoster share of all days, from 0 to 1
 */
record Presence(double ofWeek, double ofRoster) {
  private static final int WEEK = 7;

  /**
   * Counts days, week by week from the first.
   *
   * @param days of the roster, in order
   * @param isDue whether they work on such a day at all
   * @param isThere whether they can on this one
   */
  static Presence of(
      List<LocalDate> days, Predicate<LocalDate> isDue, Predicate<LocalDate> isThere) {
    double least = 1;
    for (int from = 0; from < days.size(); from += WEEK) {
      least =
          Math.min(
              least, share(days.subList(from, Math.min(from + WEEK, days.size())), isDue, isThere));
    }
    return new Presence(least, share(days, isDue, isThere));
  }

  private static double share(
      List<LocalDate> days, Predicate<LocalDate> isDue, Predicate<LocalDate> isThere) {
    long due = days.stream().filter(isDue).count();
    return due == 0 ? 1 : (double) days.stream().filter(isDue).filter(isThere).count() / due;
  }
}

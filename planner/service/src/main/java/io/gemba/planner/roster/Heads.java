package io.gemba.planner.roster;

import java.util.ArrayList;
import java.util.List;

/**
 * Whole people for fractions of work. Rounding every hour up would pay for work that is not there,
 * so what does not fill an hour of one person waits for the next hour; the last hour with work
 * takes what is left. Thus a day has at most one head-hour more than its work, unless a least
 * number of people asks for more.
 */
final class Heads {
  private static final double NOTHING = 1e-9;

  private Heads() {}

  /**
   * Rounds a day to whole people.
   *
   * @param hours hours of one person's work that come in each hour of the day, none negative
   * @param minimum people who must be there while there is work
   * @return people needed in each hour, same length
   */
  static List<Integer> of(double[] hours, int minimum) {
    int last = last(hours);
    List<Integer> heads = new ArrayList<>(hours.length);
    double waiting = 0;
    for (int hour = 0; hour < hours.length; hour++) {
      double work = hours[hour] + waiting;
      int whole = (int) Math.floor(work + NOTHING);
      int needed = hour == last ? (int) Math.ceil(work - NOTHING) : whole;
      boolean open = hour <= last && hours[hour] > NOTHING;
      int there = Math.max(needed, open ? minimum : 0);
      waiting = Math.max(0, work - there);
      heads.add(there);
    }
    return heads;
  }

  private static int last(double[] hours) {
    for (int hour = hours.length - 1; hour >= 0; hour--) {
      if (hours[hour] > NOTHING) {
        return hour;
      }
    }
    return -1;
  }
}

package io.gemba.jobs.demand;

import java.util.List;

/**
 * Units that planners expect of an item at a place beyond the model, or short of it.
 *
 * @param workPlace place that has work with them
 * @param series {@code item@place}
 * @param firstDay first of the days, since 1970-01-01
 * @param units a day, below 0 where less is expected
 */
record PlannedWork(String workPlace, String series, int firstDay, List<Double> units) {
  PlannedWork {
    units = List.copyOf(units);
  }

  /** Units of a day, 0 outside of the days. */
  double on(int day) {
    int at = day - firstDay;
    return at >= 0 && at < units.size() ? units.get(at) : 0;
  }

  /** Whether it changes no day. */
  boolean saysNothing() {
    return units.stream().allMatch(each -> each == 0);
  }

  /** Whether all days are before a day. */
  boolean isBefore(int day) {
    return firstDay + units.size() <= day;
  }
}

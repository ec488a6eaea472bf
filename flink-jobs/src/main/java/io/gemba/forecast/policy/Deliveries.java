package io.gemba.forecast.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * On which days a source delivers, and how long it takes.
 *
 * @param leadDays days from order to arrival, 0 or more
 * @param weekdays days it delivers on; empty means every day
 */
public record Deliveries(int leadDays, List<DayOfWeek> weekdays) {

  /** Copies the days. */
  public Deliveries {
    weekdays = List.copyOf(weekdays);
  }

  /** The day goods arrive that are ordered on {@code day}. */
  int arrivalOfOrderOn(int day) {
    return firstFrom(day + leadDays);
  }

  /** The next day goods can arrive after {@code day}. */
  int nextAfter(int day) {
    return firstFrom(day + 1);
  }

  private int firstFrom(int day) {
    int candidate = day;
    while (!weekdays.isEmpty()
        && !weekdays.contains(LocalDate.ofEpochDay(candidate).getDayOfWeek())) {
      candidate++;
    }
    return candidate;
  }
}

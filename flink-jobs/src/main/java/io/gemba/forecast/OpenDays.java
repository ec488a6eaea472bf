package io.gemba.forecast;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days anything can be sold at all. Closed days carry no demand and teach nothing.
 *
 * @param closedDays days since 1970-01-01
 */
public record OpenDays(Set<Integer> closedDays) implements Serializable {
  private static final int THURSDAY = 3;

  /** Copies the days. */
  public OpenDays {
    closedDays = Set.copyOf(closedDays);
  }

  /** Open every day but the given ones. */
  public static OpenDays except(Set<LocalDate> closed) {
    return new OpenDays(
        closed.stream().map(day -> (int) day.toEpochDay()).collect(Collectors.toSet()));
  }

  /** Whether something can be sold on the day. */
  public boolean isOpen(int day) {
    return !closedDays.contains(day);
  }

  /** Day of the week: 0 is Monday. 1970-01-01 was a Thursday. */
  static int weekday(int day) {
    return Math.floorMod(day + THURSDAY, WeekdayProfile.DAYS);
  }
}

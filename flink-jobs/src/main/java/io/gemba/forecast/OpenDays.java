package io.gemba.forecast;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;

/** Which days anything can be sold at all. Closed days carry no demand and teach nothing. */
public final class OpenDays implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int THURSDAY = 3;

  private final int[] closedDays;

  private OpenDays(int[] closedDays) {
    this.closedDays = closedDays;
  }

  /** Open every day but the given ones. */
  public static OpenDays except(Set<LocalDate> closed) {
    return new OpenDays(closed.stream().mapToInt(day -> (int) day.toEpochDay()).sorted().toArray());
  }

  /**
   * Whether something can be sold on the day.
   *
   * @param day since 1970-01-01
   */
  public boolean isOpen(int day) {
    return Arrays.binarySearch(closedDays, day) < 0;
  }

  /** Day of the week: 0 is Monday. 1970-01-01 was a Thursday. */
  static int weekday(int day) {
    return Math.floorMod(day + THURSDAY, WeekdayProfile.DAYS);
  }
}

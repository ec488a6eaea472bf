package io.gemba.rosters.model;

import io.gemba.rosters.RosterRequest.Shift;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A shift worked for a skill, or the free day. Immutable, compared by identity. */
public final class Duty {
  /** The free day. */
  public static final Duty OFF = new Duty(null, null, 0, 0, 0);

  private static final int HOUR_MINUTES = 60;
  private static final int DAY_HOURS = 24;

  private final @Nullable String shift;
  private final @Nullable String skill;
  private final int startMinute;
  private final int lengthMinutes;
  private final int paidMinutes;
  private final int[] minutesByHour = new int[2 * DAY_HOURS];

  private Duty(
      @Nullable String shift,
      @Nullable String skill,
      int startMinute,
      int lengthMinutes,
      int paidMinutes) {
    this.shift = shift;
    this.skill = skill;
    this.startMinute = startMinute;
    this.lengthMinutes = lengthMinutes;
    this.paidMinutes = paidMinutes;
    for (int hour = 0; hour < minutesByHour.length; hour++) {
      int from = Math.max(hour * HOUR_MINUTES, startMinute);
      int to = Math.min((hour + 1) * HOUR_MINUTES, startMinute + lengthMinutes);
      minutesByHour[hour] = Math.max(0, to - from);
    }
  }

  /** A shift worked for a skill. */
  public static Duty of(Shift shift, String skill) {
    return new Duty(
        shift.code(),
        skill,
        shift.start().toSecondOfDay() / HOUR_MINUTES,
        shift.lengthMinutes(),
        shift.paidMinutes());
  }

  /** Whether it is work at all. */
  public boolean isWork() {
    return shift != null;
  }

  /** Code of the shift; null = free. */
  public @Nullable String shift() {
    return shift;
  }

  /** Skill it is worked for; null = free. */
  public @Nullable String skill() {
    return skill;
  }

  /** Minutes from midnight to its start. */
  public int startMinute() {
    return startMinute;
  }

  /** Minutes from start to end, break included. */
  public int lengthMinutes() {
    return lengthMinutes;
  }

  /** Minutes that are paid. */
  public int paidMinutes() {
    return paidMinutes;
  }

  /** Minutes worked in each hour of the day it begins, 24, a copy. */
  public int[] firstDayMinutes() {
    return Arrays.copyOf(minutesByHour, DAY_HOURS);
  }

  /** Minutes worked in each hour of the day after, 24, a copy. */
  public int[] nextDayMinutes() {
    return Arrays.copyOfRange(minutesByHour, DAY_HOURS, 2 * DAY_HOURS);
  }

  @Override
  public String toString() {
    return shift == null ? "free" : shift + "/" + skill;
  }
}

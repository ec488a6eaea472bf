package io.gemba.rosters.model;

import io.gemba.rosters.Contract.Pattern;
import io.gemba.rosters.RosterRequest.Break;
import io.gemba.rosters.RosterRequest.Shift;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shift worked for a skill, or the free day. Immutable, compared by identity. */
public final class Duty {
  private static final int HOUR_MINUTES = 60;
  private static final int DAY_MINUTES = 24 * HOUR_MINUTES;
  private static final List<Integer> INTERVALS = List.of(60, 30, 20, 15);

  /** The free day; after the constants that making it reads. */
  public static final Duty OFF = new Duty(null, null);

  private final @Nullable Shift shift;
  private final @Nullable String skill;
  private final int startMinute;
  private final int lengthMinutes;
  private final int paidMinutes;
  private final boolean night;

  /** Minutes that cover demand by length of interval and day: {@code [interval][day][number]}. */
  private final int[][][] minutes = new int[INTERVALS.size()][2][];

  private Duty(@Nullable Shift shift, @Nullable String skill) {
    this.shift = shift;
    this.skill = skill;
    startMinute = shift == null ? 0 : shift.start().toSecondOfDay() / HOUR_MINUTES;
    lengthMinutes = shift == null ? 0 : shift.lengthMinutes();
    paidMinutes = shift == null ? 0 : shift.paidMinutes();
    night = shift != null && shift.isNight();
    for (int length = 0; length < minutes.length; length++) {
      for (int day = 0; day < 2; day++) {
        minutes[length][day] = count(INTERVALS.get(length), day);
      }
    }
  }

  private int[] count(int interval, int day) {
    int[] counted = new int[DAY_MINUTES / interval];
    boolean[] covers = new boolean[2 * DAY_MINUTES];
    Arrays.fill(covers, startMinute, startMinute + lengthMinutes, true);
    if (shift != null) {
      for (Break pause : shift.breaks()) {
        int begins = startMinute + pause.afterMinutes();
        Arrays.fill(covers, begins, begins + pause.minutes(), false);
      }
    }
    for (int minute = 0; minute < DAY_MINUTES; minute++) {
      counted[minute / interval] += covers[day * DAY_MINUTES + minute] ? 1 : 0;
    }
    return counted;
  }

  /** A shift worked for a skill. */
  public static Duty of(Shift shift, String skill) {
    return new Duty(shift, skill);
  }

  /** Whether it is work at all. */
  public boolean isWork() {
    return shift != null;
  }

  /** Whether it is night work. */
  public boolean isNight() {
    return night;
  }

  /** Code of the shift; null = free. */
  public @Nullable String shift() {
    return shift == null ? null : shift.code();
  }

  /** Code of the shift, or that of a free day in sequences. */
  public String code() {
    return shift == null ? Pattern.FREE : shift.code();
  }

  /** Skill it is worked for; null = free. */
  public @Nullable String skill() {
    return skill;
  }

  /** Minutes from midnight to its start. */
  public int startMinute() {
    return startMinute;
  }

  /** Minutes from start to end, breaks included. */
  public int lengthMinutes() {
    return lengthMinutes;
  }

  /** Minutes that are paid. */
  public int paidMinutes() {
    return paidMinutes;
  }

  /**
   * Minutes that cover demand in each interval of the day it begins.
   *
   * @param interval minutes of an interval: 60, 30, 20 or 15
   * @return not to be changed
   */
  public int[] firstDayMinutes(int interval) {
    return minutes[INTERVALS.indexOf(interval)][0];
  }

  /** The same of the day after. */
  public int[] nextDayMinutes(int interval) {
    return minutes[INTERVALS.indexOf(interval)][1];
  }

  @Override
  public String toString() {
    return shift == null ? "free" : shift.code() + "/" + skill;
  }
}

package io.gemba.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * On which days an item was not on the shelf of a place, as counts and movements of stock tell: a
 * zero on such a day is missing, not demand.
 *
 * <p>A day is without stock if nothing told of a unit on it and it began empty or was found empty.
 * It begins empty if what was last seen before was a count of 0, for {@value #CARRIED_DAYS} days at
 * most: longer ago it is not sold there any more. A sale tells of stock too. A shelf that movements
 * alone emptied is not known to be empty before a count says so.
 *
 * <p>Each piece of evidence is kept as the day's latest, by minute, and as "there was some": the
 * order of arrival does not matter, nor do repeats. Layout: a ring of 768 days of 2 bytes (bit 13
 * seen, 12 some, 11 some at last, 10 to 0 minute of the last); 1,540 bytes. Not thread safe.
 */
public final class ShelfDays {
  /** How long an empty shelf is taken for empty without being looked at. */
  public static final int CARRIED_DAYS = 112;

  private static final int DAYS = DemandHistory.DAYS;
  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int SEEN = 1 << 13;
  private static final int SOME = 1 << 12;
  private static final int SOME_AT_LAST = 1 << 11;
  private static final int MINUTE = SOME_AT_LAST - 1;

  private final short[] days = new short[DAYS];
  private int newestDay = NO_DAY;

  /**
   * Takes what was seen.
   *
   * @param day since 1970-01-01
   * @param minute of the day, 0 to 1439; of two in a minute, stock counts
   * @param isStocked whether there was any
   * @return whether it may change which days are without stock, or which is the first with any
   */
  public boolean add(int day, int minute, boolean isStocked) {
    if (newestDay != NO_DAY && day <= newestDay - DAYS) {
      return false;
    }
    boolean isFirst = isStocked && (on(day) & SOME) == 0 && firstStockedDay() > day;
    boolean wasWithout = isWithout(day);
    boolean endedEmpty = endsEmpty(day);
    openTo(day);
    int before = days[slot(day)];
    int some = isStocked ? SOME | SOME_AT_LAST : 0;
    boolean isLatest =
        (before & SEEN) == 0
            || minute > (before & MINUTE)
            || (minute == (before & MINUTE) && isStocked);
    int latest = isLatest ? (some & SOME_AT_LAST) | minute : before & (SOME_AT_LAST | MINUTE);
    days[slot(day)] = (short) (SEEN | (before & SOME) | (some & SOME) | latest);
    return isFirst || isWithout(day) != wasWithout || endsEmpty(day) != endedEmpty;
  }

  /** The first day of those kept that had stock; {@code Integer.MAX_VALUE} if none had. */
  public int firstStockedDay() {
    for (int day = newestDay - DAYS + 1; newestDay != NO_DAY && day <= newestDay; day++) {
      if ((days[slot(day)] & SOME) != 0) {
        return day;
      }
    }
    return Integer.MAX_VALUE;
  }

  /**
   * Makes the zeros of days without stock unknown.
   *
   * @param values units by day, oldest first
   * @param origin day of the last value
   */
  public void leaveOut(float[] values, int origin) {
    int emptyUntil = NO_DAY;
    for (int i = 0; newestDay != NO_DAY && i < values.length; i++) {
      int day = origin - values.length + 1 + i;
      int seen = on(day);
      boolean isSold = values[i] > 0;
      boolean isWithout = seen == 0 ? day <= emptyUntil : (seen & SOME) == 0;
      if (isWithout && values[i] == 0) {
        values[i] = Float.NaN;
      }
      if (seen != 0) {
        emptyUntil = (seen & SOME_AT_LAST) == 0 ? day + CARRIED_DAYS : NO_DAY;
      } else if (isSold) {
        emptyUntil = NO_DAY;
      }
    }
  }

  /** Days that share nothing with these. */
  public ShelfDays copy() {
    ShelfDays copy = new ShelfDays();
    System.arraycopy(days, 0, copy.days, 0, DAYS);
    copy.newestDay = newestDay;
    return copy;
  }

  /** Writes all; equal days give equal bytes. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(newestDay);
    byte[] bytes = new byte[DAYS * Short.BYTES];
    for (int i = 0; i < DAYS; i++) {
      bytes[2 * i] = (byte) (days[i] >> Byte.SIZE);
      bytes[2 * i + 1] = (byte) days[i];
    }
    out.write(bytes);
  }

  /** Reads what {@link #write} wrote. */
  public static ShelfDays read(DataInput in) throws IOException {
    ShelfDays shelf = new ShelfDays();
    shelf.newestDay = in.readInt();
    for (int i = 0; i < DAYS; i++) {
      shelf.days[i] = in.readShort();
    }
    return shelf;
  }

  private boolean isWithout(int day) {
    int seen = on(day);
    return seen == 0 ? endsEmpty(day - 1) : (seen & SOME) == 0;
  }

  /** Whether the last that was seen up to a day was an empty shelf. */
  private boolean endsEmpty(int day) {
    for (int back = 0; back < CARRIED_DAYS; back++) {
      int seen = on(day - back);
      if (seen != 0) {
        return (seen & SOME_AT_LAST) == 0;
      }
    }
    return false;
  }

  private int on(int day) {
    boolean isKept = newestDay != NO_DAY && day <= newestDay && day > newestDay - DAYS;
    return isKept ? days[slot(day)] : 0;
  }

  private void openTo(int day) {
    if (newestDay != NO_DAY && day <= newestDay) {
      return;
    }
    if (newestDay == NO_DAY || day - newestDay >= DAYS) {
      Arrays.fill(days, (short) 0);
    } else {
      for (int next = newestDay + 1; next <= day; next++) {
        days[slot(next)] = 0;
      }
    }
    newestDay = day;
  }

  private static int slot(int day) {
    return Math.floorMod(day, DAYS);
  }
}

package io.gemba.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * On which days a place sold anything, and at which hours. The newest such day is still open; all
 * before it are complete. The order of sales does not matter. Rings of 768 days (96 bytes) and of
 * 14 days x 24 hours (2,688 bytes). Not thread safe.
 */
public final class TradingDays {
  /** Hours of a day. */
  public static final int HOURS = 24;

  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int DAYS = DemandHistory.DAYS;
  private static final int HOUR_DAYS = DemandHistory.SALE_DAYS;

  private final long[] soldBits = new long[DAYS / Long.SIZE];
  private final long[][] hourThousandths = new long[HOUR_DAYS][HOURS];
  private int firstDay = NO_DAY;
  private int newestDay = NO_DAY;

  /**
   * Takes a sale.
   *
   * @param hour of the day in the site's zone, 0 to 23
   * @return whether it opened a new day, and so completed the days before it
   */
  public boolean add(int day, int hour, double quantity) {
    boolean opensDay = newestDay == NO_DAY || day > newestDay;
    if (opensDay) {
      openDay(day);
    }
    if (day <= newestDay - DAYS) {
      return false;
    }
    firstDay = firstDay == NO_DAY ? day : Math.min(firstDay, day);
    soldBits[word(day)] |= bit(day);
    if (day > newestDay - HOUR_DAYS) {
      hourThousandths[Math.floorMod(day, HOUR_DAYS)][hour] += Math.round(quantity * 1000);
    }
    return opensDay;
  }

  /** The day before the newest with a sale; {@code Integer.MIN_VALUE} if nothing was ever sold. */
  public int lastCompleteDay() {
    return newestDay == NO_DAY ? NO_DAY : newestDay - 1;
  }

  /** Whether anything was sold on a day of the last 768. */
  public boolean soldOn(int day) {
    return newestDay != NO_DAY
        && day <= newestDay
        && day > newestDay - DAYS
        && (soldBits[word(day)] & bit(day)) != 0;
  }

  /**
   * Units sold by hour on the complete days of the last 14. The very first day counts as
   * incomplete, because sales may have begun to arrive in the middle of it.
   *
   * @return 24 numbers of units
   */
  public double[] unitsByHour() {
    double[] byHour = new double[HOURS];
    if (newestDay == NO_DAY) {
      return byHour;
    }
    for (int day = Math.max(firstDay + 1, newestDay - HOUR_DAYS + 1); day < newestDay; day++) {
      for (int hour = 0; hour < HOURS; hour++) {
        byHour[hour] += hourThousandths[Math.floorMod(day, HOUR_DAYS)][hour] / 1000.0;
      }
    }
    return byHour;
  }

  /** Days that share nothing with these. */
  public TradingDays copy() {
    TradingDays copy = new TradingDays();
    System.arraycopy(soldBits, 0, copy.soldBits, 0, soldBits.length);
    for (int i = 0; i < HOUR_DAYS; i++) {
      copy.hourThousandths[i] = hourThousandths[i].clone();
    }
    copy.firstDay = firstDay;
    copy.newestDay = newestDay;
    return copy;
  }

  /** Writes all; equal days give equal bytes. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(firstDay);
    out.writeInt(newestDay);
    for (long bits : soldBits) {
      out.writeLong(bits);
    }
    for (long[] hours : hourThousandths) {
      for (long thousandths : hours) {
        out.writeLong(thousandths);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static TradingDays read(DataInput in) throws IOException {
    TradingDays days = new TradingDays();
    days.firstDay = in.readInt();
    days.newestDay = in.readInt();
    for (int i = 0; i < days.soldBits.length; i++) {
      days.soldBits[i] = in.readLong();
    }
    for (long[] hours : days.hourThousandths) {
      for (int hour = 0; hour < HOURS; hour++) {
        hours[hour] = in.readLong();
      }
    }
    return days;
  }

  private void openDay(int day) {
    int first = newestDay == NO_DAY ? day - DAYS + 1 : Math.max(newestDay + 1, day - DAYS + 1);
    for (int next = first; next <= day; next++) {
      soldBits[word(next)] &= ~bit(next);
      Arrays.fill(hourThousandths[Math.floorMod(next, HOUR_DAYS)], 0);
    }
    newestDay = day;
  }

  private static int word(int day) {
    return Math.floorMod(day, DAYS) / Long.SIZE;
  }

  private static long bit(int day) {
    return 1L << (Math.floorMod(day, DAYS) % Long.SIZE);
  }
}

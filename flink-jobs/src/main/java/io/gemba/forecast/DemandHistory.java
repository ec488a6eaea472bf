package io.gemba.forecast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * The last 768 days (over two years) of one item at one place. A day is a number: days since
 * 1970-01-01 in the site's zone.
 *
 * <p>A day's total replaces its sales, whichever comes first; among totals the highest revision
 * counts, and among equal revisions the larger, so that the order of arrival never matters. Sales
 * add once by id, for 14 days back from the newest day; later only a total can change a day. Sales
 * are summed in thousandths of a unit, because a sum of floats would depend on their order.
 *
 * <p>Layout: two rings of 768, indexed by day modulo 768, 6,144 bytes; and for each of the last 14
 * days that had sales 8 bytes and 16 to 32 bytes a sale. Not thread safe.
 */
public final class DemandHistory {
  /** Days kept. */
  public static final int DAYS = 768;

  /** Days, counted back from the newest, in which a sale is still taken. */
  public static final int SALE_DAYS = 14;

  /** Most sales of a day; more must come as a total. */
  public static final int SALES_A_DAY = 100_000;

  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int NO_TOTAL = -1;
  private static final double THOUSANDTHS = 1000;

  private final float[] units = new float[DAYS];
  private final int[] revisions = new int[DAYS];
  private final TreeMap<Integer, SalesOfDay> sales = new TreeMap<>();
  private int newestDay = NO_DAY;
  private int newestTotalDay = NO_DAY;

  /** What a record did. */
  public enum Outcome {
    /** The day's units are others now. */
    CHANGED,
    /** A new sale of a day whose total is known: the units stay. */
    COVERED,
    /** Nothing new. */
    REPEATED,
    /** Older than what is kept; nothing changed. */
    TOO_OLD,
    /** The day has {@link #SALES_A_DAY} sales; nothing changed. */
    TOO_MANY
  }

  /** A history without a day. */
  public DemandHistory() {
    Arrays.fill(units, Float.NaN);
    Arrays.fill(revisions, NO_TOTAL);
  }

  /** Takes the total of a day. */
  public Outcome addTotal(int day, double total, int revision) {
    if (!advanceTo(day)) {
      return Outcome.TOO_OLD;
    }
    int slot = slot(day);
    float value = (float) total;
    boolean isNews =
        revision > revisions[slot] || (revision == revisions[slot] && value > units[slot]);
    if (!isNews) {
      return Outcome.REPEATED;
    }
    boolean movesOrigin = day > newestTotalDay;
    boolean changes = movesOrigin || revisions[slot] == NO_TOTAL || units[slot] != value;
    newestTotalDay = Math.max(newestTotalDay, day);
    revisions[slot] = revision;
    units[slot] = value;
    return changes ? Outcome.CHANGED : Outcome.REPEATED;
  }

  /**
   * Takes one sale, or a return.
   *
   * @param quantity units, below 0 of a return; a day's sum below 0 counts as none wanted
   */
  public Outcome addSale(int day, double quantity, String id) {
    if (newestDay != NO_DAY && day <= newestDay - SALE_DAYS) {
      return Outcome.TOO_OLD;
    }
    advanceTo(day);
    SalesOfDay ofDay = sales.computeIfAbsent(day, absent -> new SalesOfDay());
    if (ofDay.ids.contains(id)) {
      return Outcome.REPEATED;
    }
    if (ofDay.ids.size() >= SALES_A_DAY) {
      return Outcome.TOO_MANY;
    }
    ofDay.ids.add(id);
    ofDay.thousandths += Math.round(quantity * THOUSANDTHS);
    int slot = slot(day);
    if (revisions[slot] != NO_TOTAL) {
      return Outcome.COVERED;
    }
    units[slot] = (float) (Math.max(0, ofDay.thousandths) / THOUSANDTHS);
    return Outcome.CHANGED;
  }

  /** Whether no day was ever seen. */
  public boolean isEmpty() {
    return newestDay == NO_DAY;
  }

  /** The newest day with a sale or a total; {@code Integer.MIN_VALUE} when empty. */
  public int newestDay() {
    return newestDay;
  }

  /**
   * The last day whose demand is complete: stated by a total, or followed by a day on which the
   * place sold something.
   *
   * @return {@code Integer.MIN_VALUE} if there is none
   */
  public int origin(TradingDays trading) {
    return Math.max(newestTotalDay, trading.lastCompleteDay());
  }

  /**
   * Units of the days up to and with {@code origin}, oldest first. A day without a record is 0 if
   * the place sold other things on it after this item's first known day, else unknown.
   *
   * @return {@link #DAYS} values, {@code NaN} where unknown
   */
  public float[] valuesUpTo(int origin, TradingDays trading) {
    return valuesUpTo(origin, trading, Integer.MAX_VALUE);
  }

  /**
   * As {@link #valuesUpTo(int, TradingDays)}, of an item that was on the shelf before it was sold.
   *
   * @param listedFrom day from which it was for sale
   */
  public float[] valuesUpTo(int origin, TradingDays trading, int listedFrom) {
    float[] values = new float[DAYS];
    boolean isListed = false;
    for (int i = 0; i < DAYS; i++) {
      int day = origin - DAYS + 1 + i;
      boolean isKept = !isEmpty() && day <= newestDay && day > newestDay - DAYS;
      float known = isKept ? units[slot(day)] : Float.NaN;
      isListed |= !Float.isNaN(known) || day >= listedFrom;
      boolean soldNone = Float.isNaN(known) && isListed && trading.soldOn(day);
      values[i] = soldNone ? 0 : known;
    }
    return values;
  }

  /** A history that shares nothing with this one. */
  public DemandHistory copy() {
    DemandHistory copy = new DemandHistory();
    System.arraycopy(units, 0, copy.units, 0, DAYS);
    System.arraycopy(revisions, 0, copy.revisions, 0, DAYS);
    sales.forEach((day, ofDay) -> copy.sales.put(day, ofDay.copy()));
    copy.newestDay = newestDay;
    copy.newestTotalDay = newestTotalDay;
    return copy;
  }

  /** Writes the whole history; equal histories give equal bytes. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(newestDay);
    out.writeInt(newestTotalDay);
    // in one piece: state is written at every checkpoint, and number by number that is slow
    ByteBuffer ring = ByteBuffer.allocate(DAYS * (Float.BYTES + Integer.BYTES));
    for (int i = 0; i < DAYS; i++) {
      ring.putFloat(units[i]).putInt(revisions[i]);
    }
    out.write(ring.array());
    out.writeInt(sales.size());
    for (var entry : sales.entrySet()) {
      out.writeInt(entry.getKey());
      out.writeLong(entry.getValue().thousandths);
      entry.getValue().ids.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static DemandHistory read(DataInput in) throws IOException {
    DemandHistory history = new DemandHistory();
    history.newestDay = in.readInt();
    history.newestTotalDay = in.readInt();
    for (int i = 0; i < DAYS; i++) {
      history.units[i] = in.readFloat();
      history.revisions[i] = in.readInt();
    }
    int saleDays = in.readInt();
    for (int i = 0; i < saleDays; i++) {
      int day = in.readInt();
      SalesOfDay ofDay = new SalesOfDay();
      ofDay.thousandths = in.readLong();
      ofDay.ids = SaleIds.read(in);
      history.sales.put(day, ofDay);
    }
    return history;
  }

  private boolean advanceTo(int day) {
    if (newestDay != NO_DAY && day <= newestDay) {
      return day > newestDay - DAYS;
    }
    int first = newestDay == NO_DAY ? day : Math.max(newestDay + 1, day - DAYS + 1);
    for (int next = first; next <= day; next++) {
      units[slot(next)] = Float.NaN;
      revisions[slot(next)] = NO_TOTAL;
    }
    newestDay = day;
    sales.headMap(day - SALE_DAYS, true).clear();
    return true;
  }

  private static int slot(int day) {
    return Math.floorMod(day, DAYS);
  }

  private static final class SalesOfDay {
    private long thousandths;
    private SaleIds ids = new SaleIds();

    private SalesOfDay copy() {
      SalesOfDay copy = new SalesOfDay();
      copy.thousandths = thousandths;
      copy.ids = ids.copy();
      return copy;
    }
  }
}

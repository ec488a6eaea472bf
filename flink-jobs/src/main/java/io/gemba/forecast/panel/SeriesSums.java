package io.gemba.forecast.panel;

/**
 * A series with its running sums, so that the mean of any window costs a subtraction. Days are
 * counted from 1970-01-01; windows are half open and cut to the days known.
 *
 * <p>Layout: arrays of days + 1; entry i holds the sum of the i days before; weekday sums of stride
 * 7 hold entry i = values[i - 1] + entry[i - 7]. 44 bytes a day.
 */
public final class SeriesSums {
  private static final int WEEK = 7;

  private final int firstDay;
  private final int days;
  private final float[] values;
  private final double[] sums;
  private final double[] squares;
  private final int[] known;
  private final int[] zeros;
  private final double[] weekdaySums;
  private final int[] weekdayKnown;
  private final int[] lastSales;
  private final int firstKnown;

  /**
   * @param values units by day, oldest first, {@code NaN} where unknown
   * @param firstDay day of the first value
   */
  public SeriesSums(float[] values, int firstDay) {
    this.firstDay = firstDay;
    this.days = values.length;
    this.values = values;
    this.sums = new double[days + 1];
    this.squares = new double[days + 1];
    this.known = new int[days + 1];
    this.zeros = new int[days + 1];
    this.weekdaySums = new double[days + 1];
    this.weekdayKnown = new int[days + 1];
    this.lastSales = new int[days + 1];
    lastSales[0] = Integer.MIN_VALUE;
    int first = days;
    for (int i = 0; i < days; i++) {
      boolean isKnown = !Float.isNaN(values[i]);
      double units = isKnown ? values[i] : 0;
      first = isKnown ? Math.min(first, i) : first;
      sums[i + 1] = sums[i] + units;
      squares[i + 1] = squares[i] + units * units;
      known[i + 1] = known[i] + (isKnown ? 1 : 0);
      zeros[i + 1] = zeros[i] + (isKnown && units == 0 ? 1 : 0);
      weekdaySums[i + 1] = units + (i >= WEEK ? weekdaySums[i + 1 - WEEK] : 0);
      weekdayKnown[i + 1] = (isKnown ? 1 : 0) + (i >= WEEK ? weekdayKnown[i + 1 - WEEK] : 0);
      lastSales[i + 1] = units > 0 ? firstDay + i : lastSales[i];
    }
    this.firstKnown = firstDay + first;
  }

  /** The day of the first value. */
  public int firstDay() {
    return firstDay;
  }

  /** The day after the last value. */
  public int endDay() {
    return firstDay + days;
  }

  /** The first day whose units are known; {@link #endDay} if none is. */
  public int firstKnownDay() {
    return firstKnown;
  }

  /** Units of a day; {@code NaN} if unknown. */
  public float value(int day) {
    int i = day - firstDay;
    return i < 0 || i >= days ? Float.NaN : values[i];
  }

  /** Units of the window's known days. */
  public double sum(int from, int to) {
    return sums[index(to)] - sums[index(from)];
  }

  /** Squared units of the window's known days. */
  public double squareSum(int from, int to) {
    return squares[index(to)] - squares[index(from)];
  }

  /** Days of the window whose units are known. */
  public int known(int from, int to) {
    return known[index(to)] - known[index(from)];
  }

  /** Days of the window on which nothing was sold. */
  public int zeros(int from, int to) {
    return zeros[index(to)] - zeros[index(from)];
  }

  /** Mean of the window's known days, or {@code otherwise} when none is known. */
  public double mean(int from, int to, double otherwise) {
    int count = known(from, to);
    return count == 0 ? otherwise : sum(from, to) / count;
  }

  /**
   * Units of the last {@code weeks} days before {@code before} that are whole weeks away from
   * {@code day}.
   */
  public double weekdaySum(int day, int before, int weeks) {
    return stride(weekdaySums, day, before, weeks);
  }

  /** How many of the days of {@link #weekdaySum} are known. */
  public int weekdayKnown(int day, int before, int weeks) {
    int end = weekdayEnd(day, before);
    int start = end - WEEK * weeks;
    return (end <= 0 ? 0 : weekdayKnown[end]) - (start <= 0 ? 0 : weekdayKnown[start]);
  }

  /** The last day before {@code day} with a sale; {@code Integer.MIN_VALUE} if there is none. */
  public int lastSaleBefore(int day) {
    return lastSales[index(day)];
  }

  private double stride(double[] strided, int day, int before, int weeks) {
    int end = weekdayEnd(day, before);
    int start = end - WEEK * weeks;
    return (end <= 0 ? 0 : strided[end]) - (start <= 0 ? 0 : strided[start]);
  }

  private int weekdayEnd(int day, int before) {
    int last = Math.min(before, endDay()) - 1;
    return last - Math.floorMod(last - day, WEEK) - firstDay + 1;
  }

  private int index(int day) {
    return Math.max(0, Math.min(days, day - firstDay));
  }
}

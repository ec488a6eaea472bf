package io.gemba.rosters.engine;

/**
 * Weekends that should be worked wholly and by one kind of shift, and how many of them in a row.
 * The state holds the values of the weekend so far and how many weekends before it were worked.
 *
 * @param length days of a weekend, 2 or 3
 * @param firstClass class of its first day; the others follow
 * @param values how many values a day can hold
 * @param least least weekends in a row, 0 = no limit
 * @param most most weekends in a row, large = no limit
 * @param prices packed prices
 */
public record Weekends(int length, int firstClass, int values, int least, int most, Prices prices)
    implements SequenceRule {
  private static final int WEEK_DAYS = 7;
  private static final int NO_LIMIT = 1_000;

  /**
   * Packed prices.
   *
   * @param incomplete of each day between a border of the weekend and work that does not reach it
   * @param different of each weekend day that a kind of shift worked in it does not have
   * @param tooFew of each weekend that a run of worked weekends lacks
   * @param tooMany of each weekend beyond the most
   */
  public record Prices(long incomplete, long different, long tooFew, long tooMany) {}

  @Override
  public int initial() {
    return 0;
  }

  private int position(int dayClass) {
    int position = (dayClass - firstClass + WEEK_DAYS) % WEEK_DAYS;
    return position < length ? position : -1;
  }

  private int places() {
    int places = values;
    for (int day = 2; day < length; day++) {
      places *= values;
    }
    return places;
  }

  @Override
  public int next(int state, int dayClass, int value) {
    int position = position(dayClass);
    int before = state % places();
    int run = state / places();
    if (position < 0) {
      return run * places();
    }
    if (position < length - 1) {
      return run * places() + (position == 0 ? value : before * values + value);
    }
    boolean worked = before != 0 || value != 0;
    int cap = most >= NO_LIMIT ? Math.max(1, least) : Math.max(least, most + 1);
    return (worked ? Math.min(run + 1, cap) : 0) * places();
  }

  @Override
  public long price(int state, int dayClass, int value) {
    if (position(dayClass) != length - 1) {
      return 0;
    }
    int[] weekend = new int[length];
    int rest = state % places();
    for (int day = length - 2; day >= 0; day--) {
      weekend[day] = rest % values;
      rest /= values;
    }
    weekend[length - 1] = value;
    int run = state / places();
    boolean worked = false;
    for (int day : weekend) {
      worked |= day != 0;
    }
    if (!worked) {
      return tooFew(run);
    }
    return incomplete(weekend) * prices.incomplete()
        + different(weekend) * prices.different()
        + (run >= most ? prices.tooMany() : 0);
  }

  private long tooFew(int run) {
    return run > 0 ? Math.max(0, least - run) * prices.tooFew() : 0;
  }

  /** Days before each start of work and after each end of it, within the weekend. */
  private static long incomplete(int[] weekend) {
    long days = 0;
    for (int day = 0; day < weekend.length; day++) {
      if (weekend[day] != 0) {
        days += day == 0 || weekend[day - 1] != 0 ? 0 : day;
        boolean ends = day == weekend.length - 1 || weekend[day + 1] == 0;
        days += ends ? weekend.length - 1 - day : 0;
      }
    }
    return days;
  }

  private static long different(int[] weekend) {
    long days = 0;
    for (int day = 0; day < weekend.length; day++) {
      int same = 0;
      boolean first = true;
      for (int other = 0; other < weekend.length; other++) {
        same += weekend[other] == weekend[day] ? 1 : 0;
        first &= other >= day || weekend[other] != weekend[day];
      }
      days += weekend[day] != 0 && first ? weekend.length - same : 0;
    }
    return days;
  }

  @Override
  public long finalPrice(int state) {
    return tooFew(state / places());
  }
}

package io.gemba.forecast.panel;

import java.util.Arrays;

/**
 * Prices of an item at a place as runs of days, oldest first. A day before the first run has its
 * price, a day after the last run that of the last.
 */
public final class PriceRuns {
  /** No price is known; every day costs nothing. */
  public static final PriceRuns NONE = new PriceRuns(new int[0], new float[0]);

  private final int[] starts;
  private final float[] cents;
  private final double[] sums;

  /**
   * @param starts first day of each run, rising
   * @param cents price of each run, not negative
   */
  public PriceRuns(int[] starts, float[] cents) {
    if (starts.length != cents.length) {
      throw new IllegalArgumentException(
          "%d prices for %d runs. Give one a run.".formatted(cents.length, starts.length));
    }
    this.starts = starts.clone();
    this.cents = cents.clone();
    this.sums = new double[starts.length];
    for (int i = 1; i < starts.length; i++) {
      sums[i] = sums[i - 1] + (double) cents[i - 1] * (starts[i] - starts[i - 1]);
    }
  }

  /** Whether no price is known. */
  public boolean isEmpty() {
    return starts.length == 0;
  }

  /** Price of a day in cents; 0 when no price is known. */
  public float at(int day) {
    return isEmpty() ? 0 : cents[run(day)];
  }

  /** Mean price of the days from {@code from} to before {@code to}; 0 when no price is known. */
  public double mean(int from, int to) {
    return isEmpty() || to <= from ? 0 : (sumBefore(to) - sumBefore(from)) / (to - from);
  }

  /** Days since the price of {@code day} began; 0 on its first. */
  public int daysAtPrice(int day) {
    return isEmpty() ? 0 : Math.max(0, day - starts[run(day)]);
  }

  /**
   * Days since the price first changed after another day.
   *
   * @param after a day before {@code day}
   * @return 0 on the day of the change; -1 if it did not change
   */
  public int daysSinceChange(int after, int day) {
    if (isEmpty()) {
      return -1;
    }
    int next = run(after) + 1;
    return next < starts.length && starts[next] <= day && starts[next] > after
        ? day - starts[next]
        : -1;
  }

  private double sumBefore(int day) {
    int run = run(day);
    return sums[run] + (double) cents[run] * (day - starts[run]);
  }

  private int run(int day) {
    int found = Arrays.binarySearch(starts, day);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }
}

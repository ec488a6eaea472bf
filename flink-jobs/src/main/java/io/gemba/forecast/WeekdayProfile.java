package io.gemba.forecast;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How demand is spread over the week: 7 factors of mean 1, Monday first. Factors are rounded to
 * 1/200, so that a small correction of one item does not move the forecasts of all others.
 */
public final class WeekdayProfile implements Serializable {
  /** Days of a week. */
  public static final int DAYS = 7;

  private static final long serialVersionUID = 1;
  private static final double STEPS = 200;
  private static final double FLAT_WEEKS = 2;

  private final double[] factors;

  private WeekdayProfile(double[] factors) {
    this.factors = factors;
  }

  /** Every day alike. */
  public static WeekdayProfile flat() {
    double[] ones = new double[DAYS];
    Arrays.fill(ones, 1);
    return new WeekdayProfile(ones);
  }

  /**
   * A profile from given factors.
   *
   * @param factors 7, Monday first, not negative, not all 0; scaled to mean 1 and rounded
   */
  public static WeekdayProfile of(double... factors) {
    double sum = Arrays.stream(factors).sum();
    double[] rounded = new double[DAYS];
    for (int i = 0; i < DAYS; i++) {
      rounded[i] = sum > 0 ? Math.round(factors[i] * DAYS / sum * STEPS) / STEPS : 1;
    }
    return new WeekdayProfile(rounded);
  }

  /**
   * A profile with exactly these factors, as {@link #factors} gave them.
   *
   * @param factors 7, Monday first
   */
  public static WeekdayProfile restored(double[] factors) {
    return new WeekdayProfile(factors.clone());
  }

  /** The factor of a day since 1970-01-01. */
  public double factor(int day) {
    return factors[OpenDays.weekday(day)];
  }

  /** The 7 factors, Monday first. */
  public double[] factors() {
    return factors.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeekdayProfile that && Arrays.equals(factors, that.factors);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(factors);
  }

  @Override
  public String toString() {
    return "WeekdayProfile" + Arrays.toString(factors);
  }

  /**
   * Pools the series of a place into one profile. Series of any units are added, so what sells most
   * speaks loudest; two weeks of flat demand are mixed in, which only a young series feels. Sums
   * are kept in whole thousandths: the order of the series does not matter.
   */
  public static final class Pool {
    private final OpenDays openDays;
    private final long[] thousandths = new long[DAYS];

    /**
     * @param openDays closed days are left out
     */
    public Pool(OpenDays openDays) {
      this.openDays = openDays;
    }

    /**
     * Adds a series by its mean units of each weekday.
     *
     * @param values units by day, oldest first, {@code NaN} where unknown
     * @param origin day of the last value
     */
    public void add(float[] values, int origin) {
      double[] sums = new double[DAYS];
      int[] counts = new int[DAYS];
      double total = 0;
      int known = 0;
      for (int i = 0; i < values.length; i++) {
        int day = origin - values.length + 1 + i;
        if (!Float.isNaN(values[i]) && openDays.isOpen(day)) {
          sums[OpenDays.weekday(day)] += values[i];
          counts[OpenDays.weekday(day)]++;
          total += values[i];
          known++;
        }
      }
      if (known == 0) {
        return;
      }
      double flat = total / known;
      for (int i = 0; i < DAYS; i++) {
        double mean = (sums[i] + FLAT_WEEKS * flat) / (counts[i] + FLAT_WEEKS);
        thousandths[i] += Math.round(mean * 1000);
      }
    }

    /** The profile of all that was added; flat if nothing was. */
    public WeekdayProfile profile() {
      return of(Arrays.stream(thousandths).asDoubleStream().toArray());
    }
  }
}

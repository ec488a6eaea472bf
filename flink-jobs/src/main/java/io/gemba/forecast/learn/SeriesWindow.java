package io.gemba.forecast.learn;

import io.gemba.forecast.panel.SeriesSums;

/**
 * 448 days of a series as the model sees them: calendar effects divided out, and days on which it
 * cannot have been on the shelf left out.
 *
 * <p>A run of zeros counts as an outage from its first day once it is less likely than 1 in 8,000
 * by the series' own share of zeros before (half-life 56 days), for 112 days at most; after that it
 * is taken for the end of the demand. Only days up to the origin are looked at.
 */
final class SeriesWindow {
  static final int DAYS = 448;
  private static final double DECAY = Math.pow(0.5, 1.0 / 56);
  private static final double UNLIKELY = Math.log(1.0 / 8000);
  static final int LONGEST = 112;
  private static final double LEAST_SEEN = 10;

  private final int away;

  /** Units as sold over calendar effects: outages count as nothing sold. */
  final SeriesSums sold;

  /** Units over calendar effects on days on the shelf. */
  final SeriesSums demand;

  /** Days of the outage at the origin. */
  final int outageDays;

  /** Whether a day was an outage, by position in the window. */
  final boolean[] outage;

  /**
   * @param values units by day up to the origin, oldest first, {@code NaN} where unknown
   * @param factors calendar effects of these days; 0 where closed
   * @param firstDay day of the first value
   * @param away days since the last sale if the series was away, some or all of them left out; 0 if
   *     it was not
   */
  SeriesWindow(float[] values, double[] factors, int firstDay, int away) {
    this.away = away;
    outage = outages(values);
    int end = values.length;
    int ended = 0;
    while (ended < end && outage[end - 1 - ended]) {
      ended++;
    }
    outageDays = away > 0 ? Math.min(DAYS, away) : ended;
    float[] all = new float[end];
    float[] onShelf = new float[end];
    for (int i = 0; i < end; i++) {
      all[i] = factors[i] > 0 ? (float) (values[i] / factors[i]) : Float.NaN;
      onShelf[i] = outage[i] ? Float.NaN : all[i];
    }
    sold = new SeriesSums(all, firstDay);
    demand = new SeriesSums(onShelf, firstDay);
  }

  /** The day of the last sale up to the origin; {@code Integer.MIN_VALUE} if there was none. */
  int lastSale() {
    return away > 0 ? sold.endDay() - 1 - away : sold.lastSaleBefore(sold.endDay());
  }

  static boolean[] outages(float[] values) {
    boolean[] outage = new boolean[values.length];
    double zeros = 0.5;
    double seen = 1;
    int run = 0;
    for (int i = 0; i < values.length; i++) {
      if (Float.isNaN(values[i])) {
        continue;
      }
      if (values[i] == 0) {
        run++;
        boolean isOutage = seen > LEAST_SEEN && run * Math.log(zeros / seen) < UNLIKELY;
        if (isOutage && run <= LONGEST) {
          for (int j = i, marked = 0; marked < run; j--) {
            if (!Float.isNaN(values[j])) {
              if (outage[j]) {
                break;
              }
              outage[j] = true;
              marked++;
            }
          }
          if (run < LONGEST) {
            continue;
          }
        }
        if (run >= LONGEST) {
          zeros = zeros * DECAY + 1;
          seen = seen * DECAY + 1;
        }
        continue;
      }
      if (run > 0 && !(i > 0 && outage[lastKnown(values, i)])) {
        for (int k = 0; k < Math.min(run, LONGEST); k++) {
          zeros = zeros * DECAY + 1;
          seen = seen * DECAY + 1;
        }
      }
      run = 0;
      zeros = zeros * DECAY;
      seen = seen * DECAY + 1;
      zeros = Math.max(zeros, 0.02 * seen);
    }
    return outage;
  }

  private static int lastKnown(float[] values, int before) {
    int i = before - 1;
    while (i > 0 && Float.isNaN(values[i])) {
      i--;
    }
    return i;
  }
}

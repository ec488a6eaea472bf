package io.gemba.forecast.learn;

/**
 * The days of a series in the order of a feature's values, so that the set of all days below a
 * threshold is found in five steps. Sets are bit masks, day 0 the lowest bit.
 */
final class DayOrder {
  private static final int PLACES = 32;

  /** Values, rising, then infinity; entry i of the sets holds the days of the first i values. */
  private final float[] values = new float[PLACES];

  private final int[] sets = new int[PLACES + 1];

  /**
   * @param ofDays values by day, at most 32; NaN is below nothing
   */
  DayOrder(float[] ofDays, int count) {
    byte[] days = new byte[count];
    for (int day = 0; day < count; day++) {
      float value = Float.isNaN(ofDays[day]) ? Float.POSITIVE_INFINITY : ofDays[day];
      int at = day;
      while (at > 0 && values[at - 1] > value) {
        values[at] = values[at - 1];
        days[at] = days[at - 1];
        at--;
      }
      values[at] = value;
      days[at] = (byte) day;
    }
    for (int i = 0; i < PLACES; i++) {
      if (i < count) {
        sets[i + 1] = sets[i] | (1 << days[i]);
      } else {
        values[i] = Float.POSITIVE_INFINITY;
        sets[i + 1] = sets[i];
      }
    }
  }

  /** The days whose value is below a threshold. */
  int below(float threshold) {
    int less = values[15] < threshold ? 16 : 0;
    less += values[less + 7] < threshold ? 8 : 0;
    less += values[less + 3] < threshold ? 4 : 0;
    less += values[less + 1] < threshold ? 2 : 0;
    less += values[less] < threshold ? 1 : 0;
    return sets[less + (values[less] < threshold ? 1 : 0)];
  }
}

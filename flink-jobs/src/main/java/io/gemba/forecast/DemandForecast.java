package io.gemba.forecast;

import java.util.Arrays;

/**
 * Demand of the 28 days after an origin. Every number is finite and not negative; quantiles do not
 * fall with the level, cumulative ones do not fall with the day either.
 *
 * @param origin day since 1970-01-01 after which the forecast begins
 * @param mean expected units of each day
 * @param daily quantiles of each day by level: {@code daily[level][day]}
 * @param cumulative quantiles of the units of the first {@code day + 1} days together
 */
@SuppressWarnings("ArrayRecordComponent") // made once, handed on once; compared by fingerprint
public record DemandForecast(int origin, double[] mean, double[][] daily, double[][] cumulative) {
  /** Days forecast. */
  public static final int DAYS = 28;

  /** Equal forecasts have equal fingerprints; others almost never. */
  public long fingerprint() {
    long hash = origin;
    hash = hash * 1_000_003 + Arrays.hashCode(mean);
    hash = hash * 1_000_003 + Arrays.deepHashCode(daily);
    return hash * 1_000_003 + Arrays.deepHashCode(cumulative);
  }
}

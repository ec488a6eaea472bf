package io.gemba.sensors.detect;

/**
 * Chance that is the same in every run: a number mixed from the count of readings (SplitMix64,
 * Steele, Lea and Flood 2014), so that a restored detector goes on as it would have.
 */
final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Draw() {}

  /** Evenly from 0 to below the bound, which is above 0. */
  static long below(long count, long bound) {
    long z = count * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 1) % bound;
  }
}

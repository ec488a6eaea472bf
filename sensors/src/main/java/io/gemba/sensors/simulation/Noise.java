package io.gemba.sensors.simulation;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers that are a function of what they are for, so that no order of calls changes them.
 *
 * <p>The mixing is SplitMix64 (Steele, Lea, Flood 2014); the text hash is FNV-1a.
 */
final class Noise {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double TO_UNIT = 0x1.0p-53;
  private static final double INVERSION_BELOW = 60;

  private Noise() {}

  /** A hash of a seed and three numbers. */
  static long hash(long seed, long a, long b, long c) {
    return mix(mix(mix(mix(seed) + a * GOLDEN) + b * GOLDEN) + c * GOLDEN);
  }

  /** A hash of a seed and a text. */
  static long hash(long seed, String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte letter : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ letter) * 0x100000001b3L;
    }
    return mix(seed ^ mix(hash));
  }

  /** A number in [0, 1) from a hash. */
  static double uniform(long hash) {
    return (mix(hash) >>> 11) * TO_UNIT;
  }

  /** A standard normal number from a hash, by Box and Muller. */
  static double gaussian(long hash) {
    double radius = Math.sqrt(-2 * Math.log(1 - uniform(hash)));
    return radius * Math.cos(2 * Math.PI * uniform(hash + GOLDEN));
  }

  /**
   * A Poisson count from a hash: by inversion, from a mean of 60 on by the normal distribution.
   *
   * @param mean not negative
   */
  static int poisson(double mean, long hash) {
    if (mean >= INVERSION_BELOW) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * gaussian(hash)));
    }
    double left = uniform(hash);
    double probability = Math.exp(-mean);
    int count = 0;
    while (left >= probability && probability > 0) {
      left -= probability;
      count++;
      probability *= mean / count;
    }
    return count;
  }

  private static long mix(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

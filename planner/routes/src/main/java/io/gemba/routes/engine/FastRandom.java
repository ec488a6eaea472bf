package io.gemba.routes.engine;

/**
 * Random numbers for hot loops: xorshift64* (Vigna 2016), without the atomics of {@link
 * java.util.Random} and the division of its bounded draws. Not thread safe.
 */
final class FastRandom {
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private long state;

  FastRandom(long seed) {
    long mixed = (seed + 1) * MIX;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 27;
    state = mixed == 0 ? MIX : mixed;
  }

  private int bits() {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    return (int) ((state * 0x2545F4914F6CDD1DL) >>> 32);
  }

  /** Uniform in [0, bound); the bias of the multiplication is below bound / 2^32. */
  int below(int bound) {
    return (int) (((bits() & 0xFFFFFFFFL) * bound) >>> 32);
  }

  /** Uniform in [0, 1). */
  double unit() {
    return (bits() >>> 1) * 0x1p-31;
  }

  /** Uniform in (0, 1]. */
  double unitAboveZero() {
    return 1 - unit();
  }

  /**
   * Draws until the next event, at least 1.
   *
   * @param logOfMiss natural logarithm of the chance that one draw misses; taken by the caller
   *     once, as logarithms cost more than the rest
   */
  int untilNext(double logOfMiss) {
    return 1 + (int) Math.min(1_000_000, Math.log(unitAboveZero()) / logOfMiss);
  }
}

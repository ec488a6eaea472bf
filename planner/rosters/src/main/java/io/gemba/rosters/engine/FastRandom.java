package io.gemba.rosters.engine;

import java.util.Arrays;
import java.util.stream.IntStream;

/** SplitMix64 (Steele, Lea and Flood 2014) without its checks; one thread. */
final class FastRandom {
  private long state;

  FastRandom(long seed) {
    state = seed;
    nextLong();
  }

  long nextLong() {
    long z = state += 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From 0 to bound - 1, bias below bound / 2^32. */
  int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** Some of the numbers from 0 to {@code of - 1}, each as likely, in any order. */
  int[] sample(int size, int of) {
    int[] order = IntStream.range(0, of).toArray();
    for (int i = 0; i < size; i++) {
      int other = i + nextInt(of - i);
      int number = order[other];
      order[other] = order[i];
      order[i] = number;
    }
    return Arrays.copyOf(order, size);
  }

  /** In (0, 1]. */
  double nextDouble() {
    return ((nextLong() >>> 11) + 1) * 0x1.0p-53;
  }
}

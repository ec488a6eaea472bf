package io.gemba.rosters.engine;

import java.util.List;

/**
 * Totals of some counters as one number: a mixed radix, the first counter fastest. Immutable.
 *
 * <p>Layout: the total of a counter in number c is {@code digit[counter][c]}, null for counters it
 * does not hold.
 */
final class TotalsLayout {
  final int size;
  final int[] stride;
  private final char[][] digit;

  /**
   * @param alive counters to hold
   * @param levels how many totals each counter can have, all counters
   */
  TotalsLayout(List<Integer> alive, int[] levels) {
    stride = new int[levels.length];
    digit = new char[levels.length][];
    int product = 1;
    for (int counter : alive) {
      stride[counter] = product;
      product *= levels[counter];
    }
    size = product;
    for (int counter : alive) {
      char[] own = new char[size];
      for (int c = 0; c < size; c++) {
        own[c] = (char) (c / stride[counter] % levels[counter]);
      }
      digit[counter] = own;
    }
  }

  boolean holds(int counter) {
    return stride[counter] > 0;
  }

  /** Total of a counter in a number, 0 when it is not held. */
  int total(int counter, int c) {
    return stride[counter] > 0 ? digit[counter][c] : 0;
  }

  /** The number in another layout of each number in this one, counters that it lacks forgotten. */
  int[] in(TotalsLayout other) {
    int[] numbers = new int[size];
    for (int counter = 0; counter < stride.length; counter++) {
      if (stride[counter] > 0 && other.stride[counter] > 0) {
        for (int c = 0; c < size; c++) {
          numbers[c] += digit[counter][c] * other.stride[counter];
        }
      }
    }
    return numbers;
  }
}

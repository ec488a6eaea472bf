package io.gemba.rosters.engine;

import java.util.Arrays;

/**
 * What is counted along a row and what the totals cost: minutes of a week or the horizon, shifts of
 * a kind, weekends. Counter {@code emitted} (-1 = none) counts what the automaton emits.
 *
 * <p>Layout: what value v of day d adds is at {@code start[d * values + v]} up to the next start of
 * {@code counter} and {@code amount}; {@code price[counter][total]} covers every total that can
 * occur.
 */
public final class Counters {
  final int emitted;
  final int[] start;
  final int[] counter;
  final int[] amount;
  final long[][] price;

  /**
   * @param adds {@code [day][value]} pairs of counter and amount, {@code {k, amount, k, amount}};
   *     amounts are positive
   * @param price packed price of each total, one array a counter
   * @param emitted counter of what the automaton emits; -1 = none
   */
  public Counters(int[][][] adds, long[][] price, int emitted) {
    int cells = 0;
    int entries = 0;
    for (int[][] day : adds) {
      for (int[] pairs : day) {
        cells++;
        entries += pairs.length / 2;
      }
    }
    start = new int[cells + 1];
    counter = new int[entries];
    amount = new int[entries];
    int cell = 0;
    int at = 0;
    for (int[][] day : adds) {
      for (int[] pairs : day) {
        for (int i = 0; i < pairs.length; i += 2) {
          counter[at] = pairs[i];
          amount[at++] = pairs[i + 1];
        }
        start[++cell] = at;
      }
    }
    this.price = price;
    this.emitted = emitted;
  }

  private Counters(int emitted, int[] start, int[] counter, int[] amount, long[][] price) {
    this.emitted = emitted;
    this.start = start;
    this.counter = counter;
    this.amount = amount;
    this.price = price;
  }

  /** The cells from one to before another, with other prices. */
  Counters slice(int from, int to, long[][] otherPrice) {
    int[] starts = new int[to - from + 1];
    for (int cell = from; cell <= to; cell++) {
      starts[cell - from] = start[cell] - start[from];
    }
    return new Counters(
        emitted,
        starts,
        Arrays.copyOfRange(counter, start[from], start[to]),
        Arrays.copyOfRange(amount, start[from], start[to]),
        otherPrice);
  }

  int count() {
    return price.length;
  }
}

package io.gemba.rosters.engine;

/**
 * What a value of a day brings to the cover units, the same for all rows of a kind.
 *
 * <p>Layout: value v of day d is at {@code start[d * values + v]} up to the next start.
 */
public final class Cover {
  final int[] start;
  final int[] unit;
  final int[] amount;

  /**
   * @param brings {@code [day][value]} pairs of unit and amount, {@code {u, amount, u, amount}}
   */
  public Cover(int[][][] brings) {
    Counters pairs = new Counters(brings, new long[0][], -1);
    start = pairs.start;
    unit = pairs.counter;
    amount = pairs.amount;
  }
}

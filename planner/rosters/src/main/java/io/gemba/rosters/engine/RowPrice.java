package io.gemba.rosters.engine;

/** What a row costs by itself, without cover and fairness. */
final class RowPrice {
  private RowPrice() {}

  /** Packed price of a row of values, one a day. */
  static long of(Problem problem, int index, short[] values) {
    RowTally tally = new RowTally(problem, index, values, 0);
    return tally.cells + tally.sequence + tally.counted;
  }
}

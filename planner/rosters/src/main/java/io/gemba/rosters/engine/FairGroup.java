package io.gemba.rosters.engine;

/**
 * Rows compared with each other by some of their counters: each unit above the group's average
 * (rounded down to a whole unit of a measure's {@code grain}) costs.
 *
 * @param rows members
 * @param measures what is compared, at least one
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never changed
public record FairGroup(int[] rows, Measure[] measures) {
  /**
   * A counter that is compared.
   *
   * @param counter the counter of every member
   * @param grain what a counted unit is worth, for example 30 (minutes)
   * @param soft price of one grain-free unit (a minute)
   */
  public record Measure(int counter, int grain, long soft) {}

  long price(int[][] totals) {
    long price = 0;
    for (Measure measure : measures) {
      long sum = 0;
      for (int row : rows) {
        sum += (long) totals[row][measure.counter()] * measure.grain();
      }
      long average = sum / rows.length;
      long above = 0;
      for (int row : rows) {
        above += Math.max(0, (long) totals[row][measure.counter()] * measure.grain() - average);
      }
      price += above * measure.soft();
    }
    return price;
  }
}

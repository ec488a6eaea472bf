package io.gemba.rosters.engine;

/**
 * Rows compared with each other by one of their counters: each unit above the group's average
 * (rounded down to a whole unit of {@code grain}) costs.
 *
 * @param rows members
 * @param counter the counter of every member
 * @param grain what a counted unit is worth, for example 30 (minutes)
 * @param soft price of one grain-free unit (a minute)
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops, never changed
public record FairGroup(int[] rows, int counter, int grain, long soft) {

  long price(int[][] totals) {
    long sum = 0;
    for (int row : rows) {
      sum += (long) totals[row][counter] * grain;
    }
    long average = sum / rows.length;
    long above = 0;
    for (int row : rows) {
      above += Math.max(0, (long) totals[row][counter] * grain - average);
    }
    return above * soft;
  }
}

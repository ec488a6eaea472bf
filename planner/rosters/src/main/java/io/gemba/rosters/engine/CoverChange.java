package io.gemba.rosters.engine;

/** What a step that is only tried changes in the amounts of the cover units. One thread. */
final class CoverChange {
  private final State state;
  private final long[][] unitPrice;
  private final int[] change;
  private final int[] touched;
  private int units;

  CoverChange(State state) {
    this.state = state;
    unitPrice = state.problem.unitPrice;
    change = new int[unitPrice.length];
    touched = new int[unitPrice.length];
  }

  /** Adds what a cell {@code day * values + value} brings, times a sign. */
  void bring(Cover cover, int cell, int sign) {
    int end = cover.start[cell + 1];
    for (int i = cover.start[cell]; i < end; i++) {
      int unit = cover.unit[i];
      if (change[unit] == 0) {
        touched[units++] = unit;
      }
      change[unit] += sign * cover.amount[i];
      if (change[unit] == 0) {
        // it may be touched again: its place in the list must be free
        drop(unit);
      }
    }
  }

  private void drop(int unit) {
    for (int i = units - 1; i >= 0; i--) {
      if (touched[i] == unit) {
        touched[i] = touched[--units];
        return;
      }
    }
  }

  /** The packed price of all changes, which are forgotten. */
  long settle() {
    long sum = 0;
    for (int i = 0; i < units; i++) {
      int unit = touched[i];
      long[] price = unitPrice[unit];
      int was = state.amounts[unit];
      sum += price[was + change[unit]] - price[was];
      change[unit] = 0;
    }
    units = 0;
    return sum;
  }
}

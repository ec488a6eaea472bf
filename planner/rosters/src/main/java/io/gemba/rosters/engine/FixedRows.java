package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** People of a linear program who have their row for good, and those rows. One thread. */
final class FixedRows {
  private final boolean[] fixed;
  private final List<Column> chosen = new ArrayList<>();

  FixedRows(int persons) {
    fixed = new boolean[persons];
  }

  /** People, fixed or not. */
  int persons() {
    return fixed.length;
  }

  boolean isFixed(int person) {
    return fixed[person];
  }

  /** People who may still have several rows. */
  int[] open() {
    int[] open = new int[fixed.length];
    int count = 0;
    for (int person = 0; person < fixed.length; person++) {
      if (!fixed[person]) {
        open[count++] = person;
      }
    }
    return Arrays.copyOf(open, count);
  }

  /** Gives a person the row of a column; all others of theirs are banned. */
  void fix(Column column, List<Column> columns) {
    fixed[column.person] = true;
    chosen.add(column);
    for (Column other : columns) {
      if (other.person == column.person && other != column) {
        other.banned = true;
      }
    }
  }

  /** What the fixed rows cost together under prices of cover. */
  double cost(double[] prices) {
    double sum = 0;
    for (Column column : chosen) {
      sum += column.price;
      for (int i = 0; i < column.units.length; i++) {
        sum -= prices[column.units[i]] * column.amounts[i];
      }
    }
    return sum;
  }
}

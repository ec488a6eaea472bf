package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Some days of some rows as a problem of its own, everything else as it is: automata begin in the
 * state that the days before lead to and end with the price of the days after, counters and cover
 * begin with what the rest brings. A difference in price within the window is the same in the whole
 * roster. Fairness between rows is left out. Immutable.
 */
final class Window {
  private final Problem whole;
  private final short[] roster;
  private final int from;
  private final int to;
  private final int[] rows;
  private final Problem problem;

  /**
   * @param roster not changed afterwards
   * @param from first day
   * @param to day after the last
   * @param rows rows that may change
   */
  Window(Problem whole, short[] roster, int from, int to, int[] rows) {
    this.whole = whole;
    this.roster = roster;
    this.from = from;
    this.to = to;
    this.rows = rows;
    problem = cut();
  }

  Problem problem() {
    return problem;
  }

  private short[] line(int row) {
    return Arrays.copyOfRange(roster, row * whole.days, (row + 1) * whole.days);
  }

  /** What the rows have in the window. */
  short[] values() {
    int days = to - from;
    short[] values = new short[rows.length * days];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(roster, rows[i] * whole.days + from, values, i * days, days);
    }
    return values;
  }

  /** A whole roster with other values in the window. */
  short[] paste(short[] into, short[] values) {
    int days = to - from;
    short[] pasted = into.clone();
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, i * days, pasted, rows[i] * whole.days + from, days);
    }
    return pasted;
  }

  private Problem cut() {
    int[] amounts = amounts();
    int[] number = new int[whole.unitPrice.length];
    Arrays.fill(number, -1);
    List<long[]> prices = new ArrayList<>();
    IdentityHashMap<Cover, Cover> covers = new IdentityHashMap<>();
    List<Row> cut = new ArrayList<>();
    for (int row : rows) {
      Row own = whole.rows[row];
      Cover cover =
          covers.computeIfAbsent(
              own.cover(),
              key -> {
                int end = key.start[to * whole.values];
                for (int i = key.start[from * whole.values]; i < end; i++) {
                  int unit = key.unit[i];
                  if (number[unit] < 0) {
                    number[unit] = prices.size();
                    long[] price = whole.unitPrice[unit];
                    prices.add(Arrays.copyOfRange(price, amounts[unit], price.length));
                  }
                }
                return key.slice(from * whole.values, to * whole.values, number);
              });
      cut.add(RowCut.of(whole, row, line(row), new RowCut.Days(from, to), cover));
    }
    return new Problem(
        whole.values,
        Arrays.copyOfRange(whole.dayClass, from, to),
        cut,
        prices.toArray(long[][]::new),
        List.of(),
        whole.usualBreak);
  }

  /** What everything but the window brings to cover. */
  private int[] amounts() {
    int[] amounts = new int[whole.unitPrice.length];
    boolean[] free = new boolean[whole.rows.length];
    for (int row : rows) {
      free[row] = true;
    }
    for (int row = 0; row < free.length; row++) {
      Cover cover = whole.rows[row].cover();
      for (int day = 0; day < whole.days; day++) {
        if (!free[row] || day < from || day >= to) {
          int cell = day * whole.values + roster[row * whole.days + day];
          for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
            amounts[cover.unit[i]] += cover.amount[i];
          }
        }
      }
    }
    return amounts;
  }
}

package io.gemba.rosters.engine;

import java.util.Arrays;

/**
 * Some days of a row as a row of its own, everything else as it is: the automaton begins in the
 * state that the days before lead to and ends with the price of the days after, counters begin with
 * what the rest brings. A difference in price within the days is the same in the whole row.
 */
final class RowCut {
  private final Problem whole;
  private final Row own;
  private final short[] line;
  private final Days days;

  /** Days {@code from} to {@code to - 1}. */
  record Days(int from, int to) {
    int count() {
      return to - from;
    }
  }

  private RowCut(Problem whole, int row, short[] line, Days days) {
    this.whole = whole;
    own = whole.rows[row];
    this.line = line;
    this.days = days;
  }

  /**
   * @param line value of every day of the row
   * @param cover what the days bring to cover
   */
  static Row of(Problem whole, int row, short[] line, Days days, Cover cover) {
    return new RowCut(whole, row, line, days).row(cover);
  }

  private Row row(Cover cover) {
    Automaton automaton = own.automaton();
    int[] totals = new int[own.counters().count()];
    int emitted = own.counters().emitted;
    int state = automaton.initial;
    int initial = state;
    int end = state;
    for (int day = 0; day < whole.days; day++) {
      int value = line[day];
      int at = automaton.at(whole.dayClass[day], state, value);
      initial = day == days.from() ? state : initial;
      end = day == days.to() ? state : end;
      if (day < days.from() || day >= days.to()) {
        int cell = day * whole.values + value;
        for (int i = own.counters().start[cell]; i < own.counters().start[cell + 1]; i++) {
          totals[own.counters().counter[i]] += own.counters().amount[i];
        }
        if (automaton.emits[at] != 0) {
          totals[emitted]++;
        }
      }
      state = automaton.next[at];
    }
    end = days.to() == whole.days ? state : end;
    long[][] price = new long[totals.length][];
    for (int counter = 0; counter < totals.length; counter++) {
      long[] all = own.counters().price[counter];
      price[counter] = Arrays.copyOfRange(all, totals[counter], all.length);
    }
    int from = days.from() * whole.values;
    int to = days.to() * whole.values;
    return new Row(
        automaton.from(initial, after(automaton, end)),
        Arrays.copyOfRange(own.cellPrice(), from, to),
        Arrays.copyOfRange(own.open(), days.from(), days.to()),
        own.counters().slice(from, to, price),
        cover);
  }

  /** Price of the days after by the state in which the cut ends, the cheapest 0. */
  private long[] after(Automaton automaton, int end) {
    long[] price = new long[automaton.states];
    int[] emitted = new int[automaton.states];
    long least = Long.MAX_VALUE;
    for (int first = 0; first < automaton.states; first++) {
      int state = first;
      for (int day = days.to(); day < whole.days && state >= 0; day++) {
        int at = automaton.at(whole.dayClass[day], state, line[day]);
        price[first] += automaton.price[at];
        emitted[first] += automaton.emits[at];
        state = automaton.next[at];
      }
      price[first] = state < 0 ? Price.FORBIDDEN : price[first] + automaton.finalPrice[state];
      least = Math.min(least, price[first]);
    }
    for (int first = 0; first < automaton.states; first++) {
      boolean alike = emitted[first] == emitted[end];
      price[first] = alike ? price[first] - least : Price.FORBIDDEN;
    }
    return price;
  }
}

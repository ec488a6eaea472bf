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
      cut.add(row(row, own, cover));
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

  private Row row(int row, Row own, Cover cover) {
    Automaton automaton = own.automaton();
    int[] totals = new int[own.counters().count()];
    int emitted = own.counters().emitted;
    int state = automaton.initial;
    int initial = state;
    int end = state;
    for (int day = 0; day < whole.days; day++) {
      int value = roster[row * whole.days + day];
      int at = automaton.at(whole.dayClass[day], state, value);
      initial = day == from ? state : initial;
      end = day == to ? state : end;
      if (day < from || day >= to) {
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
    end = to == whole.days ? state : end;
    long[][] price = new long[totals.length][];
    for (int counter = 0; counter < totals.length; counter++) {
      long[] all = own.counters().price[counter];
      price[counter] = Arrays.copyOfRange(all, totals[counter], all.length);
    }
    int values = whole.values;
    return new Row(
        automaton.from(initial, after(row, automaton, end)),
        Arrays.copyOfRange(own.cellPrice(), from * values, to * values),
        Arrays.copyOfRange(own.open(), from, to),
        own.counters().slice(from * values, to * values, price),
        cover);
  }

  /** Price of the days after the window by the state in which it ends, the cheapest 0. */
  private long[] after(int row, Automaton automaton, int end) {
    long[] price = new long[automaton.states];
    int[] emitted = new int[automaton.states];
    long least = Long.MAX_VALUE;
    for (int first = 0; first < automaton.states; first++) {
      int state = first;
      for (int day = to; day < whole.days && state >= 0; day++) {
        int at = automaton.at(whole.dayClass[day], state, roster[row * whole.days + day]);
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

package io.gemba.rosters.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a long row that keeps every rule from its first day to its last: some weeks at a time are
 * planned exactly, and what is counted over more than they are has to be in proportion at their
 * end. One thread.
 */
final class RowBuilder {
  private static final int WINDOW_DAYS = 56;
  private static final int MOST_TOTALS = 150;

  /** How many of the largest gains totals have to be ahead of the least, or may be behind. */
  private static final int MOST_AHEAD = 3;

  private static final int MOST_BEHIND = 8;

  private static final Cover NONE = new Cover(new int[0][][]);

  private final Problem problem;
  private final Row own;
  private final double scale;
  private final short[] line;
  private final int[] totals;
  private final int[][] gained;
  private final int[] largestGain;

  private RowBuilder(Problem problem, int row, double scale) {
    this.problem = problem;
    this.scale = scale;
    own = problem.rows[row];
    line = new short[problem.days];
    totals = new int[own.counters().count()];
    gained = new int[totals.length][];
    largestGain = new int[totals.length];
    Arrays.fill(largestGain, 1);
  }

  /**
   * Builds a row.
   *
   * @param cellPrice price of value v on day d besides the row's own, at {@code d * values + v}
   * @param scale what prices are multiplied by before they are rounded
   * @return one that breaks at most what is counted, by as little as this way finds; null = none
   */
  static short @Nullable [] build(Problem problem, int row, double[] cellPrice, double scale) {
    RowBuilder builder = new RowBuilder(problem, row, scale);
    return builder.build(cellPrice) ? builder.line : null;
  }

  private boolean build(double[] cellPrice) {
    int windows = Math.max(1, problem.days / WINDOW_DAYS);
    int state = own.automaton().initial;
    int from = 0;
    for (int window = 1; window <= windows; window++) {
      RowCut.Days days = new RowCut.Days(from, problem.days * window / windows);
      short[] path = null;
      for (int ahead = MOST_AHEAD; path == null && ahead >= -MOST_BEHIND; ahead--) {
        path = window(days, state, cellPrice, ahead);
      }
      if (path == null) {
        return false;
      }
      System.arraycopy(path, 0, line, from, path.length);
      state = follow(days, state);
      from = days.to();
    }
    return true;
  }

  private short @Nullable [] window(RowCut.Days days, int state, double[] cellPrice, int ahead) {
    int from = days.from() * problem.values;
    int to = days.to() * problem.values;
    boolean last = days.to() == problem.days;
    long[] after = last ? own.automaton().finalPrice : new long[own.automaton().states];
    long[][] prices = new long[totals.length][];
    for (int counter = 0; counter < totals.length; counter++) {
      prices[counter] = prices(counter, days, ahead);
    }
    Row cut =
        new Row(
            own.automaton().from(state, after),
            Arrays.copyOfRange(own.cellPrice(), from, to),
            Arrays.copyOfRange(own.open(), days.from(), days.to()),
            own.counters().slice(from, to, prices),
            NONE);
    int[] dayClass = Arrays.copyOfRange(problem.dayClass, days.from(), days.to());
    Problem alone =
        new Problem(
            problem.values, dayClass, List.of(cut), new long[0][], List.of(), problem.usualBreak);
    RowPricer.Path path =
        new RowPricer(alone, 0, scale, MOST_TOTALS)
            .cheapest(Arrays.copyOfRange(cellPrice, from, to));
    return path == null ? null : path.values();
  }

  /** Prices of what a counter gains until a day; in proportion to what it can when it goes on. */
  private long[] prices(int counter, RowCut.Days days, int ahead) {
    long[] all = own.counters().price[counter];
    long[] prices = Arrays.copyOfRange(all, totals[counter], all.length);
    int[] most = mostGained(counter);
    int end = days.to();
    int least = 0;
    while (least < all.length - 1 && Price.hard(all[least]) > 0) {
      least++;
    }
    int step = largestGain[counter];
    if (most[end] == 0 || most[end] == most[problem.days]) {
      int low = least + Math.min(0, ahead) * step - totals[counter];
      for (int gain = Math.max(0, low);
          gain < Math.min(prices.length, least - totals[counter]);
          gain++) {
        prices[gain] = 0;
      }
      return prices;
    }
    int largest = all.length - 1;
    while (largest > 0 && Price.hard(all[largest]) > 0) {
      largest--;
    }
    double share = most[end] / (double) most[problem.days];
    double low = least == 0 ? 0 : Math.floor(least * share) + (double) ahead * step;
    low = Math.min(low, totals[counter] + most[end] - most[days.from()]);
    double high =
        largest == all.length - 1 ? largest : Math.max(low, Math.ceil(largest * share)) + step;
    for (int gain = 0; gain < prices.length; gain++) {
      int total = totals[counter] + gain;
      prices[gain] = total < low || total > high ? Price.of(1, 0) : 0;
    }
    return prices;
  }

  /** What a counter can have gained before each day at most when no sequence rule is broken. */
  private int[] mostGained(int counter) {
    if (gained[counter] != null) {
      return gained[counter];
    }
    Automaton automaton = own.automaton();
    int[] most = new int[problem.days + 1];
    int[] before = new int[automaton.states];
    Arrays.fill(before, -1);
    before[automaton.initial] = 0;
    for (int day = 0; day < problem.days; day++) {
      int[] after = new int[automaton.states];
      Arrays.fill(after, -1);
      for (int value : own.open()[day]) {
        int gain = gain(counter, day, value);
        largestGain[counter] = Math.max(largestGain[counter], gain);
        for (int state = 0; state < before.length; state++) {
          int at = automaton.at(problem.dayClass[day], state, value);
          int next = automaton.next[at];
          if (before[state] >= 0 && next >= 0 && Price.hard(automaton.price[at]) == 0) {
            int emitted = counter == own.counters().emitted ? automaton.emits[at] : 0;
            after[next] = Math.max(after[next], before[state] + gain + emitted);
          }
        }
      }
      before = after;
      most[day + 1] = Arrays.stream(after).max().orElse(0);
    }
    gained[counter] = most;
    return most;
  }

  private int gain(int counter, int day, int value) {
    Counters counters = own.counters();
    int cell = day * problem.values + value;
    int gain = 0;
    for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
      gain += counters.counter[i] == counter ? counters.amount[i] : 0;
    }
    return gain;
  }

  /** Adds what some days count; the state after them. */
  private int follow(RowCut.Days days, int before) {
    Automaton automaton = own.automaton();
    Counters counters = own.counters();
    int state = before;
    for (int day = days.from(); day < days.to(); day++) {
      int at = automaton.at(problem.dayClass[day], state, line[day]);
      int cell = day * problem.values + line[day];
      for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
        totals[counters.counter[i]] += counters.amount[i];
      }
      if (automaton.emits[at] != 0) {
        totals[counters.emitted]++;
      }
      state = automaton.next[at];
    }
    return state;
  }
}

package io.gemba.rosters.engine;

import java.util.Objects;

/**
 * Prices a step on a state without making it, and gives up as soon as the step is surely too dear:
 * cells and cover are priced first, then what may follow what, then the counters. A row can win
 * back at most what its sequence and counters cost now, so most bad steps end after the first of
 * the three. One thread.
 */
final class Probe {
  /** The step is above the limit. */
  static final long REFUSED = Long.MAX_VALUE;

  private final State state;
  private final Problem problem;
  private final int days;
  private final long hardWeight;

  /** Least that a row's counters can cost, and that its sequence can. */
  private final long[] leastRules;

  private final CoverChange cover;
  private final CounterChange counters;
  private int emitted;
  private boolean neutral;

  Probe(State state, long hardWeight) {
    this.state = state;
    this.hardWeight = hardWeight;
    problem = state.problem;
    days = problem.days;
    cover = new CoverChange(state);
    counters = new CounterChange(state);
    leastRules = new long[problem.rows.length];
    for (int row = 0; row < leastRules.length; row++) {
      leastRules[row] = least(problem.rows[row]);
    }
  }

  private long least(Row row) {
    long least = 0;
    for (long[] prices : row.counters().price) {
      long cheapest = Long.MAX_VALUE;
      for (long price : prices) {
        cheapest = Math.min(cheapest, flat(price));
      }
      least += cheapest;
    }
    long cheapest = 0;
    for (long price : Objects.requireNonNull(row.automaton().steps).price) {
      cheapest = Math.min(cheapest, flat(price));
    }
    for (long price : row.automaton().finalPrice) {
      cheapest = Math.min(cheapest, flat(price));
    }
    return least + cheapest * (days + 1);
  }

  private long flat(long price) {
    return Price.flat(price, hardWeight);
  }

  /**
   * The packed price of giving the days {@code from} to {@code to - 1} of a row new values.
   *
   * @param wanted new value of day d at {@code d}; open ones only
   * @return {@link #REFUSED} when the flat price is above the limit
   */
  long one(int row, int from, int to, short[] wanted, double limit) {
    neutral = false;
    long sum = cells(row, from, to, wanted) + cover.settle();
    double left = limit + slack(row);
    if (flat(sum) > left) {
      return REFUSED;
    }
    long walked = walk(row, from, to, wanted);
    sum += walked;
    if (flat(sum) > limit + counterSlack(row)) {
      return REFUSED;
    }
    sum += counters.of(row, from, to, wanted, emitted);
    return flat(sum) > limit ? REFUSED : sum;
  }

  /** The packed price of exchanging the same days of two rows. */
  long two(int first, int second, int from, int to, short[] wanted, short[] other, double limit) {
    neutral = problem.rows[first].cover() == problem.rows[second].cover();
    long sum = cells(first, from, to, wanted) + cells(second, from, to, other) + cover.settle();
    if (flat(sum) > limit + slack(first) + slack(second)) {
      return REFUSED;
    }
    sum += walk(first, from, to, wanted);
    int emittedFirst = emitted;
    if (flat(sum) > limit + counterSlack(first) + slack(second)) {
      return REFUSED;
    }
    sum += walk(second, from, to, other);
    if (flat(sum) > limit + counterSlack(first) + counterSlack(second)) {
      return REFUSED;
    }
    sum += counters.of(first, from, to, wanted, emittedFirst);
    if (flat(sum) > limit + counterSlack(second)) {
      return REFUSED;
    }
    sum += counters.ofPeer(first, second, from, to, other, emitted);
    return flat(sum) > limit ? REFUSED : sum;
  }

  /** What a row can win back at most. */
  private long slack(int row) {
    return flat(state.sequencePrice[row]) + counterSlack(row);
  }

  private long counterSlack(int row) {
    int group = problem.groupOf[row];
    long fair = group < 0 ? 0 : state.groupPrices[group];
    return flat(state.counterPrice[row]) - leastRules[row] + fair;
  }

  /** Cell prices of the days that change; notes what cover changes. */
  private long cells(int row, int from, int to, short[] wanted) {
    long[] cellPrice = problem.rows[row].cellPrice();
    Cover brings = problem.rows[row].cover();
    int values = problem.values;
    int base = row * days;
    long sum = 0;
    for (int day = from; day < to; day++) {
      int was = state.values[base + day];
      int now = wanted[day];
      if (was != now) {
        int before = day * values + was;
        int after = day * values + now;
        sum += cellPrice[after] - cellPrice[before];
        if (!neutral) {
          cover.bring(brings, before, -1);
          cover.bring(brings, after, 1);
        }
      }
    }
    return sum;
  }

  /** Follows the automaton until it meets the old states. */
  private long walk(int row, int from, int to, short[] wanted) {
    Automaton automaton = problem.rows[row].automaton();
    Steps steps = Objects.requireNonNull(automaton.steps);
    int[] move = steps.move;
    int[] layer = steps.layer;
    long[] price = steps.price;
    int[] dayClass = problem.dayClass;
    int values = problem.values;
    int base = row * days;
    int stateBase = row * (days + 1);
    int day = from;
    int now = state.states[stateBase + from];
    long sum = 0;
    emitted = 0;
    while (day < days) {
      int old = state.states[stateBase + day];
      int before = state.values[base + day];
      int after = day < to ? wanted[day] : before;
      if (old == now) {
        if (day >= to) {
          return sum;
        }
        if (before == after) {
          now = state.states[stateBase + ++day];
          continue;
        }
      }
      int at = layer[dayClass[day]];
      int stepOld = move[at + old * values + before];
      int stepNow = move[at + now * values + after];
      sum += price[stepNow & 0xFFFF] - price[stepOld & 0xFFFF];
      if (automaton.emitting[dayClass[day]]) {
        emitted +=
            automaton.emits[automaton.at(dayClass[day], now, after)]
                - automaton.emits[automaton.at(dayClass[day], old, before)];
      }
      now = stepNow >>> 16;
      day++;
    }
    return sum + automaton.finalPrice[now] - automaton.finalPrice[state.states[stateBase + days]];
  }
}

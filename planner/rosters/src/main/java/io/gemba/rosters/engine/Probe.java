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

  private final int[] unitChange;
  private final int[] touchedUnits;
  private int units;
  private final int[] counterChange;
  private final int[] touchedCounters;
  private int counters;
  private int emitted;
  private boolean neutral;

  /** What the row counted last changes in its group's measures, and the group's price then. */
  private final int[] fairChange;

  private final int[] fairOfPeer;
  private long fairPrice;

  Probe(State state, long hardWeight) {
    this.state = state;
    this.hardWeight = hardWeight;
    problem = state.problem;
    days = problem.days;
    unitChange = new int[problem.unitPrice.length];
    touchedUnits = new int[problem.unitPrice.length];
    leastRules = new long[problem.rows.length];
    int most = 0;
    for (int row = 0; row < leastRules.length; row++) {
      leastRules[row] = least(problem.rows[row]);
      most = Math.max(most, problem.rows[row].counters().count());
    }
    int measures = 0;
    for (FairGroup group : problem.groups) {
      measures = Math.max(measures, group.measures().length);
    }
    fairChange = new int[measures];
    fairOfPeer = new int[measures];
    counterChange = new int[most];
    touchedCounters = new int[most];
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
    long sum = cells(row, from, to, wanted) + cover();
    double left = limit + slack(row);
    if (flat(sum) > left) {
      return REFUSED;
    }
    long walked = walk(row, from, to, wanted);
    sum += walked;
    if (flat(sum) > limit + counterSlack(row)) {
      return REFUSED;
    }
    sum += counters(row, from, to, wanted);
    return flat(sum) > limit ? REFUSED : sum;
  }

  /** The packed price of exchanging the same days of two rows. */
  long two(int first, int second, int from, int to, short[] wanted, short[] other, double limit) {
    neutral = problem.rows[first].cover() == problem.rows[second].cover();
    long sum = cells(first, from, to, wanted) + cells(second, from, to, other) + cover();
    if (flat(sum) > limit + slack(first) + slack(second)) {
      return REFUSED;
    }
    sum += walk(first, from, to, wanted);
    int emittedFirst = emitted;
    if (flat(sum) > limit + counterSlack(first) + slack(second)) {
      return REFUSED;
    }
    sum += walk(second, from, to, other);
    int emittedSecond = emitted;
    if (flat(sum) > limit + counterSlack(first) + counterSlack(second)) {
      return REFUSED;
    }
    emitted = emittedFirst;
    sum += counters(first, from, to, wanted);
    if (flat(sum) > limit + counterSlack(second)) {
      return REFUSED;
    }
    emitted = emittedSecond;
    int group = problem.groupOf[first];
    if (group >= 0 && group == problem.groupOf[second]) {
      sum += countersOfPeer(first, second, from, to, other);
    } else {
      sum += counters(second, from, to, other);
    }
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
    Cover cover = problem.rows[row].cover();
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
          bring(cover, before, -1);
          bring(cover, after, 1);
        }
      }
    }
    return sum;
  }

  private void bring(Cover cover, int cell, int sign) {
    int end = cover.start[cell + 1];
    for (int i = cover.start[cell]; i < end; i++) {
      int unit = cover.unit[i];
      if (unitChange[unit] == 0) {
        touchedUnits[units++] = unit;
      }
      unitChange[unit] += sign * cover.amount[i];
      if (unitChange[unit] == 0) {
        // it may be touched again: its place in the list must be free
        drop(unit);
      }
    }
  }

  private void drop(int unit) {
    for (int i = units - 1; i >= 0; i--) {
      if (touchedUnits[i] == unit) {
        touchedUnits[i] = touchedUnits[--units];
        return;
      }
    }
  }

  private long cover() {
    long sum = 0;
    for (int i = 0; i < units; i++) {
      int unit = touchedUnits[i];
      long[] price = problem.unitPrice[unit];
      int was = state.amounts[unit];
      sum += price[was + unitChange[unit]] - price[was];
      unitChange[unit] = 0;
    }
    units = 0;
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

  /** Counters of the second of two rows that fairness compares with each other. */
  private long countersOfPeer(int first, int second, int from, int to, short[] wanted) {
    int group = problem.groupOf[first];
    long was = state.groupPrices[group];
    System.arraycopy(fairChange, 0, fairOfPeer, 0, fairChange.length);
    shift(group, state.totals[first], fairOfPeer, 1);
    state.groupPrices[group] = fairPrice;
    long sum = counters(second, from, to, wanted);
    state.groupPrices[group] = was;
    shift(group, state.totals[first], fairOfPeer, -1);
    return sum;
  }

  /** Adds changes of a group's measures to a row's totals, or takes them away. */
  private void shift(int group, int[] total, int[] change, int sign) {
    FairGroup.Measure[] measures = problem.groups[group].measures();
    for (int i = 0; i < measures.length; i++) {
      total[measures[i].counter()] += sign * change[i];
    }
  }

  /** Counters, with what the walk before has emitted, and fairness. */
  private long counters(int row, int from, int to, short[] wanted) {
    Counters rules = problem.rows[row].counters();
    int values = problem.values;
    int base = row * days;
    if (emitted != 0) {
      counterChange[rules.emitted] = emitted;
      touchedCounters[counters++] = rules.emitted;
    }
    for (int day = from; day < to; day++) {
      int was = state.values[base + day];
      int now = wanted[day];
      if (was != now) {
        count(rules, day * values + was, -1);
        count(rules, day * values + now, 1);
      }
    }
    int[] total = state.totals[row];
    long sum = 0;
    for (int i = 0; i < counters; i++) {
      int counter = touchedCounters[i];
      int change = counterChange[counter];
      long[] price = rules.price[counter];
      sum += price[total[counter] + change] - price[total[counter]];
    }
    int group = problem.groupOf[row];
    if (group >= 0) {
      sum += fair(group, total);
    }
    for (int i = 0; i < counters; i++) {
      counterChange[touchedCounters[i]] = 0;
    }
    counters = 0;
    return sum;
  }

  private void count(Counters rules, int cell, int sign) {
    int end = rules.start[cell + 1];
    for (int i = rules.start[cell]; i < end; i++) {
      int counter = rules.counter[i];
      int known = 0;
      while (known < counters && touchedCounters[known] != counter) {
        known++;
      }
      if (known == counters) {
        touchedCounters[counters++] = counter;
      }
      counterChange[counter] += sign * rules.amount[i];
    }
  }

  private long fair(int group, int[] total) {
    FairGroup.Measure[] measures = problem.groups[group].measures();
    boolean changed = false;
    for (int i = 0; i < measures.length; i++) {
      fairChange[i] = counterChange[measures[i].counter()];
      changed |= fairChange[i] != 0;
    }
    fairPrice = state.groupPrices[group];
    if (!changed) {
      return 0;
    }
    shift(group, total, fairChange, 1);
    fairPrice = problem.groups[group].price(state.totals);
    shift(group, total, fairChange, -1);
    return fairPrice - state.groupPrices[group];
  }
}

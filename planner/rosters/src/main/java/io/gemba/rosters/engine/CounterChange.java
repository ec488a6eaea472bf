package io.gemba.rosters.engine;

/**
 * What a step that is only tried changes in the counters of a row, and in the fairness between it
 * and others. One thread.
 */
final class CounterChange {
  private final State state;
  private final Problem problem;
  private final int days;
  private final int[] change;
  private final int[] touched;
  private int counters;

  /** What the row counted last changes in its group's measures, and the group's price then. */
  private final int[] fairChange;

  private final int[] fairOfPeer;
  private long fairPrice;

  CounterChange(State state) {
    this.state = state;
    problem = state.problem;
    days = problem.days;
    int most = 0;
    for (Row row : problem.rows) {
      most = Math.max(most, row.counters().count());
    }
    int measures = 0;
    for (FairGroup group : problem.groups) {
      measures = Math.max(measures, group.measures().length);
    }
    fairChange = new int[measures];
    fairOfPeer = new int[measures];
    change = new int[most];
    touched = new int[most];
  }

  /**
   * The packed price of a row's counters and its fairness.
   *
   * @param wanted new value of day d at {@code d}
   * @param emitted how many more the automaton emits
   */
  long of(int row, int from, int to, short[] wanted, int emitted) {
    Counters rules = problem.rows[row].counters();
    int values = problem.values;
    int base = row * days;
    if (emitted != 0) {
      change[rules.emitted] = emitted;
      touched[counters++] = rules.emitted;
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
      int counter = touched[i];
      long[] price = rules.price[counter];
      sum += price[total[counter] + change[counter]] - price[total[counter]];
    }
    int group = problem.groupOf[row];
    if (group >= 0) {
      sum += fair(group, total);
    }
    for (int i = 0; i < counters; i++) {
      change[touched[i]] = 0;
    }
    counters = 0;
    return sum;
  }

  private void count(Counters rules, int cell, int sign) {
    int end = rules.start[cell + 1];
    for (int i = rules.start[cell]; i < end; i++) {
      int counter = rules.counter[i];
      int known = 0;
      while (known < counters && touched[known] != counter) {
        known++;
      }
      if (known == counters) {
        touched[counters++] = counter;
      }
      change[counter] += sign * rules.amount[i];
    }
  }

  /** The same for the second of two rows that change; the first was asked for just before. */
  long ofPeer(int first, int second, int from, int to, short[] wanted, int emitted) {
    int group = problem.groupOf[first];
    if (group < 0 || group != problem.groupOf[second]) {
      return of(second, from, to, wanted, emitted);
    }
    long was = state.groupPrices[group];
    System.arraycopy(fairChange, 0, fairOfPeer, 0, fairChange.length);
    shift(group, state.totals[first], fairOfPeer, 1);
    state.groupPrices[group] = fairPrice;
    long sum = of(second, from, to, wanted, emitted);
    state.groupPrices[group] = was;
    shift(group, state.totals[first], fairOfPeer, -1);
    return sum;
  }

  /** Adds changes of a group's measures to a row's totals, or takes them away. */
  private void shift(int group, int[] total, int[] by, int sign) {
    FairGroup.Measure[] measures = problem.groups[group].measures();
    for (int i = 0; i < measures.length; i++) {
      total[measures[i].counter()] += sign * by[i];
    }
  }

  private long fair(int group, int[] total) {
    FairGroup.Measure[] measures = problem.groups[group].measures();
    boolean changed = false;
    for (int i = 0; i < measures.length; i++) {
      fairChange[i] = change[measures[i].counter()];
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

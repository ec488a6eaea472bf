package io.gemba.rosters.engine;

/**
 * A roster with everything that is needed to price a change of some days of some rows: automaton
 * states before each day, totals of the counters, amounts of the cover units, prices of the
 * fairness groups. A step is {@link #begin}, one or more {@link #change}, then {@link #commit} or
 * {@link #rollback}. One thread.
 *
 * <p>Layout: values at {@code row * days + day}, states at {@code row * (days + 1) + day}. Cost of
 * a step: the changed days plus the days until the automaton meets its old states again.
 */
final class State {
  final Problem problem;
  final short[] values;
  final int[] states;
  final int[][] totals;
  final int[] amounts;
  final long[] groupPrices;

  /** Packed price of each row's sequence and of its counters. */
  final long[] sequencePrice;

  final long[] counterPrice;

  private final int days;
  private long hard;
  private long soft;

  /** Journal of a step: changed cells with their old values, spans of rows, groups. */
  private final int[] changedCell;

  private final short[] changedFrom;
  private int changes;
  private final int[] spanRow = new int[MOST_SPANS];
  private final int[] spanFrom = new int[MOST_SPANS];
  private final int[] spanEmitted = new int[MOST_SPANS];
  private final long[] spanSequence = new long[MOST_SPANS];
  private final long[] spanCounters = new long[MOST_SPANS];
  private final int[] spanChanges = new int[MOST_SPANS + 1];
  private int spans;
  private final long[] groupWas = new long[MOST_SPANS];
  private final int[] groupTouched = new int[MOST_SPANS];
  private int groupsTouched;
  private long delta;

  private static final int MOST_SPANS = 64;

  State(Problem problem, short[] roster) {
    this.problem = problem;
    days = problem.days;
    values = roster.clone();
    states = new int[problem.rows.length * (days + 1)];
    totals = new int[problem.rows.length][];
    amounts = new int[problem.unitPrice.length];
    groupPrices = new long[problem.groups.length];
    sequencePrice = new long[problem.rows.length];
    counterPrice = new long[problem.rows.length];
    changedCell = new int[MOST_SPANS * days];
    changedFrom = new short[MOST_SPANS * days];
    rebuild();
  }

  /** Takes over another roster. */
  void load(short[] roster) {
    System.arraycopy(roster, 0, values, 0, values.length);
    rebuild();
  }

  /** Computes everything from the values alone. */
  void rebuild() {
    hard = 0;
    soft = 0;
    java.util.Arrays.fill(amounts, 0);
    for (int row = 0; row < problem.rows.length; row++) {
      rebuild(row);
    }
    for (int unit = 0; unit < amounts.length; unit++) {
      add(problem.unitPrice[unit][amounts[unit]]);
    }
    for (int group = 0; group < groupPrices.length; group++) {
      groupPrices[group] = problem.groups[group].price(totals);
      soft += groupPrices[group];
    }
    spans = 0;
    changes = 0;
    groupsTouched = 0;
  }

  private void rebuild(int row) {
    Row rules = problem.rows[row];
    Automaton automaton = rules.automaton();
    Counters counters = rules.counters();
    Cover cover = rules.cover();
    int[] total = new int[counters.count()];
    int state = automaton.initial;
    long sequence = 0;
    long counted = 0;
    for (int day = 0; day < days; day++) {
      states[row * (days + 1) + day] = state;
      int value = values[row * days + day];
      int cell = day * problem.values + value;
      int at = automaton.at(problem.dayClass[day], state, value);
      sequence += automaton.price[at];
      add(rules.cellPrice()[cell]);
      if (automaton.emits[at] != 0) {
        total[counters.emitted]++;
      }
      for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
        total[counters.counter[i]] += counters.amount[i];
      }
      for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
        amounts[cover.unit[i]] += cover.amount[i];
      }
      state = automaton.next[at];
    }
    states[row * (days + 1) + days] = state;
    sequence += automaton.finalPrice[state];
    for (int counter = 0; counter < total.length; counter++) {
      counted += counters.price[counter][total[counter]];
    }
    add(sequence);
    add(counted);
    sequencePrice[row] = sequence;
    counterPrice[row] = counted;
    totals[row] = total;
  }

  private void add(long price) {
    hard += Price.hard(price);
    soft += Price.soft(price);
  }

  long hard() {
    return hard;
  }

  long soft() {
    return soft;
  }

  long flat(long hardWeight) {
    return soft + hardWeight * hard;
  }

  int value(int row, int day) {
    return values[row * days + day];
  }

  /** Starts a step. */
  void begin() {
    spans = 0;
    changes = 0;
    groupsTouched = 0;
    delta = 0;
  }

  /** How many cells the step has changed. */
  int changes() {
    return changes;
  }

  /** Packed price of the step so far. */
  long delta() {
    return delta;
  }

  /**
   * Gives the days {@code from} to {@code to - 1} of a row new values. A row may be changed once a
   * step.
   *
   * @param wanted new value of day d at {@code d}
   * @return the packed price of the whole step so far
   */
  long change(int row, int from, int to, short[] wanted) {
    int base = row * days;
    int first = changes;
    for (int day = from; day < to; day++) {
      short was = values[base + day];
      if (was != wanted[day]) {
        changedCell[changes] = base + day;
        changedFrom[changes++] = was;
        values[base + day] = wanted[day];
      }
    }
    if (changes > first) {
      spanRow[spans] = row;
      spanChanges[spans] = first;
      spanFrom[spans] = changedCell[first] - base;
      spanCounters[spans] = counterPrice[row];
      spanSequence[spans] = sequencePrice[row];
      delta += exchange(row, first) + walk(row, first);
      int group = problem.groupOf[row];
      if (group >= 0) {
        delta += fair(group);
      }
      spans++;
    }
    return delta;
  }

  /** Cell prices, counters and cover of the changed cells from {@code first} on. */
  private long exchange(int row, int first) {
    Row rules = problem.rows[row];
    Cover cover = rules.cover();
    long[] cellPrice = rules.cellPrice();
    int[] total = totals[row];
    long sum = 0;
    long counted = 0;
    int base = row * days;
    for (int i = first; i < changes; i++) {
      int day = changedCell[i] - base;
      int before = day * problem.values + changedFrom[i];
      int after = day * problem.values + values[changedCell[i]];
      sum += cellPrice[after] - cellPrice[before];
      counted += count(rules.counters(), total, before, -1);
      counted += count(rules.counters(), total, after, 1);
      sum += bring(cover, before, -1) + bring(cover, after, 1);
    }
    counterPrice[row] += counted;
    return sum + counted;
  }

  private static long count(Counters counters, int[] total, int cell, int sign) {
    long sum = 0;
    int end = counters.start[cell + 1];
    for (int i = counters.start[cell]; i < end; i++) {
      int counter = counters.counter[i];
      long[] price = counters.price[counter];
      int was = total[counter];
      int now = was + sign * counters.amount[i];
      total[counter] = now;
      sum += price[now] - price[was];
    }
    return sum;
  }

  private long bring(Cover cover, int cell, int sign) {
    long sum = 0;
    int end = cover.start[cell + 1];
    for (int i = cover.start[cell]; i < end; i++) {
      int unit = cover.unit[i];
      long[] price = problem.unitPrice[unit];
      int was = amounts[unit];
      int now = was + sign * cover.amount[i];
      amounts[unit] = now;
      sum += price[now] - price[was];
    }
    return sum;
  }

  private long fair(int group) {
    groupTouched[groupsTouched] = group;
    groupWas[groupsTouched++] = groupPrices[group];
    long now = problem.groups[group].price(totals);
    long change = now - groupPrices[group];
    groupPrices[group] = now;
    return change;
  }

  /** Follows the automaton from the first changed day until it meets the old states. */
  private long walk(int row, int first) {
    Row rules = problem.rows[row];
    Automaton automaton = rules.automaton();
    int[] next = automaton.next;
    long[] price = automaton.price;
    int base = row * days;
    int stateBase = row * (days + 1);
    int day = changedCell[first] - base;
    int state = states[stateBase + day];
    int change = first;
    int emitted = 0;
    long sum = 0;
    while (day < days) {
      int old = states[stateBase + day];
      int now = values[base + day];
      int before = now;
      if (change < changes && changedCell[change] == base + day) {
        before = changedFrom[change++];
      } else if (change == changes && state == old) {
        break;
      }
      int dayClass = problem.dayClass[day];
      int from = automaton.at(dayClass, old, before);
      int to = automaton.at(dayClass, state, now);
      sum += price[to] - price[from];
      if (automaton.emitting[dayClass]) {
        emitted += automaton.emits[to] - automaton.emits[from];
      }
      state = next[to];
      day++;
    }
    if (day == days) {
      sum += automaton.finalPrice[state] - automaton.finalPrice[states[stateBase + days]];
    }
    sequencePrice[row] += sum;
    spanEmitted[spans] = emitted;
    if (emitted != 0) {
      int counter = rules.counters().emitted;
      long[] totalPrice = rules.counters().price[counter];
      int was = totals[row][counter];
      long priced = totalPrice[was + emitted] - totalPrice[was];
      counterPrice[row] += priced;
      sum += priced;
      totals[row][counter] = was + emitted;
    }
    return sum;
  }

  /** Keeps the step. */
  void commit() {
    hard += Price.hard(delta);
    soft += Price.soft(delta);
    for (int span = 0; span < spans; span++) {
      int end = span + 1 < spans ? spanChanges[span + 1] : changes;
      restate(spanRow[span], spanFrom[span], changedCell[end - 1] - spanRow[span] * days);
    }
    begin();
  }

  /** Recomputes the states after a day until they meet the old ones behind the last change. */
  private void restate(int row, int from, int lastChange) {
    Automaton automaton = problem.rows[row].automaton();
    int base = row * days;
    int stateBase = row * (days + 1);
    int state = states[stateBase + from];
    for (int day = from; day < days; day++) {
      state = automaton.next[automaton.at(problem.dayClass[day], state, values[base + day])];
      if (day >= lastChange && states[stateBase + day + 1] == state) {
        return;
      }
      states[stateBase + day + 1] = state;
    }
  }

  /** Undoes the step. */
  void rollback() {
    for (int span = spans - 1; span >= 0; span--) {
      int end = span + 1 < spans ? spanChanges[span + 1] : changes;
      undo(spanRow[span], spanChanges[span], end, spanEmitted[span]);
      sequencePrice[spanRow[span]] = spanSequence[span];
      counterPrice[spanRow[span]] = spanCounters[span];
    }
    for (int i = groupsTouched - 1; i >= 0; i--) {
      groupPrices[groupTouched[i]] = groupWas[i];
    }
    begin();
  }

  private void undo(int row, int first, int end, int emitted) {
    Row rules = problem.rows[row];
    Counters counters = rules.counters();
    Cover cover = rules.cover();
    int[] total = totals[row];
    for (int i = first; i < end; i++) {
      int day = changedCell[i] - row * days;
      int now = day * problem.values + values[changedCell[i]];
      int before = day * problem.values + changedFrom[i];
      for (int k = counters.start[now]; k < counters.start[now + 1]; k++) {
        total[counters.counter[k]] -= counters.amount[k];
      }
      for (int k = counters.start[before]; k < counters.start[before + 1]; k++) {
        total[counters.counter[k]] += counters.amount[k];
      }
      for (int k = cover.start[now]; k < cover.start[now + 1]; k++) {
        amounts[cover.unit[k]] -= cover.amount[k];
      }
      for (int k = cover.start[before]; k < cover.start[before + 1]; k++) {
        amounts[cover.unit[k]] += cover.amount[k];
      }
      values[changedCell[i]] = changedFrom[i];
    }
    if (emitted != 0) {
      total[counters.emitted] -= emitted;
    }
  }
}

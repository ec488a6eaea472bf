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

  private final StepJournal journal;
  private long delta;

  /** How many more the automaton emits after the walk that was last. */
  private int emitted;

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
    journal = new StepJournal(days);
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
    begin();
  }

  private void rebuild(int row) {
    RowTally tally = new RowTally(problem, row, values, row * days);
    System.arraycopy(tally.states, 0, states, row * (days + 1), days + 1);
    totals[row] = tally.totals;
    sequencePrice[row] = tally.sequence;
    counterPrice[row] = tally.counted;
    add(tally.cells);
    add(tally.sequence);
    add(tally.counted);
    Cover cover = problem.rows[row].cover();
    for (int day = 0; day < days; day++) {
      int cell = day * problem.values + values[row * days + day];
      for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
        amounts[cover.unit[i]] += cover.amount[i];
      }
    }
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
    journal.clear();
    delta = 0;
  }

  /** How many cells the step has changed. */
  int changes() {
    return journal.changes();
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
    int first = journal.changes();
    for (int day = from; day < to; day++) {
      short was = values[base + day];
      if (was != wanted[day]) {
        journal.change(base + day, was);
        values[base + day] = wanted[day];
      }
    }
    if (journal.changes() > first) {
      long counters = counterPrice[row];
      long sequence = sequencePrice[row];
      delta += exchange(row, first) + walk(row, first);
      journal.close(row, first, emitted, sequence, counters);
      int group = problem.groupOf[row];
      if (group >= 0) {
        delta += fair(group);
      }
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
    for (int i = first; i < journal.changes(); i++) {
      int day = journal.cell(i) - base;
      int before = day * problem.values + journal.before(i);
      int after = day * problem.values + values[journal.cell(i)];
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
    journal.group(group, groupPrices[group]);
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
    int day = journal.cell(first) - base;
    int state = states[stateBase + day];
    int change = first;
    int changes = journal.changes();
    emitted = 0;
    long sum = 0;
    while (day < days) {
      int old = states[stateBase + day];
      int now = values[base + day];
      int before = now;
      if (change < changes && journal.cell(change) == base + day) {
        before = journal.before(change++);
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
    for (int span = 0; span < journal.spans(); span++) {
      int row = journal.row(span);
      int base = row * days;
      restate(
          row,
          journal.cell(journal.start(span)) - base,
          journal.cell(journal.end(span) - 1) - base);
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
    for (int span = journal.spans() - 1; span >= 0; span--) {
      int row = journal.row(span);
      undo(row, journal.start(span), journal.end(span));
      if (journal.emitted(span) != 0) {
        totals[row][problem.rows[row].counters().emitted] -= journal.emitted(span);
      }
      sequencePrice[row] = journal.sequence(span);
      counterPrice[row] = journal.counters(span);
    }
    journal.restore(groupPrices);
    begin();
  }

  private void undo(int row, int first, int end) {
    Row rules = problem.rows[row];
    Counters counters = rules.counters();
    Cover cover = rules.cover();
    int[] total = totals[row];
    for (int i = first; i < end; i++) {
      int day = journal.cell(i) - row * days;
      int now = day * problem.values + values[journal.cell(i)];
      int before = day * problem.values + journal.before(i);
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
      values[journal.cell(i)] = (short) journal.before(i);
    }
  }
}

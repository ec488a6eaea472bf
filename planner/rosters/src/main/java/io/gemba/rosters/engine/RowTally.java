package io.gemba.rosters.engine;

/** A row followed from its first day to its last: states, totals and what they cost. */
final class RowTally {
  /** State of the automaton before each day and after the last. */
  final int[] states;

  /** Total of each counter. */
  final int[] totals;

  /** Packed price of the cells, of the sequence and of the counters. */
  final long cells;

  final long sequence;
  final long counted;

  /**
   * @param values where the row's values are, one a day
   * @param from of the first day
   */
  RowTally(Problem problem, int index, short[] values, int from) {
    Row row = problem.rows[index];
    Automaton automaton = row.automaton();
    Counters counters = row.counters();
    totals = new int[counters.count()];
    states = new int[problem.days + 1];
    int state = automaton.initial;
    long cellSum = 0;
    long sequenceSum = 0;
    for (int day = 0; day < problem.days; day++) {
      states[day] = state;
      int value = values[from + day];
      int cell = day * problem.values + value;
      int at = automaton.at(problem.dayClass[day], state, value);
      cellSum += row.cellPrice()[cell];
      sequenceSum += automaton.price[at];
      if (automaton.emits[at] != 0) {
        totals[counters.emitted]++;
      }
      for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
        totals[counters.counter[i]] += counters.amount[i];
      }
      state = automaton.next[at];
    }
    states[problem.days] = state;
    cells = cellSum;
    sequence = sequenceSum + automaton.finalPrice[state];
    long countedSum = 0;
    for (int counter = 0; counter < totals.length; counter++) {
      countedSum += counters.price[counter][totals[counter]];
    }
    counted = countedSum;
  }
}

package io.gemba.rosters.engine;

/** What a row costs by itself, without cover and fairness. */
final class RowPrice {
  private RowPrice() {}

  /** Packed price of a row of values, one a day. */
  static long of(Problem problem, int index, short[] values) {
    Row row = problem.rows[index];
    Automaton automaton = row.automaton();
    Counters counters = row.counters();
    int[] total = new int[counters.count()];
    int state = automaton.initial;
    long price = 0;
    for (int day = 0; day < values.length; day++) {
      int cell = day * problem.values + values[day];
      int at = automaton.at(problem.dayClass[day], state, values[day]);
      price += row.cellPrice()[cell] + automaton.price[at];
      if (automaton.emits[at] != 0) {
        total[counters.emitted]++;
      }
      for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
        total[counters.counter[i]] += counters.amount[i];
      }
      state = automaton.next[at];
    }
    price += automaton.finalPrice[state];
    for (int counter = 0; counter < total.length; counter++) {
      price += counters.price[counter][total[counter]];
    }
    return price;
  }
}

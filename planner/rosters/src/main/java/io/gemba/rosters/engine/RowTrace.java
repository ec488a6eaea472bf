package io.gemba.rosters.engine;

/** Reads the cheapest row off solved {@link RowLayers}, from the last day to the first. */
final class RowTrace {
  private final RowLayers solved;
  private final Problem problem;
  private final Automaton automaton;
  private final RowTotals totals;
  private final int values;

  RowTrace(RowLayers solved) {
    this.solved = solved;
    problem = solved.problem;
    automaton = solved.automaton;
    totals = solved.totals;
    values = problem.values;
  }

  /** The values of the row that ends in a state, one a day. */
  short[] back(int last) {
    short[] row = new short[problem.days];
    int state = last;
    int total = 0;
    for (int day = problem.days - 1; day >= 0; day--) {
      int reached = solved.layers[day + 1][state * totals.size(day + 1) + total];
      int[] unfinished = solved.unfinished[day];
      if (unfinished != null) {
        total = beforeFinish(day, state, total, reached);
        reached = unfinished[state * totals.unfinishedSize(day) + total];
      }
      int step = stepInto(day, state, total, reached);
      int from = step / values;
      row[day] = (short) (step % values);
      int at = automaton.at(problem.dayClass[day], from, row[day]);
      total = totals.before(day, row[day], automaton.emits[at], total);
      state = from;
    }
    return row;
  }

  private int beforeFinish(int day, int state, int total, int reached) {
    int size = totals.unfinishedSize(day);
    for (int c = 0; c < size; c++) {
      int before = solved.unfinished[day][state * size + c];
      if (totals.finishTo(day, c) == total
          && before < RowLayers.UNREACHED / 2
          && Price.hard(totals.finishPrice(day, c)) == 0
          && before + solved.scale.of(Price.soft(totals.finishPrice(day, c))) == reached) {
        return c;
      }
    }
    throw new IllegalStateException("No totals lead to the price on day " + day + ".");
  }

  /** State and value that lead to a price: {@code state * values + value}. */
  private int stepInto(int day, int state, int total, int reached) {
    int size = totals.size(day);
    int dayClass = problem.dayClass[day];
    for (int q = 0; q < automaton.states; q++) {
      for (int value = 0; value < values; value++) {
        int price = solved.prices[day * values + value];
        int at = automaton.at(dayClass, q, value);
        if (price >= RowLayers.UNREACHED / 2
            || automaton.next[at] != state
            || Price.hard(automaton.price[at]) > 0) {
          continue;
        }
        int before = totals.before(day, value, automaton.emits[at], total);
        if (before >= 0) {
          int source = solved.layers[day][q * size + before];
          if (source < RowLayers.UNREACHED / 2
              && source + price + solved.scale.of(Price.soft(automaton.price[at])) == reached) {
            return q * values + value;
          }
        }
      }
    }
    throw new IllegalStateException("No step leads to the price on day " + day + ".");
  }
}

package io.gemba.rosters.engine;

import java.util.Arrays;

/**
 * Mends rows that break rules, one after the other: some weeks around the rule are planned anew,
 * exactly and with the cover as it is, over longer windows each time that did not help, until the
 * whole row did not.
 */
final class WindowMend {
  private static final int WEEK_DAYS = 7;
  private static final int SHORTEST_WEEKS = 2;
  private static final int LONGEST_WEEKS = 8;
  private static final int MORE_WEEKS = 4;

  private final State state;
  private final Problem problem;
  private final FastRandom random;
  private final int[] longest;

  /**
   * @param state changed in place
   */
  WindowMend(State state, FastRandom random) {
    this.state = state;
    this.random = random;
    problem = state.problem;
    longest = new int[problem.rows.length];
    Arrays.fill(longest, LONGEST_WEEKS);
  }

  /** Mends until no row breaks a rule, nothing more can be tried or the time is up. */
  void run(Limits limits, double until) {
    for (int row = broken(); row >= 0; row = broken()) {
      if (limits.over() || limits.spent() > until) {
        return;
      }
      mend(row);
    }
  }

  /** A row that breaks a rule and has windows left to try; -1 = none. */
  private int broken() {
    int rows = problem.rows.length;
    int start = random.nextInt(rows);
    for (int i = 0; i < rows; i++) {
      int row = (start + i) % rows;
      if (hard(row) > 0 && longest[row] * WEEK_DAYS < 2 * problem.days) {
        return row;
      }
    }
    return -1;
  }

  private void mend(int row) {
    int day = brokenDay(row);
    int length = Math.min(problem.days, WEEK_DAYS * weeks(longest[row]));
    int from = Math.max(0, Math.min(problem.days - length, day - random.nextInt(length)));
    Window window = new Window(problem, state.values, from, from + length, new int[] {row});
    short[] path = RowPricer.alone(window.problem());
    long before = hard(row);
    if (path != null) {
      state.load(window.paste(state.values, path));
    }
    if (hard(row) >= before) {
      longest[row] += MORE_WEEKS;
    }
  }

  private long hard(int row) {
    return Price.hard(state.sequencePrice[row]) + Price.hard(state.counterPrice[row]);
  }

  /** As often between 2 and 4 weeks as between 4 and 8. */
  private int weeks(int longest) {
    double ratio = longest / (double) SHORTEST_WEEKS;
    return (int) Math.round(SHORTEST_WEEKS * Math.pow(ratio, random.nextDouble()));
  }

  /** A day on which the row's sequence breaks a rule; any day when only its counters do. */
  private int brokenDay(int row) {
    Automaton automaton = problem.rows[row].automaton();
    int start = random.nextInt(problem.days);
    for (int i = 0; i < problem.days; i++) {
      int day = (start + i) % problem.days;
      int at =
          automaton.at(
              problem.dayClass[day],
              state.states[row * (problem.days + 1) + day],
              state.value(row, day));
      if (Price.hard(automaton.price[at]) > 0) {
        return day;
      }
    }
    return start;
  }
}

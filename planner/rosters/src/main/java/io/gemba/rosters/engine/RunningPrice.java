package io.gemba.rosters.engine;

/**
 * A roster whose price follows single changes, for searches that are not ours: each costs the
 * changed day and the days until the rules forget it. Not thread safe.
 */
public final class RunningPrice {
  private final State state;
  private final short[] wanted;

  /**
   * @param roster value of row r on day d at {@code r * days + d}
   */
  public RunningPrice(Problem problem, short[] roster) {
    state = new State(problem, roster);
    wanted = new short[problem.days];
  }

  /** Gives a day of a row another value. */
  public void set(int row, int day, int value) {
    wanted[day] = (short) value;
    state.begin();
    state.change(row, day, day + 1, wanted);
    state.commit();
  }

  /** Units of broken rules. */
  public long hard() {
    return state.hard();
  }

  /** Cents, or the benchmark's own units. */
  public long soft() {
    return state.soft();
  }
}

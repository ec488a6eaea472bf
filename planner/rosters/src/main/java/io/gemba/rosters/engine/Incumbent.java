package io.gemba.rosters.engine;

/** The best roster of all threads. Thread safe. */
final class Incumbent {
  /** Hears of better rosters, in the thread that found them and under the incumbent's lock. */
  @FunctionalInterface
  public interface Listener {
    /** The roster must not be changed or kept. */
    void better(short[] roster, long hard, long soft);
  }

  private final Listener listener;
  private short[] roster;
  private long hard;
  private long soft;

  Incumbent(State start, Listener listener) {
    this.listener = listener;
    roster = start.values.clone();
    hard = start.hard();
    soft = start.soft();
  }

  /** Takes over the state if it is better. */
  synchronized boolean offer(State state) {
    if (state.hard() > hard || (state.hard() == hard && state.soft() >= soft)) {
      return false;
    }
    hard = state.hard();
    soft = state.soft();
    roster = state.values.clone();
    listener.better(roster, hard, soft);
    return true;
  }

  synchronized short[] roster() {
    return roster.clone();
  }

  synchronized long hard() {
    return hard;
  }

  synchronized long soft() {
    return soft;
  }
}

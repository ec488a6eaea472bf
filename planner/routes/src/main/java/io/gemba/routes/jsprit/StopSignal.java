package io.gemba.routes.jsprit;

import java.util.function.BooleanSupplier;

/** Tells the search to stop, by an exception where jsprit offers no other way out. */
final class StopSignal {
  private static final int CALLS_PER_LOOK = 1 << 12;

  private final long deadlineNanos;
  private final BooleanSupplier cancelled;
  private int calls;

  StopSignal(long deadlineNanos, BooleanSupplier cancelled) {
    this.deadlineNanos = deadlineNanos;
    this.cancelled = cancelled;
  }

  boolean stop() {
    return System.nanoTime() - deadlineNanos >= 0 || cancelled.getAsBoolean();
  }

  /**
   * Looks at the clock once in some thousand calls. The count is not exact between threads and need
   * not be.
   *
   * @throws StoppedException when the search must stop
   */
  void check() {
    if (++calls % CALLS_PER_LOOK == 0 && stop()) {
      throw new StoppedException();
    }
  }

  /** Whether a failure of the search is only this signal, maybe wrapped by another thread. */
  static boolean isStop(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoppedException) {
        return true;
      }
    }
    return false;
  }

  /** The search was told to stop. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("The search was told to stop.", null, false, false);
    }
  }
}

package io.gemba.routes;

/**
 * A better plan than all before.
 *
 * @param millis since the search began
 * @param iterations so far
 * @param costCents of the plan
 * @param vehicles that leave their depot
 * @param unassigned orders that nobody brings
 */
public record RouteProgress(
    long millis, int iterations, long costCents, int vehicles, int unassigned) {

  /** Hears of each better plan, on the planner's thread; must return quickly. */
  @FunctionalInterface
  public interface Listener {
    /** Hears nothing. */
    Listener SILENT = progress -> {};

    /** A better plan was found. */
    void improved(RouteProgress progress);
  }
}

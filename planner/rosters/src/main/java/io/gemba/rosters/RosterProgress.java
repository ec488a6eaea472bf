package io.gemba.rosters;

/**
 * A better roster than all before.
 *
 * @param millis since the search began
 * @param costCents of the roster
 * @param violations weight of the hard rules that are broken
 */
public record RosterProgress(long millis, long costCents, long violations) {

  /** Hears of each better roster, on a planner's thread; must return quickly. */
  @FunctionalInterface
  public interface Listener {
    /** Hears nothing. */
    Listener SILENT = progress -> {};

    /** A better roster was found. */
    void improved(RosterProgress progress);
  }
}

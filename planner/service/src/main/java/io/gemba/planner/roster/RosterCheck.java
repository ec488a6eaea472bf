package io.gemba.planner.roster;

import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;

/**
 * The last look at a stored roster before it is put in force, by code the search does not share.
 */
public final class RosterCheck {
  private RosterCheck() {}

  /** A roster that may not be published. */
  public static final class BrokenRulesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenRulesException(String message) {
      super(message);
    }
  }

  /**
   * Recomputes rules and price from the request.
   *
   * @throws BrokenRulesException naming the first broken rule or the other price
   */
  static void check(RosterDocument document) {
    Assessment found = RosterChecker.assess(document.request(), document.cells());
    if (!found.feasible()) {
      throw new BrokenRulesException(
          "The draft breaks %d hard rules, first: %s Plan again or change the absences."
              .formatted(found.violations().size(), found.violations().get(0).detail()));
    }
    long stored = document.result().costs().totalCents();
    if (found.costs().totalCents() != stored) {
      throw new BrokenRulesException(
          "The draft's price (%d cents) is not what the checker finds (%d). Plan again."
              .formatted(stored, found.costs().totalCents()));
    }
  }
}

package io.gemba.planner.roster;

import io.gemba.rosters.RosterProgress;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import java.util.function.BooleanSupplier;

/** What finds rosters; the planner of {@code io.gemba.rosters}, or a quick one in tests. */
@FunctionalInterface
public interface RosterSolver {
  /** Finds a checked roster within the request's time. */
  RosterResult solve(
      RosterRequest request, RosterProgress.Listener listener, BooleanSupplier cancelled);
}

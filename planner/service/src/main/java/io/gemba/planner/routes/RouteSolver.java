package io.gemba.planner.routes;

import io.gemba.routes.RouteProgress;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult;
import java.util.function.BooleanSupplier;

/** What finds routes; the planner of {@code io.gemba.routes}, or a quick one in tests. */
@FunctionalInterface
public interface RouteSolver {
  /** Finds a checked plan within the request's time. */
  RouteResult solve(
      RouteRequest request, RouteProgress.Listener listener, BooleanSupplier cancelled);
}

package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import io.gemba.routes.RoutePlanner;
import io.gemba.routes.RouteProgress;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteResult;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * For users of jsprit: a problem in, a solution out. What our model has words for is compiled and
 * searched there, and the plan is checked; everything else runs on jsprit's algorithm with our
 * string removal, blinking insertion and annealing. Stateless.
 */
public final class GembaRoutes {
  private static final double SECONDS = 10;
  private static final double PROBE_SHARE = 0.1;
  private static final int PROBE_ITERATIONS = 500;

  private GembaRoutes() {}

  /** Searches for ten seconds with all processors. */
  public static VehicleRoutingProblemSolution solve(VehicleRoutingProblem problem) {
    int threads = Runtime.getRuntime().availableProcessors();
    return solve(problem, new Search(SECONDS, null, 1, threads), () -> false);
  }

  /**
   * Searches.
   *
   * @param cancelled looked at often; true = stop with the best solution so far
   * @return jobs that no vehicle can serve, or that cost more than {@code 11 - priority} times any
   *     two ways to a job, are unassigned; the departure of a route is as late as makes nothing
   *     later
   */
  public static VehicleRoutingProblemSolution solve(
      VehicleRoutingProblem problem, Search search, BooleanSupplier cancelled) {
    if (!obstacles(problem).isEmpty()) {
      return solve(problem, OwnRules.none(problem), search, cancelled);
    }
    SolutionPrice price = new SolutionPrice(problem);
    long began = System.nanoTime();
    int vehicles = CompiledProblem.likelyCopies(problem);
    if (vehicles < CompiledProblem.mostCopies(problem)) {
      CompiledProblem probed = new CompiledProblem(problem, price, vehicles);
      RouteResult plan = plan(probed, probe(search), cancelled);
      boolean isShort = plan.routes().size() == vehicles * problem.getVehicles().size();
      vehicles = isShort ? CompiledProblem.mostCopies(problem) : vehicles;
    }
    CompiledProblem compiled = new CompiledProblem(problem, price, vehicles);
    double left = Math.max(0.01, search.seconds() - (System.nanoTime() - began) / 1e9);
    Search rest = new Search(left, search.iterations(), search.seed(), search.threads());
    return new PlanInJsprit(compiled, price).solution(plan(compiled, rest, cancelled));
  }

  private static Search probe(Search search) {
    return new Search(
        search.seconds() * PROBE_SHARE, PROBE_ITERATIONS, search.seed(), search.threads());
  }

  private static RouteResult plan(
      CompiledProblem compiled, Search search, BooleanSupplier cancelled) {
    return new RoutePlanner()
        .solve(compiled.request(search), RouteProgress.Listener.SILENT, cancelled);
  }

  /**
   * Searches with the user's own constraints, on jsprit's algorithm: one thread, and it stops
   * between two steps.
   *
   * @param rules used by this one search only
   */
  public static VehicleRoutingProblemSolution solve(
      VehicleRoutingProblem problem, OwnRules rules, Search search, BooleanSupplier cancelled) {
    return new FallbackSearch(problem, rules, search, cancelled).run();
  }

  /** What of a problem keeps it from our model, in words; empty = nothing. */
  public static List<String> obstacles(VehicleRoutingProblem problem) {
    return Compilable.obstacles(problem);
  }
}

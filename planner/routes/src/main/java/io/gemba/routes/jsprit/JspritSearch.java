package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.algorithm.listener.IterationEndsListener;
import com.graphhopper.jsprit.core.algorithm.state.StateManager;
import com.graphhopper.jsprit.core.problem.constraint.ConstraintManager;
import com.graphhopper.jsprit.core.problem.constraint.HardRouteConstraint;
import com.graphhopper.jsprit.core.problem.misc.JobInsertionContext;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tours;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * jsprit's own ruin and recreate on the compiled model, until the time or the iterations are up or
 * the caller cancels; it stops within some thousand evaluations. One search object is one run.
 */
public final class JspritSearch {
  private static final int ENDLESS = 100_000_000;
  private static final int FAST_REGRET_ORDERS = 150;
  private static final double FIRST_THRESHOLD = 0.02;

  private final RouteModel model;
  private final Search search;
  private final BooleanSupplier cancelled;
  private final Consumer<Found> found;
  private final long beganNanos = System.nanoTime();
  private @Nullable Tours best;
  private double bestCents = Double.POSITIVE_INFINITY;
  private int iterations;

  /** A better plan than all before. */
  public record Found(Tours tours, int iterations) {}

  /**
   * @param cancelled looked at often; true = stop
   * @param found hears of each better plan
   */
  public JspritSearch(
      RouteModel model, Search search, BooleanSupplier cancelled, Consumer<Found> found) {
    this.model = model;
    this.search = search;
    this.cancelled = cancelled;
    this.found = found;
  }

  /**
   * Searches.
   *
   * @param start a feasible plan to improve; null = jsprit builds one
   * @return the best plan; null when it was stopped before the first
   */
  public @Nullable Tours run(@Nullable Tours start) {
    StopSignal signal = new StopSignal(beganNanos + Math.round(search.seconds() * 1e9), cancelled);
    JspritProblem problem = new JspritProblem(model, signal);
    ExecutorService pool =
        search.threads() > 1 ? Executors.newFixedThreadPool(search.threads()) : null;
    try {
      VehicleRoutingAlgorithm algorithm = algorithm(problem, pool);
      algorithm.addTerminationCriterion(discovered -> signal.stop());
      algorithm.addListener(
          (IterationEndsListener)
              (iteration, vrp, solutions) -> {
                iterations = iteration;
                solutions.forEach(solution -> keep(problem, solution));
              });
      if (start != null) {
        algorithm.addInitialSolution(problem.solution(start));
      }
      algorithm.searchSolutions().forEach(solution -> keep(problem, solution));
    } catch (RuntimeException e) {
      if (!StopSignal.isStop(e)) {
        throw e;
      }
    } finally {
      if (pool != null) {
        pool.shutdownNow();
      }
    }
    return best;
  }

  /** Iterations of the run so far. */
  public int iterations() {
    return iterations;
  }

  private VehicleRoutingAlgorithm algorithm(JspritProblem problem, @Nullable ExecutorService pool) {
    StateManager states = new StateManager(problem.problem);
    ConstraintManager constraints = new ConstraintManager(problem.problem, states);
    constraints.addConstraint((HardRouteConstraint) context -> allows(problem, context));
    Jsprit.Builder builder =
        Jsprit.Builder.newInstance(problem.problem)
            .setStateAndConstraintManager(states, constraints)
            .addCoreStateAndConstraintStuff(true)
            .setObjectiveFunction(new JspritObjective(problem))
            .setCustomAcceptor(new CoolingAcceptor(FIRST_THRESHOLD, this::progress))
            .setRandom(new Random(search.seed()))
            .setProperty(
                Jsprit.Parameter.FAST_REGRET, String.valueOf(model.orders() > FAST_REGRET_ORDERS));
    if (pool != null) {
      builder.setExecutorService(pool, search.threads());
    }
    VehicleRoutingAlgorithm algorithm = builder.buildAlgorithm();
    Integer limit = search.iterations();
    algorithm.setMaxIterations(limit == null ? ENDLESS : limit);
    return algorithm;
  }

  /** jsprit may give a whole route to another vehicle while it inserts, so all its jobs count. */
  private boolean allows(JspritProblem problem, JobInsertionContext context) {
    int vehicle = problem.vehicleIndex(context.getNewVehicle());
    int order = problem.orderIndex(context.getJob());
    if (!model.allows(order, vehicle) || problem.isTooLate(order)) {
      return false;
    }
    VehicleRoute route = context.getRoute();
    return route.getVehicle() == context.getNewVehicle()
        || route.getActivities().stream()
            .allMatch(activity -> model.allows(problem.costs.order(activity), vehicle));
  }

  private double progress() {
    Integer limit = search.iterations();
    return limit != null
        ? (double) iterations / limit
        : (System.nanoTime() - beganNanos) / (search.seconds() * 1e9);
  }

  private void keep(JspritProblem problem, VehicleRoutingProblemSolution solution) {
    if (solution.getCost() < bestCents - 1e-9) {
      bestCents = solution.getCost();
      best = problem.tours(solution.getRoutes());
      found.accept(new Found(best, iterations));
    }
  }
}

package io.gemba.routes.jsprit;

import com.graphhopper.jsprit.core.algorithm.PrettyAlgorithmBuilder;
import com.graphhopper.jsprit.core.algorithm.SearchStrategy;
import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.listener.IterationEndsListener;
import com.graphhopper.jsprit.core.algorithm.listener.VehicleRoutingAlgorithmListeners.PrioritizedVRAListener;
import com.graphhopper.jsprit.core.algorithm.module.RuinAndRecreateModule;
import com.graphhopper.jsprit.core.algorithm.recreate.BreakInsertionCalculatorFactory;
import com.graphhopper.jsprit.core.algorithm.recreate.BreakScheduling;
import com.graphhopper.jsprit.core.algorithm.recreate.JobInsertionCostsCalculator;
import com.graphhopper.jsprit.core.algorithm.recreate.JobInsertionCostsCalculatorBuilder;
import com.graphhopper.jsprit.core.algorithm.recreate.ServiceInsertionCalculatorFactory;
import com.graphhopper.jsprit.core.algorithm.recreate.ShipmentInsertionCalculatorFactory;
import com.graphhopper.jsprit.core.algorithm.recreate.listener.InsertionListener;
import com.graphhopper.jsprit.core.algorithm.ruin.RuinBreaks;
import com.graphhopper.jsprit.core.algorithm.selector.SelectBest;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.solution.SolutionCostCalculator;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.vehicle.FiniteFleetManagerFactory;
import com.graphhopper.jsprit.core.problem.vehicle.InfiniteFleetManagerFactory;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleFleetManager;
import com.graphhopper.jsprit.core.util.Solutions;
import io.gemba.routes.RouteRequest.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * jsprit's algorithm with string removal, blinking insertion and annealing in place of its own:
 * what any jsprit problem can be given to, with whatever constraints. One thread. It stops between
 * two steps, and not before its first plan.
 */
final class FallbackSearch {
  private static final int ENDLESS = 100_000_000;

  private final VehicleRoutingProblem problem;
  private final OwnRules rules;
  private final Search search;
  private final BooleanSupplier cancelled;
  private final long beganNanos = System.nanoTime();
  private int iterations;

  FallbackSearch(
      VehicleRoutingProblem problem, OwnRules rules, Search search, BooleanSupplier cancelled) {
    this.problem = problem;
    this.rules = rules;
    this.search = search;
    this.cancelled = cancelled;
  }

  VehicleRoutingProblemSolution run() {
    Random random = new Random(search.seed());
    VehicleFleetManager fleet =
        problem.getFleetSize() == FleetSize.INFINITE
            ? new InfiniteFleetManagerFactory(problem.getVehicles()).createFleetManager()
            : new FiniteFleetManagerFactory(problem.getVehicles()).createFleetManager();
    List<InsertionListener> insertionListeners = new ArrayList<>();
    List<PrioritizedVRAListener> algorithmListeners = new ArrayList<>();
    JobInsertionCostsCalculator calculator =
        new JobInsertionCostsCalculatorBuilder(insertionListeners, algorithmListeners)
            .setVehicleRoutingProblem(problem)
            .setVehicleFleetManager(fleet)
            .setStateManager(rules.states())
            .setConstraintManager(rules.constraints())
            .setServiceCalculatorFactory(new ServiceInsertionCalculatorFactory())
            .setShipmentCalculatorFactory(new ShipmentInsertionCalculatorFactory())
            .setBreakCalculatorFactory(new BreakInsertionCalculatorFactory())
            .setLocalLevel(true)
            .considerFixedCosts(1)
            .build();
    BlinkInsertion insertion = new BlinkInsertion(calculator, problem, random);
    insertionListeners.forEach(insertion::addListener);
    SolutionCostCalculator own = rules.objective();
    SolutionCostCalculator objective = own == null ? new SolutionPrice(problem) : own;
    SearchStrategy strategy =
        new SearchStrategy(
            "strings",
            new SelectBest(),
            new AnnealingAcceptor(problem.getJobs().size(), this::progress, random),
            objective);
    strategy.addModule(
        new RuinAndRecreateModule("strings", insertion, new StringRemoval(problem, random)));
    VehicleRoutingAlgorithm algorithm =
        PrettyAlgorithmBuilder.newInstance(problem, fleet, rules.states(), rules.constraints())
            .setRandom(random)
            .addCoreStateAndConstraintStuff()
            .withStrategy(strategy, 1)
            .constructInitialSolutionWith(insertion, objective)
            .withObjectiveFunction(objective)
            .build();
    algorithmListeners.forEach(one -> algorithm.addListener(one.getListener()));
    boolean hasBreaks =
        problem.getVehicles().stream().anyMatch(vehicle -> vehicle.getBreak() != null);
    if (hasBreaks) {
      algorithm.addListener(new BreakScheduling(problem, rules.states(), rules.constraints()));
      algorithm.addListener(new RuinBreaks());
    }
    Integer limit = search.iterations();
    algorithm.setMaxIterations(limit == null ? ENDLESS : limit);
    algorithm.addTerminationCriterion(discovered -> isOver());
    algorithm.addListener(
        (IterationEndsListener) (iteration, vrp, solutions) -> iterations = iteration);
    return Solutions.bestOf(algorithm.searchSolutions());
  }

  private boolean isOver() {
    return cancelled.getAsBoolean() || System.nanoTime() - beganNanos >= search.seconds() * 1e9;
  }

  private double progress() {
    Integer limit = search.iterations();
    return limit != null
        ? (double) iterations / limit
        : (System.nanoTime() - beganNanos) / (search.seconds() * 1e9);
  }
}

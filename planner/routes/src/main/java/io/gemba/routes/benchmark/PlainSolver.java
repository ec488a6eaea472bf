package io.gemba.routes.benchmark;

import io.gemba.routes.engine.PlainPlan;
import io.gemba.routes.engine.PlainProblem;
import io.gemba.routes.engine.PlainSearch;
import io.gemba.routes.engine.SearchLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Gemba's search on instances without pairs. */
public final class PlainSolver implements Solver {

  /** Stateless. */
  public PlainSolver() {}

  @Override
  public String name() {
    return "gemba";
  }

  @Override
  public Solved solve(
      Instance instance, Convention convention, Effort effort, Consumer<Progress> found) {
    long began = System.nanoTime();
    SearchLimit limit = new SearchLimit(began, effort.seconds(), 0, () -> false);
    PlainProblem problem = PlainCompiler.compile(instance, convention);
    long[] first = {-1};
    PlainSearch search =
        new PlainSearch(
            problem,
            new PlainSearch.Effort(effort.threads(), effort.seed()),
            limit,
            plan -> {
              first[0] = first[0] < 0 && plan.absent() == 0 ? limit.millis() : first[0];
              found.accept(
                  new Progress(
                      limit.millis(),
                      plan.routes().length,
                      (double) plan.length() / convention.scale()));
            });
    PlainPlan plan =
        convention == Convention.VEHICLES_FIRST ? search.runVehiclesFirst() : search.run(null);
    List<List<Integer>> routes = new ArrayList<>();
    for (int[] route : plan.routes()) {
      routes.add(Arrays.stream(route).boxed().toList());
    }
    return new Solved(routes, first[0], search.steps());
  }
}

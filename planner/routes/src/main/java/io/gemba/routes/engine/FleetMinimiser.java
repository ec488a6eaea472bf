package io.gemba.routes.engine;

import java.util.Arrays;

/**
 * Finds plans with ever fewer routes: takes the route apart whose customers were left out least
 * often, and anneals with nothing but the remaining routes until every customer is on one again
 * (Christiaens and Vanden Berghe 2020, section 5.4).
 */
final class FleetMinimiser {
  private static final int STEPS_A_LOOK = 64;

  private final PlainProblem problem;
  private final TimedRoutes routes;
  private final Absences absences;
  private final RuinRecreate search;
  private final int fewest;
  private PlainPlan best = new PlainPlan(new int[0][], 0, Integer.MAX_VALUE);
  private long steps;

  FleetMinimiser(PlainProblem problem, Neighbours neighbours, FastRandom random) {
    this.problem = problem;
    routes = new TimedRoutes(problem);
    absences = new Absences(problem.customers, true);
    search = new RuinRecreate(routes, neighbours, random, new StringRuin.Shape(10, 10), absences);
    fewest = problem.fewestRoutes();
  }

  /** Searches until a share of the limit is over or no smaller fleet could carry the load. */
  PlainPlan run(SearchLimit limit, double until) {
    search.begin(new PlanParts(routes, new FastRandom(1)).whole());
    search.construct();
    double temperature = 0.3 * problem.meanNearLength();
    while (!limit.isOver(steps) && limit.progress(steps) < until) {
      if (search.bestAbsent() == 0) {
        best = new PlainPlan(search.bestRoutes(), search.bestLength(), 0);
        if (best.routes().length <= fewest) {
          break;
        }
        dropRoute();
      }
      search.steps(STEPS_A_LOOK, temperature);
      steps += STEPS_A_LOOK;
    }
    return best;
  }

  private void dropRoute() {
    int[][] now = best.routes();
    int dropped = 0;
    for (int r = 1; r < now.length; r++) {
      if (absences.times(now[r]) < absences.times(now[dropped])) {
        dropped = r;
      }
    }
    int[][] kept = new int[now.length - 1][];
    System.arraycopy(now, 0, kept, 0, dropped);
    System.arraycopy(now, dropped + 1, kept, dropped, kept.length - dropped);
    routes.set(kept);
    int[] numbers = new int[kept.length];
    Arrays.setAll(numbers, r -> r);
    int[] customers = new int[problem.customers];
    Arrays.setAll(customers, i -> i + 1);
    search.begin(new PlanParts.Part((byte) 0, customers, numbers));
  }
}

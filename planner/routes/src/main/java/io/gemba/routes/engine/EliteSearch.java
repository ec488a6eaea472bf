package io.gemba.routes.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A small pool of good plans for small problems: two of them are crossed, the child is completed,
 * descended and briefly annealed, and takes the place of the worst (a memetic search, Nagata,
 * Braysy and Dullaert 2010). The pool is filled with plans made from nothing; one that brings
 * nothing new for long is begun again and keeps only its best.
 */
final class EliteSearch {
  private static final int POOL = 6;
  private static final int STEPS_A_LOOK = 32;

  /** For each customer: of a plan from nothing, and of a child. */
  private static final int COOLING_STEPS = 30;

  private static final int CHILD_STEPS = 25;
  private static final int PATIENCE = 60;

  /** Temperatures, in mean lengths to the nearest customers. */
  private static final double HOT = 1.0;

  private static final double WARM = 0.15;
  private static final double COLD = 0.02;

  private final PlainProblem problem;
  private final SegmentRoutes routes;
  private final PenalisedSearch search;
  private final PlanParts parts;
  private final RouteExchange exchange;
  private final SearchLimit limit;
  private final FastRandom random;
  private final double near;
  private final List<PlainPlan> pool = new ArrayList<>();
  private PlainPlan best;
  private long steps;
  private int idle;

  /**
   * @param start a complete plan to begin with
   * @param stepsBefore steps that count against the limit already
   */
  EliteSearch(
      PlainProblem problem,
      Neighbours neighbours,
      SearchLimit limit,
      FastRandom random,
      PlainPlan start,
      long stepsBefore) {
    this.problem = problem;
    this.limit = limit;
    this.random = random;
    routes = new SegmentRoutes(problem);
    search = new PenalisedSearch(routes, neighbours, random, new StringRuin.Shape(8, 10));
    parts = new PlanParts(routes, random);
    exchange = new RouteExchange(problem, neighbours, random);
    near = problem.meanNearLength();
    best = start;
    steps = stepsBefore;
    pool.add(start);
  }

  /**
   * Searches on.
   *
   * @param until share of the whole search that is over when it returns, at most 1
   * @param found hears of each better plan
   */
  void run(double until, Consumer<PlainPlan> found) {
    while (!limit.isOver(steps) && limit.progress(steps) < until) {
      if (pool.size() < POOL) {
        keep(anneal(new int[0][], HOT, (long) COOLING_STEPS * problem.customers, until), found);
      } else {
        PlainPlan first = pool.get(random.below(POOL));
        PlainPlan second = pool.get(random.below(POOL));
        int[][] child = exchange.cross(first.routes(), second.routes());
        keep(anneal(child, WARM, (long) CHILD_STEPS * problem.customers, until), found);
        if (++idle > PATIENCE) {
          idle = 0;
          pool.clear();
          pool.add(best);
        }
      }
    }
  }

  /** Completes, descends and cools down; the best feasible plan on the way. */
  private PlainPlan anneal(int[][] from, double first, long count, double until) {
    routes.set(from);
    search.begin(parts.whole());
    search.construct();
    for (long done = 0; done < count; done += STEPS_A_LOOK) {
      if (limit.isOver(steps) || limit.progress(steps) >= until) {
        break;
      }
      double share = (double) done / count;
      search.steps(STEPS_A_LOOK, near * first * Math.pow(COLD / first, share));
      steps += STEPS_A_LOOK;
    }
    return new PlainPlan(search.bestRoutes(), search.bestLength(), search.bestAbsent());
  }

  private void keep(PlainPlan plan, Consumer<PlainPlan> found) {
    if (plan.absent() > 0 || pool.stream().anyMatch(known -> known.length() == plan.length())) {
      return;
    }
    if (plan.isBetterThan(best)) {
      best = plan;
      idle = 0;
      found.accept(plan);
    }
    if (pool.size() < POOL) {
      pool.add(plan);
      return;
    }
    int worst = 0;
    for (int i = 1; i < pool.size(); i++) {
      worst = pool.get(i).length() > pool.get(worst).length() ? i : worst;
    }
    if (plan.isBetterThan(pool.get(worst))) {
      pool.set(worst, plan);
    }
  }

  /** Takes in a plan that another search found. */
  void add(PlainPlan plan) {
    keep(plan, ignored -> {});
  }

  /** The best plan so far. */
  PlainPlan best() {
    return best;
  }

  /** Steps so far, those before included. */
  long steps() {
    return steps;
  }
}

package io.gemba.routes.engine;

import java.util.function.Consumer;

/**
 * A population of plans for problems that are small for their time: two of them are crossed, the
 * child is completed and briefly annealed, and joins them (a hybrid genetic search, Vidal et al.
 * 2013). The population begins with plans made from nothing, and is made anew when it has brought
 * nothing for long.
 *
 * <p>Children are annealed in one of two ways by chance: string removals are fast and leave the
 * parents' number of routes, local search with penalties finds what a few exchanges gain.
 */
final class GeneticSearch {
  private static final int ALWAYS_BELOW = 150;

  /** From so many customers on one plan is brought further in the same time. */
  private static final int NEVER_FROM = 300;

  /** In between with so much time for each customer. */
  private static final double MILLIS_A_CUSTOMER = 20;

  private static final int STEPS_A_LOOK = 32;
  private static final int FIRST_PLANS = 20;

  /** Children in a row that were no better than the best plan. */
  private static final int PATIENCE = 1000;

  /** For each customer: string removals of a plan from nothing, and of a child. */
  private static final int FIRST_STRINGS = 20;

  private static final int CHILD_STRINGS = 10;
  private static final double STRINGS_SHARE = 0.5;

  /** Of local search. */
  private static final int CHILD_STEPS = 1024;

  /** Temperatures, in mean lengths to the nearest customers. */
  private static final double HOT = 1.5;

  private static final double WARM = 0.3;
  private static final double WARM_LOCAL = 0.1;
  private static final double COLD = 0.03;
  private static final double COLD_LOCAL = 0.02;

  private final SearchLimit limit;
  private final FastRandom random;
  private final double near;
  private final long customers;
  private final RouteExchange exchange;
  private final Population population;
  private final TimedRoutes timed;
  private final RuinRecreate strings;
  private final PlanParts timedParts;
  private final SegmentRoutes segments;
  private final PenalisedSearch localSearch;
  private final PlanParts segmentParts;
  private PlainPlan best;
  private double end;
  private long steps;
  private int made;
  private int idle;

  /**
   * @param start a complete plan to begin with
   * @param stepsBefore steps that count against the limit already
   */
  GeneticSearch(
      PlainProblem problem,
      Neighbours neighbours,
      SearchLimit limit,
      FastRandom random,
      PlainPlan start,
      long stepsBefore) {
    this.limit = limit;
    this.random = random;
    near = problem.meanNearLength();
    customers = problem.customers;
    exchange = new RouteExchange(problem, neighbours, random);
    population = new Population(problem.customers, random);
    timed = new TimedRoutes(problem);
    strings = new RuinRecreate(timed, neighbours, random, new StringRuin.Shape(10, 10));
    timedParts = new PlanParts(timed, random);
    segments = new SegmentRoutes(problem);
    localSearch = new PenalisedSearch(segments, neighbours, random, new StringRuin.Shape(8, 10));
    segmentParts = new PlanParts(segments, random);
    best = start;
    steps = stepsBefore;
    population.add(start);
  }

  /** Whether a problem is small enough for the time there is. */
  static boolean suits(PlainProblem problem, SearchLimit limit) {
    boolean hasTime =
        limit.countsSteps() || limit.nanos() / 1e6 >= MILLIS_A_CUSTOMER * problem.customers;
    return problem.customers < ALWAYS_BELOW || (problem.customers < NEVER_FROM && hasTime);
  }

  /**
   * Searches on.
   *
   * @param until share of the whole search that is over when it returns, at most 1
   * @param found hears of each better plan
   */
  void run(double until, Consumer<PlainPlan> found) {
    end = until;
    while (!isOver()) {
      if (made < FIRST_PLANS) {
        made++;
        descend(removals(new int[0][], HOT, FIRST_STRINGS), 0, found);
      } else {
        cross(found);
      }
    }
  }

  private boolean isOver() {
    return limit.isOver(steps) || limit.progress(steps) >= end;
  }

  private void cross(Consumer<PlainPlan> found) {
    Individual first = population.parent();
    Individual second = population.mate(first);
    int[][] child = exchange.cross(first.plan.routes(), second.plan.routes());
    if (random.unit() < STRINGS_SHARE) {
      descend(removals(child, WARM, CHILD_STRINGS), 0, found);
    } else {
      descend(child, CHILD_STEPS, found);
    }
    if (++idle > PATIENCE) {
      idle = 0;
      made = 0;
      population.clear();
    }
  }

  /** Completes and cools down by string removals. */
  private int[][] removals(int[][] from, double first, long stepsACustomer) {
    timed.set(from);
    strings.begin(timedParts.whole());
    strings.construct();
    long count = stepsACustomer * customers;
    for (long done = 0; done < count && !isOver(); done += STEPS_A_LOOK) {
      double share = (double) done / count;
      strings.steps(STEPS_A_LOOK, near * first * Math.pow(COLD / first, share));
      steps += STEPS_A_LOOK;
    }
    return strings.bestRoutes();
  }

  /** Completes, descends and, for a count of steps above 0, cools down by local search. */
  private void descend(int[][] from, int count, Consumer<PlainPlan> found) {
    segments.set(from);
    localSearch.begin(segmentParts.whole());
    localSearch.construct();
    steps++;
    for (int done = 0; done < count && !isOver(); done += STEPS_A_LOOK) {
      double share = (double) done / count;
      localSearch.steps(STEPS_A_LOOK, near * WARM_LOCAL * Math.pow(COLD_LOCAL / WARM_LOCAL, share));
      steps += STEPS_A_LOOK;
    }
    if (localSearch.bestAbsent() == 0) {
      keep(new PlainPlan(localSearch.bestRoutes(), localSearch.bestLength(), 0), found);
    }
  }

  private void keep(PlainPlan plan, Consumer<PlainPlan> found) {
    population.add(plan);
    if (plan.isBetterThan(best)) {
      best = plan;
      idle = 0;
      found.accept(plan);
    }
  }

  /** Takes in a plan that another search found. */
  void add(PlainPlan plan) {
    if (plan.absent() == 0) {
      keep(plan, ignored -> {});
    }
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

package io.gemba.routes.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One plan and the threads that work on it: string removals from hot to warm, which put the routes
 * where they belong, then local search from warm to cold. Problems that are small for their time go
 * on with a population of plans instead; long routes that load rather than windows keeps from being
 * fewer have few removals, and are closed one by one in the middle, between a hot local search and
 * one that cools down.
 */
final class SearchChain {
  private static final double WARM_SHARE = 0.25;
  private static final double WARM_SHARE_WITH_POPULATION = 0.1;

  /** What local search begins from: small ruins left big problems in the optima they came to. */
  private static final StringRuin.Shape RUIN = new StringRuin.Shape(16, 16);

  /** Long routes: customers for each route that the load needs at least. */
  private static final int LONG = 20;

  /** Times the routes that the load needs; a plan with more has them for its windows. */
  private static final double MOST_ROUTES = 1.5;

  private static final double WARM_SHARE_WHEN_LONG = 0.03;
  private static final double CLOSING_FROM = 0.4;
  private static final double CLOSING_FROM_WITH_TIME = 0.3;
  private static final double CLOSING_TO = 0.5;
  private static final double CLOSING_ROUND = 0.1;

  /** In temperatures. */
  private static final double ROUTE_PRICE = 5;

  private final PlainProblem problem;
  private final Neighbours neighbours;
  private final SearchLimit limit;
  private final long seed;
  private final int threads;
  private final int number;
  private final ExecutorService pool;
  private final Temperatures temperatures;
  private final boolean isSmall;
  private final boolean isLong;
  private Annealing annealing;
  private @Nullable GeneticSearch genetic;
  private Phase phase = Phase.STRINGS;

  private enum Phase {
    STRINGS,
    LOCAL_SEARCH,
    LOCAL_SEARCH_THEN_CLOSING,
    CLOSING,
    CLOSING_THEN_LOCAL_SEARCH
  }

  /** What the chains of a search have in common. */
  record Setting(PlainProblem problem, Neighbours neighbours, SearchLimit limit, long seed) {}

  /**
   * @param threads that share the plan
   * @param number of the chain, from 0
   * @param pool with at least one thread less than {@code threads}
   * @param start routes to begin with; null = none
   */
  SearchChain(
      Setting setting, int threads, int number, ExecutorService pool, int @Nullable [][] start) {
    problem = setting.problem();
    neighbours = setting.neighbours();
    limit = setting.limit();
    seed = setting.seed();
    this.threads = threads;
    this.number = number;
    this.pool = pool;
    temperatures = new Temperatures(problem, limit, threads);
    isSmall = GeneticSearch.suits(problem, limit);
    isLong =
        problem.customers >= PlainSearch.SHARED_FROM
            && problem.customers >= LONG * problem.fewestRoutes();
    annealing = strings(temperatures.ofStrings(turn()));
    if (start != null) {
      annealing.set(new PlainPlan(start, 0, Integer.MAX_VALUE));
    }
    PlainPlan first = annealing.construct();
    if (start != null && first.absent() == 0) {
      turnToLocalSearch(0);
    }
  }

  private double turn() {
    return isSmall ? WARM_SHARE_WITH_POPULATION : WARM_SHARE;
  }

  void run(double until, Consumer<PlainPlan> heard) throws InterruptedException {
    if (phase == Phase.STRINGS && genetic == null) {
      runStrings(until, heard);
    }
    if (phase == Phase.LOCAL_SEARCH_THEN_CLOSING && until > closingFrom()) {
      annealing.run(closingFrom(), heard);
      turnToClosing();
    }
    if (phase == Phase.CLOSING_THEN_LOCAL_SEARCH && until > CLOSING_TO) {
      annealing.run(CLOSING_TO, heard);
      phase = Phase.LOCAL_SEARCH;
      anneal(ROUTE_PRICE, 500, temperatures.afterClosing(CLOSING_TO));
    }
    if (genetic != null) {
      genetic.run(until, heard);
    } else {
      annealing.run(until, heard);
    }
  }

  private void runStrings(double until, Consumer<PlainPlan> heard) throws InterruptedException {
    if (isLong) {
      annealing.run(Math.min(until, WARM_SHARE_WHEN_LONG), heard);
      if (until > WARM_SHARE_WHEN_LONG && hasRoutesToClose()) {
        turnToLocalSearch(WARM_SHARE_WHEN_LONG);
        return;
      }
    }
    annealing.run(Math.min(until, turn()), heard);
    if (until > turn() && annealing.best().absent() == 0) {
      turnToLocalSearch(turn());
    }
  }

  private boolean hasRoutesToClose() {
    PlainPlan plan = annealing.best();
    int used = plan.routes().length;
    return isLong
        && plan.absent() == 0
        && used < problem.fleet
        && used <= MOST_ROUTES * problem.fewestRoutes();
  }

  private void turnToLocalSearch(double from) {
    if (isSmall) {
      PlainPlan plan = annealing.best();
      genetic = new GeneticSearch(problem, neighbours, limit, random(200), plan, annealing.steps());
    } else if (hasRoutesToClose()) {
      phase = Phase.LOCAL_SEARCH_THEN_CLOSING;
      anneal(ROUTE_PRICE, 100, temperatures.beforeClosing(from, closingFrom()));
    } else {
      phase = Phase.LOCAL_SEARCH;
      anneal(0, 100, temperatures.ofLocalSearch(from));
    }
  }

  private double closingFrom() {
    return temperatures.haveTime() ? CLOSING_FROM_WITH_TIME : CLOSING_FROM;
  }

  /** Goes on from the best plan by local search. */
  private void anneal(double routePrice, int use, Annealing.Schedule schedule) {
    SegmentRoutes routes = new SegmentRoutes(problem);
    List<PartSearch> searches = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      searches.add(penalised(routes, random(use + i), routePrice));
    }
    goOn(new Annealing(routes, searches, schedule, limit, random(-2 - use), pool));
  }

  private void turnToClosing() {
    phase = temperatures.haveTime() ? Phase.CLOSING_THEN_LOCAL_SEARCH : Phase.CLOSING;
    SegmentRoutes routes = new SegmentRoutes(problem);
    List<PartSearch> searches = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      PenalisedSearch search = penalised(routes, random(300 + i), ROUTE_PRICE);
      searches.add(new RouteClosing(routes, neighbours, search, random(400 + i)));
    }
    Annealing.Schedule schedule = temperatures.ofLocalSearch(closingFrom());
    goOn(new Annealing(routes, searches, schedule, limit, random(-3), pool));
    annealing.meetEvery(CLOSING_ROUND);
  }

  private void goOn(Annealing next) {
    PlainPlan plan = annealing.best();
    long before = annealing.steps();
    annealing = next;
    annealing.set(plan);
    annealing.countFrom(before);
  }

  private Annealing strings(Annealing.Schedule schedule) {
    TimedRoutes routes = new TimedRoutes(problem);
    List<PartSearch> searches = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      searches.add(new RuinRecreate(routes, neighbours, random(i), new StringRuin.Shape(10, 10)));
    }
    return new Annealing(routes, searches, schedule, limit, random(-1), pool);
  }

  private PenalisedSearch penalised(SegmentRoutes routes, FastRandom random, double routePrice) {
    return new PenalisedSearch(routes, neighbours, random, RUIN, routePrice);
  }

  private FastRandom random(int use) {
    return new FastRandom(seed * 100_003 + number * 1_009L + use);
  }

  PlainPlan best() {
    return genetic == null ? annealing.best() : genetic.best();
  }

  void set(PlainPlan plan) {
    if (genetic == null) {
      annealing.set(plan);
    } else {
      genetic.add(plan);
    }
  }

  long steps() {
    return genetic == null ? annealing.steps() : genetic.steps();
  }
}

package io.gemba.routes.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds short plans of a {@link PlainProblem}: string removals while it is hot, local search with
 * penalties from there on. From {@value #CUT_FROM} customers on the threads share one plan and cut
 * it anew every round, if it has many routes; else each thread anneals its own plan, and the worse
 * goes on from the better one some times a search; small problems have a pool of plans a thread.
 */
public final class PlainSearch {
  private static final int CUT_FROM = 300;

  /** For each thread: a part of fewer long routes leaves too little to exchange. */
  private static final int CUT_ROUTES = 8;

  private static final int EXCHANGES = 20;
  private static final int NEAR = 300;
  private static final int WIDTH = 20;
  private static final int AROUND = 25;

  /** Temperatures, in mean lengths to the nearest customers. */
  private static final double HOT = 1.5;

  private static final double TURN = 0.3;
  private static final double WARM = 0.3;
  private static final double WARM_WHEN_SMALL = 0.6;

  /** For each millisecond of all threads a customer: who has little time must begin colder. */
  private static final double WARM_A_MILLI = 0.03;

  private static final double LEAST_WARM = 0.15;
  private static final double MOST_WARM = 0.8;
  private static final double COLD = 0.02;
  private static final double WARM_SHARE = 0.25;

  /** Below so many customers each thread goes on with a pool of plans. */
  private static final int POOL_BELOW = 150;

  private static final double WARM_SHARE_WITH_POOL = 0.1;

  /** What local search begins from: small ruins left big problems in the optima they came to. */
  private static final StringRuin.Shape BIG_RUIN = new StringRuin.Shape(16, 16);

  private static final StringRuin.Shape SMALL_RUIN = new StringRuin.Shape(8, 10);

  /** For each customer. */
  private static final double SECONDS_A_COOLING = 0.02;

  private static final double FLEET_SHARE = 0.5;

  private final PlainProblem problem;
  private final Effort effort;
  private final SearchLimit limit;
  private final Consumer<PlainPlan> found;
  private final Neighbours neighbours;
  private final CloseNumbering numbering;
  private long steps;

  /**
   * How to search.
   *
   * @param threads at least 1
   * @param seed of the random choices; one thread and an iteration limit repeat the same plan
   */
  public record Effort(int threads, long seed) {}

  /**
   * @param found hears of each better plan on the caller's thread, the first one soon
   */
  public PlainSearch(
      PlainProblem problem, Effort effort, SearchLimit limit, Consumer<PlainPlan> found) {
    this(problem, new CloseNumbering(problem), effort, limit, found);
  }

  private PlainSearch(
      PlainProblem given,
      CloseNumbering numbering,
      Effort effort,
      SearchLimit limit,
      Consumer<PlainPlan> found) {
    problem = numbering.renumbered(given);
    this.numbering = numbering;
    this.effort = effort;
    this.limit = limit;
    this.found = plan -> found.accept(numbering.given(plan));
    neighbours = new Neighbours(problem, NEAR, WIDTH, AROUND);
  }

  /**
   * Searches until the limit.
   *
   * @param start routes to begin with, feasible; null = none. Missing customers are inserted.
   */
  public PlainPlan run(int @Nullable [][] start) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, effort.threads() - 1));
    try {
      boolean cut =
          effort.threads() > 1
              && problem.customers >= CUT_FROM
              && problem.fewestRoutes() >= CUT_ROUTES * effort.threads()
              && problem.x != null;
      int[][] own = start == null ? null : numbering.close(start);
      return numbering.given(cut ? together(own, pool) : apart(own, pool));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The search was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  /**
   * Searches for the fewest vehicles first, then, with as many, for the shortest plan. Up to half
   * of the time goes to the first.
   */
  public PlainPlan runVehiclesFirst() {
    ExecutorService pool = Executors.newFixedThreadPool(effort.threads());
    PlainPlan fewest = new PlainPlan(new int[0][], 0, Integer.MAX_VALUE);
    try {
      List<Future<PlainPlan>> plans = new ArrayList<>();
      for (int i = 0; i < effort.threads(); i++) {
        FastRandom random = new FastRandom(effort.seed() * 2003 + i);
        plans.add(
            pool.submit(
                () -> new FleetMinimiser(problem, neighbours, random).run(limit, FLEET_SHARE)));
      }
      for (Future<PlainPlan> plan : plans) {
        PlainPlan other = plan.get();
        boolean fewer = other.routes().length < fewest.routes().length || fewest.absent() > 0;
        fewest = other.absent() == 0 && fewer ? other : fewest;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The search was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A search thread failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
    if (fewest.absent() > 0) {
      return run(null);
    }
    found.accept(fewest);
    return numbering.given(
        new PlainSearch(problem.withFleet(fewest.routes().length), effort, limit, found)
            .run(fewest.routes()));
  }

  /** Steps of the first thread. */
  public long steps() {
    return steps;
  }

  private PlainPlan together(int @Nullable [][] start, ExecutorService pool)
      throws InterruptedException {
    Chain chain = new Chain(effort.threads(), 0, pool, start);
    found.accept(chain.best());
    chain.run(1, found);
    steps = chain.steps();
    return chain.best();
  }

  private PlainPlan apart(int @Nullable [][] start, ExecutorService pool)
      throws InterruptedException {
    Leader leader = new Leader();
    List<Chain> chains = new ArrayList<>();
    for (int i = 0; i < effort.threads(); i++) {
      chains.add(new Chain(1, i, pool, start));
      leader.heard(chains.get(i).best());
    }
    for (int exchange = 1; exchange <= EXCHANGES; exchange++) {
      double until = (double) exchange / EXCHANGES;
      List<Future<?>> others = new ArrayList<>();
      for (Chain chain : chains.subList(1, chains.size())) {
        others.add(
            pool.submit(
                () -> {
                  chain.run(until, plan -> {});
                  return null;
                }));
      }
      chains.get(0).run(until, leader::heard);
      for (Future<?> other : others) {
        await(other);
      }
      chains.forEach(chain -> leader.heard(chain.best()));
      PlainPlan best = leader.plan();
      chains.stream().filter(chain -> best.isBetterThan(chain.best())).forEach(c -> c.set(best));
    }
    steps = chains.get(0).steps();
    return leader.plan();
  }

  private static void await(Future<?> other) throws InterruptedException {
    try {
      other.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A search thread failed", e.getCause());
    }
  }

  /**
   * One plan and the threads that work on it: string removals from hot to warm, which put the
   * routes where they belong, then local search from warm to cold. Every second chain has string
   * removals to the end, for the difference. Small problems go on with a pool of plans instead.
   */
  private final class Chain {
    private final int threads;
    private final int number;
    private final ExecutorService pool;
    private final double near = problem.meanNearLength();
    private final double turn;
    private final boolean isPooled = problem.customers < POOL_BELOW;
    private Annealing annealing;
    private @Nullable EliteSearch elite;
    private boolean isPenalised;

    Chain(int threads, int number, ExecutorService pool, int @Nullable [][] start) {
      this.threads = threads;
      this.number = number;
      this.pool = pool;
      boolean stays = number % 2 == 1 && !isPooled && problem.customers < CUT_FROM;
      turn = isPooled ? WARM_SHARE_WITH_POOL : stays ? 1 : WARM_SHARE;
      double last = stays ? COLD : TURN;
      annealing =
          strings(new Annealing.Schedule(HOT * near, last * near, 0, turn, stays ? coolings() : 1));
      if (start != null) {
        annealing.set(new PlainPlan(start, 0, Integer.MAX_VALUE));
      }
      PlainPlan first = annealing.construct();
      if (start != null && !stays && first.absent() == 0) {
        turnToLocalSearch(0);
      }
    }

    void run(double until, Consumer<PlainPlan> heard) throws InterruptedException {
      if (elite == null && !isPenalised) {
        annealing.run(Math.min(until, turn), heard);
        if (until > turn && annealing.best().absent() == 0) {
          turnToLocalSearch(turn);
        }
      }
      if (elite != null) {
        elite.run(until, heard);
      } else {
        annealing.run(until, heard);
      }
    }

    private void turnToLocalSearch(double from) {
      PlainPlan plan = annealing.best();
      long before = annealing.steps();
      if (isPooled) {
        elite = new EliteSearch(problem, neighbours, limit, random(200), plan, before);
        return;
      }
      annealing =
          penalised(new Annealing.Schedule(warm(threads) * near, COLD * near, from, 1, coolings()));
      annealing.set(plan);
      annealing.countFrom(before);
      isPenalised = true;
    }

    private Annealing strings(Annealing.Schedule schedule) {
      TimedRoutes routes = new TimedRoutes(problem);
      List<PartSearch> searches = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        searches.add(new RuinRecreate(routes, neighbours, random(i), new StringRuin.Shape(10, 10)));
      }
      return new Annealing(routes, searches, schedule, limit, random(-1), pool);
    }

    private Annealing penalised(Annealing.Schedule schedule) {
      SegmentRoutes routes = new SegmentRoutes(problem);
      StringRuin.Shape shape = problem.customers < CUT_FROM ? SMALL_RUIN : BIG_RUIN;
      List<PartSearch> searches = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        searches.add(new PenalisedSearch(routes, neighbours, random(100 + i), shape));
      }
      return new Annealing(routes, searches, schedule, limit, random(-2), pool);
    }

    private FastRandom random(int use) {
      return new FastRandom(effort.seed() * 100_003 + number * 1_009L + use);
    }

    PlainPlan best() {
      return elite == null ? annealing.best() : elite.best();
    }

    void set(PlainPlan plan) {
      if (elite == null) {
        annealing.set(plan);
      } else {
        elite.add(plan);
      }
    }

    long steps() {
      return elite == null ? annealing.steps() : elite.steps();
    }
  }

  private double warm(int threads) {
    if (problem.customers < CUT_FROM) {
      return WARM_WHEN_SMALL;
    }
    double millis = limit.nanos() / 1e6 * threads / problem.customers;
    return limit.countsSteps()
        ? WARM
        : Math.max(LEAST_WARM, Math.min(MOST_WARM, WARM_A_MILLI * millis));
  }

  /** Small problems freeze long before the time is up, and are heated again. */
  private int coolings() {
    double needed = SECONDS_A_COOLING * problem.customers;
    return problem.customers >= CUT_FROM || limit.countsSteps()
        ? 1
        : (int) Math.max(1, Math.min(50, Math.round(limit.nanos() / 1e9 / needed)));
  }

  /** The best plan of all chains, told on as it becomes better. */
  private final class Leader {
    private PlainPlan plan = new PlainPlan(new int[0][], 0, Integer.MAX_VALUE);

    void heard(PlainPlan other) {
      if (other.isBetterThan(plan)) {
        plan = other;
        found.accept(other);
      }
    }

    PlainPlan plan() {
      return plan;
    }
  }
}

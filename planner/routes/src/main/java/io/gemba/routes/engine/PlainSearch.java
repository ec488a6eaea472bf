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
 * Finds short plans of a {@link PlainProblem}. Small problems that have time enough have a
 * population of plans a thread ({@link GeneticSearch}). Else a plan begins with string removals
 * while it is hot and goes on with local search ({@link SearchChain}): from {@value #SHARED_FROM}
 * customers on the threads share one plan and cut it anew every round, if it has many routes;
 * otherwise each thread has its own, and the worse goes on from the better one some times a search.
 */
public final class PlainSearch {
  static final int SHARED_FROM = 300;

  /** For each thread: a part of fewer long routes leaves too little to exchange. */
  private static final int CUT_ROUTES = 8;

  private static final int EXCHANGES = 20;
  private static final int NEAR = 300;
  private static final int WIDTH = 20;
  private static final int AROUND = 25;

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
              && problem.customers >= SHARED_FROM
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
    SearchChain chain = new SearchChain(setting(), effort.threads(), 0, pool, start);
    found.accept(chain.best());
    chain.run(1, found);
    steps = chain.steps();
    return chain.best();
  }

  private PlainPlan apart(int @Nullable [][] start, ExecutorService pool)
      throws InterruptedException {
    Leader leader = new Leader();
    List<SearchChain> chains = new ArrayList<>();
    for (int i = 0; i < effort.threads(); i++) {
      chains.add(new SearchChain(setting(), 1, i, pool, start));
      leader.heard(chains.get(i).best());
    }
    for (int exchange = 1; exchange <= EXCHANGES; exchange++) {
      double until = (double) exchange / EXCHANGES;
      List<Future<?>> others = new ArrayList<>();
      for (SearchChain chain : chains.subList(1, chains.size())) {
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

  private SearchChain.Setting setting() {
    return new SearchChain.Setting(problem, neighbours, limit, effort.seed());
  }

  private static void await(Future<?> other) throws InterruptedException {
    try {
      other.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A search thread failed", e.getCause());
    }
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

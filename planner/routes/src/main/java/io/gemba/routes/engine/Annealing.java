package io.gemba.routes.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Anneals one plan with one search a thread: in rounds, each on another cut of the plan into parts,
 * so that the threads share nothing while they work. With one thread the part is the whole plan.
 */
final class Annealing {
  private static final int STEPS_A_LOOK = 32;
  private static final long STEPS_A_ROUND = 8192;
  private static final double ROUND_SHARE = 0.01;
  private static final double SHORTEST_ROUND_NANOS = 1e8;

  private final LinkedRoutes routes;
  private final List<? extends PartSearch> searches;
  private final Schedule schedule;
  private final SearchLimit limit;
  private final PlanParts parts;
  private final ExecutorService pool;
  private long steps;
  private PlainPlan best;
  private double roundShare = ROUND_SHARE;

  /**
   * Temperatures in units of length: from the first to the last, falling by the same factor in
   * equal times.
   *
   * @param from share of the whole search that is over when the first holds
   * @param to share of the whole search that is over when the last holds
   */
  record Schedule(double first, double last, double from, double to) {
    double at(double progress) {
      double share = Math.min(1, Math.max(0, (progress - from) / (to - from)));
      return first * Math.pow(last / first, share);
    }
  }

  /**
   * @param searches one a thread, all on {@code routes}
   * @param pool with at least one thread less than searches
   */
  Annealing(
      LinkedRoutes routes,
      List<? extends PartSearch> searches,
      Schedule schedule,
      SearchLimit limit,
      FastRandom random,
      ExecutorService pool) {
    this.routes = routes;
    this.searches = searches;
    this.schedule = schedule;
    this.limit = limit;
    this.pool = pool;
    parts = new PlanParts(routes, random);
    best = new PlainPlan(new int[0][], 0, Integer.MAX_VALUE);
  }

  /** Builds what is missing in the plan; the first plan when there is none. */
  PlainPlan construct() {
    PartSearch search = searches.get(0);
    search.begin(parts.whole());
    search.construct();
    best = new PlainPlan(search.bestRoutes(), search.bestLength(), search.bestAbsent());
    return best;
  }

  /**
   * Searches on.
   *
   * @param until share of the whole search that is over when it returns, at most 1
   * @param found hears of each better plan, on the caller's thread
   */
  PlainPlan run(double until, Consumer<PlainPlan> found) throws InterruptedException {
    while (!limit.isOver(steps) && limit.progress(steps) < until) {
      Round end = round(until);
      if (searches.size() == 1 || best.absent() > 0) {
        PartSearch search = searches.get(0);
        search.begin(parts.whole());
        work(search, end, true);
        keep(List.of(search), found);
      } else {
        List<PlanParts.Part> cut = parts.cut(searches.size());
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < searches.size(); i++) {
          PartSearch search = searches.get(i);
          PlanParts.Part part = cut.get(i);
          others.add(
              pool.submit(
                  () -> {
                    search.begin(part);
                    work(search, end, false);
                  }));
        }
        searches.get(0).begin(cut.get(0));
        work(searches.get(0), end, true);
        for (Future<?> other : others) {
          await(other);
        }
        keep(searches, found);
      }
    }
    return best;
  }

  /** When the threads meet again: by the clock, or by steps where nothing may depend on it. */
  private record Round(double endNanos, long endSteps, double until) {}

  private Round round(double until) {
    return limit.countsSteps()
        ? new Round(Double.POSITIVE_INFINITY, steps + STEPS_A_ROUND, until)
        : new Round(
            limit.elapsedNanos() + Math.max(SHORTEST_ROUND_NANOS, roundShare * limit.nanos()),
            Long.MAX_VALUE,
            until);
  }

  private void work(PartSearch search, Round round, boolean counted) {
    long own = steps;
    double progress = limit.progress(own);
    while (progress < round.until()
        && own < round.endSteps()
        && limit.elapsedNanos() < round.endNanos()
        && !limit.isOver(own)) {
      search.steps(STEPS_A_LOOK, schedule.at(progress));
      own += STEPS_A_LOOK;
      progress = limit.progress(own);
    }
    search.end();
    if (counted) {
      steps = own;
    }
  }

  private static void await(Future<?> other) throws InterruptedException {
    try {
      other.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A search thread failed", e.getCause());
    }
  }

  private void keep(List<? extends PartSearch> worked, Consumer<PlainPlan> found) {
    long length = 0;
    int absent = 0;
    for (PartSearch search : worked) {
      length += search.bestLength();
      absent += search.bestAbsent();
    }
    if (absent < best.absent() || (absent == best.absent() && length < best.length())) {
      List<int[]> all = new ArrayList<>();
      for (PartSearch search : worked) {
        all.addAll(List.of(search.bestRoutes()));
      }
      best = new PlainPlan(all.toArray(int[][]::new), length, absent);
      found.accept(best);
    }
  }

  /** Goes back to a plan. */
  void set(PlainPlan plan) {
    routes.set(plan.routes());
    if (plan.isBetterThan(best)) {
      best = plan;
    }
  }

  /** How long a round is, as a share of the whole search. */
  void meetEvery(double share) {
    roundShare = share;
  }

  /** Counts on from another search's steps. */
  void countFrom(long stepsBefore) {
    steps = stepsBefore;
  }

  /** The best plan so far. */
  PlainPlan best() {
    return best;
  }

  /** Steps of the first thread so far. */
  long steps() {
    return steps;
  }
}

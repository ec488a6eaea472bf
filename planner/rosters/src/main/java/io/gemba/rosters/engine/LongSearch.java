package io.gemba.rosters.engine;

import org.jspecify.annotations.Nullable;

/**
 * Searches a roster of weeks for which whole rows are not generated: all threads sweep over the
 * rows of one roster, window by window; rows that still break a rule are mended; then windows of
 * days are planned anew by column generation. Where the rows' totals are too many to be followed,
 * they anneal instead. Each thread has one; they share the sweeps and the incumbent.
 */
final class LongSearch {
  private static final int WEEK_DAYS = 7;

  /** Weeks that are planned at a time. */
  private static final int WEEKS = 10;

  /** Share of the time after which sweeps end, and annealing where there are none. */
  private static final double SWEPT = 0.93;

  private static final double COLD = 0.65;

  /** Temperatures as parts of the dearest step, weights of hard prices as multiples of it. */
  private static final double HOT_PART = 2;

  private static final double COLD_PART = 100;
  private static final double LENIENT = 0.6;
  private static final double STRICT = 20;

  private final Problem problem;
  private final FastRandom random;
  private final Incumbent incumbent;
  private final Limits limits;
  private final Shared shared;

  /** The sweeps of all threads, begun by the first that comes. Thread safe. */
  static final class Shared {
    private @Nullable RowSweeps sweeps;
    private double from;

    /** Sweeps until a share of the time is gone; false when rows cannot be planned. */
    private boolean sweep(LongSearch search) {
      RowSweeps own;
      double since;
      synchronized (this) {
        if (sweeps == null) {
          short[] start = search.incumbent.roster();
          int days = WEEKS * WEEK_DAYS;
          sweeps = new RowSweeps(search.problem, start, null, days, search.random);
          from = search.limits.spent();
        }
        own = sweeps;
        since = from;
      }
      own.run(search.limits, since, SWEPT, search.incumbent);
      return !own.isHopeless();
    }
  }

  LongSearch(
      Problem problem, FastRandom random, Incumbent incumbent, Limits limits, Shared shared) {
    this.problem = problem;
    this.random = random;
    this.incumbent = incumbent;
    this.limits = limits;
    this.shared = shared;
  }

  /** Whether windows of days can be planned by themselves: weeks enough, and no fairness. */
  static boolean fits(Problem problem) {
    return problem.days > WindowSearch.SHORTEST && problem.groups.length == 0;
  }

  /**
   * Searches until the time is up.
   *
   * @param state the annealing's own
   */
  void run(State state, Annealing annealing) {
    if (!shared.sweep(this)) {
      cool(annealing);
    }
    state.load(incumbent.roster());
    new WindowMend(state, random).run(limits, 1);
    incumbent.offer(state);
    WindowSearch windows = new WindowSearch(problem, random, problem.hardWeight(STRICT / 2));
    while (!limits.over()) {
      WindowSearch.Plan plan = windows.improve(incumbent.roster(), limits);
      if (plan != null) {
        state.load(plan.window().paste(incumbent.roster(), plan.values()));
        incumbent.offer(state);
      }
    }
  }

  private void cool(Annealing annealing) {
    double from = limits.spent();
    if (from < COLD) {
      double dearest = problem.dearestStep();
      annealing.run(
          new Annealing.Schedule(
              dearest / HOT_PART,
              dearest / COLD_PART,
              problem.hardWeight(LENIENT),
              problem.hardWeight(STRICT)),
          limits,
          from,
          COLD,
          incumbent);
    }
  }
}

package io.gemba.rosters.engine;

/**
 * Searches a roster of weeks for which whole rows are not generated: annealing until it is tepid,
 * in which rules may be broken; rows that break one are mended; annealing goes on with rules that
 * weigh so much that it stays so; then windows of days are planned anew. Each thread has one; they
 * share the incumbent.
 */
final class LongSearch {
  /** Shares of the time after which annealing, mending and the second annealing end. */
  private static final double TEPID = 0.25;

  private static final double MENDED = 0.5;
  private static final double COLD = 0.65;

  /** Temperatures as parts of the dearest step, weights of hard prices as multiples of it. */
  private static final double HOT_PART = 2;

  private static final double TEPID_PART = 5;
  private static final double COLD_PART = 100;
  private static final double LENIENT = 0.6;
  private static final double USUAL = 2;
  private static final double STRICT = 20;

  private final Problem problem;
  private final FastRandom random;
  private final Incumbent incumbent;
  private final Limits limits;

  LongSearch(Problem problem, FastRandom random, Incumbent incumbent, Limits limits) {
    this.problem = problem;
    this.random = random;
    this.incumbent = incumbent;
    this.limits = limits;
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
    double dearest = problem.dearestStep();
    annealing.run(
        new Annealing.Schedule(
            dearest / HOT_PART,
            dearest / TEPID_PART,
            problem.hardWeight(LENIENT),
            problem.hardWeight(USUAL)),
        limits,
        limits.spent(),
        TEPID,
        incumbent);
    new WindowMend(state, random).run(limits, MENDED);
    incumbent.offer(state);
    annealing.run(
        new Annealing.Schedule(
            dearest / TEPID_PART, dearest / COLD_PART, problem.hardWeight(STRICT)),
        limits,
        limits.spent(),
        COLD,
        incumbent);
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
}

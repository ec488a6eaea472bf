package io.gemba.routes.engine;

/**
 * From where to where each phase of a search cools, in mean lengths to the nearest customers times
 * a factor.
 */
final class Temperatures {
  private static final double HOT = 1.5;
  private static final double TURN = 0.3;
  private static final double WARM = 0.3;

  /** For each millisecond of all threads a customer: who has little time must begin colder. */
  private static final double WARM_A_MILLI = 0.03;

  private static final double LEAST_WARM = 0.15;
  private static final double MOST_WARM = 0.8;
  private static final double COLD = 0.02;

  /** Of all threads a customer: who has as much need not hurry. */
  private static final double MILLIS_WITH_TIME = 60;

  /** Below it a plan that had time stands still. */
  private static final double COLD_WITH_TIME = 0.08;

  /** Before routes are closed the plan need not settle. */
  private static final double WARM_BEFORE_CLOSING = 1;

  private static final double HOT_BEFORE_CLOSING = 2;
  private static final double COLD_BEFORE_CLOSING = 0.2;
  private static final double WARM_AFTER_CLOSING = 0.5;

  private final PlainProblem problem;
  private final SearchLimit limit;
  private final int threads;
  private final double near;

  Temperatures(PlainProblem problem, SearchLimit limit, int threads) {
    this.problem = problem;
    this.limit = limit;
    this.threads = threads;
    near = problem.meanNearLength();
  }

  /**
   * String removal.
   *
   * @param to share of the whole search that is over when it ends
   */
  Annealing.Schedule ofStrings(double to) {
    return new Annealing.Schedule(HOT * near, TURN * near, 0, to);
  }

  Annealing.Schedule ofLocalSearch(double from) {
    return new Annealing.Schedule(warm() * near, cold() * near, from, 1);
  }

  Annealing.Schedule beforeClosing(double from, double to) {
    double first = haveTime() ? HOT_BEFORE_CLOSING : WARM_BEFORE_CLOSING;
    return new Annealing.Schedule(first * near, COLD_BEFORE_CLOSING * near, from, to);
  }

  Annealing.Schedule afterClosing(double from) {
    return new Annealing.Schedule(WARM_AFTER_CLOSING * near, COLD * near, from, 1);
  }

  /** Whether there is so much time for each customer that a plan can be cooled down twice. */
  boolean haveTime() {
    return limit.countsSteps() || millisACustomer() >= MILLIS_WITH_TIME;
  }

  private double warm() {
    return limit.countsSteps()
        ? WARM
        : Math.max(LEAST_WARM, Math.min(MOST_WARM, WARM_A_MILLI * millisACustomer()));
  }

  private double cold() {
    return haveTime() && !limit.countsSteps() ? COLD_WITH_TIME : COLD;
  }

  private double millisACustomer() {
    return limit.nanos() / 1e6 * threads / problem.customers;
  }
}

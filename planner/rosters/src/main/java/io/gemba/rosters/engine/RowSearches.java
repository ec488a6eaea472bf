package io.gemba.rosters.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The exact row searches of a problem under prices of cover, shared out over threads. One caller at
 * a time.
 */
final class RowSearches {
  private static final double PATH_SCALE = 20_000;

  private final Problem problem;
  private final Helpers helpers;
  private final RowPricer[] pricers;
  private final double scale;

  /** Fills the price of value v on day d for a row, at {@code d * values + v}; thread safe. */
  @FunctionalInterface
  interface Prices {
    void fill(int row, double[] cellPrice);
  }

  RowSearches(Problem problem, Helpers helpers) {
    this.problem = problem;
    this.helpers = helpers;
    scale = PATH_SCALE / problem.dearestStep();
    pricers = new RowPricer[problem.rows.length];
  }

  /**
   * Searches the cheapest row of some people; several threads may do so.
   *
   * @param rows each at most once
   * @return one each, null where no row keeps the rules; null when the time ran out
   */
  RowPricer.@Nullable Path @Nullable [] run(int[] rows, Prices prices, Limits limits) {
    RowPricer.@Nullable Path[] paths = new RowPricer.Path[rows.length];
    AtomicInteger next = new AtomicInteger();
    helpers.run(
        () -> {
          double[] cellPrice = new double[problem.days * problem.values];
          for (int i = next.getAndIncrement();
              i < rows.length && !limits.over();
              i = next.getAndIncrement()) {
            Arrays.fill(cellPrice, 0);
            prices.fill(rows[i], cellPrice);
            paths[i] = pricer(rows[i]).cheapest(cellPrice);
          }
        });
    return limits.over() ? null : paths;
  }

  /** Runs a task here and on every thread that helps. */
  void share(Runnable task) {
    helpers.run(task);
  }

  /** Made when first needed, as the totals of a long row take their time. */
  private RowPricer pricer(int row) {
    RowPricer pricer = pricers[row];
    if (pricer == null) {
      pricer = new RowPricer(problem, row, scale);
      pricers[row] = pricer;
    }
    return pricer;
  }

  /** Price of a path that no row is cheaper than. */
  double lower(RowPricer.Path path) {
    return path.lower() / scale;
  }

  /** What rounding of prices may take from the bounds of so many rows together. */
  double lost(int rows) {
    // whole prices scale to whole numbers where the scale is one; else four are rounded a day
    double rounded = scale == Math.rint(scale) ? 1 : 4;
    return rows * problem.days * rounded * 0.5 / scale;
  }
}

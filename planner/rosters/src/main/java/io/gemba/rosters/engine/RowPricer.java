package io.gemba.rosters.engine;

import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest row of a person under given prices of every cell, exactly, by dynamic
 * programming over (day, automaton state, counter totals): the pricing problem of the column
 * generation for nurse rostering (Jaumard, Semet and Vovor 1998; Burke and Curtois 2014). No hard
 * rule of the row is broken. One thread.
 */
final class RowPricer {
  private static final int UNREACHED = RowLayers.UNREACHED;
  private static final int MOST_ATTEMPTS = 8;
  private static final int MOST_TOTALS = 4_000;

  /** Heads too few that a broken rule of cover weighs where a row is planned alone. */
  private static final int DEAR = 10;

  private final RowScale scale;
  private final int[] rowPrice;
  private final LimitFines fines;

  /** Null when there are too many totals to follow. */
  private final @Nullable RowLayers layers;

  /**
   * A row found under given prices.
   *
   * @param values one a day; null when none was found that keeps every rule
   * @param lower no row is cheaper, in the scale of the pricer
   */
  @SuppressWarnings("ArrayRecordComponent") // read in hot loops, never changed
  record Path(short @Nullable [] values, int lower) {}

  RowPricer(Problem problem, int index, double scale) {
    this(problem, index, scale, MOST_TOTALS);
  }

  /**
   * @param factor what prices are multiplied by before they are rounded
   * @param most totals of one day above which counters are left out and fined: fewer are sooner
   *     made and less exact
   */
  RowPricer(Problem problem, int index, double factor, int most) {
    scale = new RowScale(factor);
    Row row = problem.rows[index];
    int days = problem.days;
    int values = problem.values;
    rowPrice = new int[days * values];
    for (int cell = 0; cell < rowPrice.length; cell++) {
      long price = row.cellPrice()[cell];
      boolean closed = !problem.isOpen[index * days * values + cell];
      rowPrice[cell] = closed || Price.hard(price) > 0 ? UNREACHED : scale.of(Price.soft(price));
    }
    FollowedCounters followed = new FollowedCounters(row, days, values, most);
    int firstFine = scale.of(problem.dearestStep() / 4.0);
    fines = new LimitFines(row.counters(), followed, values, firstFine);
    layers =
        followed.tooMany()
            ? null
            : new RowLayers(
                problem,
                row.automaton(),
                new RowTotals(row.counters(), followed, days, values),
                scale);
  }

  /**
   * The cheapest values of a problem of one row, null when every way breaks a rule.
   *
   * <p>Cover is priced cell by cell: right as long as no two days of the row bring to one unit.
   */
  static short @Nullable [] alone(Problem problem) {
    Cover cover = problem.rows[0].cover();
    long hardWeight = problem.hardWeight(DEAR);
    double[] prices = new double[problem.days * problem.values];
    for (int cell = 0; cell < prices.length; cell++) {
      for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
        long[] price = problem.unitPrice[cover.unit[i]];
        prices[cell] += Price.flat(price[cover.amount[i]] - price[0], hardWeight);
      }
    }
    Path path = new RowPricer(problem, 0, 1).cheapest(prices);
    return path == null ? null : path.values();
  }

  /**
   * The cheapest row. Counters that are left out are fined when the row breaks them, more each
   * time, so the row may not be the very cheapest then; its lower bound holds (Lagrange).
   *
   * @param cellPrice price of value v on day d besides the row's own, at {@code d * values + v}
   * @return null when every row breaks a rule or there are too many totals to follow
   */
  @Nullable Path cheapest(double[] cellPrice) {
    if (layers == null) {
      return null;
    }
    int lower = Integer.MIN_VALUE;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      long allowed = price(cellPrice, layers.prices);
      int last = layers.solve();
      if (last < 0) {
        return null;
      }
      lower = (int) Math.max(lower, layers.bestPrice() - allowed);
      short[] found = new RowTrace(layers).back(last);
      if (!fines.raise(found)) {
        fines.relent();
        return new Path(found, lower);
      }
    }
    return new Path(null, lower);
  }

  /** Sets the prices of all cells; returns the fines that a row at every limit would pay. */
  private long price(double[] cellPrice, int[] prices) {
    for (int cell = 0; cell < prices.length; cell++) {
      prices[cell] =
          rowPrice[cell] == UNREACHED ? UNREACHED : rowPrice[cell] + scale.of(cellPrice[cell]);
    }
    return fines.addTo(prices, UNREACHED);
  }
}

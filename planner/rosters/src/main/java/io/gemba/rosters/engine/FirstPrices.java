package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds prices of cover near those of the linear program before there is one. Rows are planned anew
 * one after the other, each under prices that know what cover the others leave open (the
 * alternating direction method of multipliers, Boyd et al. 2011); what is too little then raises
 * its price, what is too much lowers it, by smaller steps each pass. So the linear program begins
 * with rows that fit together and needs a fraction of its rounds. One thread gives the work out.
 */
final class FirstPrices {
  private static final int PASSES = 25;

  /** Last passes, whose rows and mean prices are kept. */
  private static final int KEPT = 10;

  /** Price that one missing head adds in a whole pass, as a part of the dearest step. */
  private static final double FIRST_STEP = 0.3;

  /** The same where prices of everybody are known. */
  private static final double LATER_STEP = 0.1;

  private static final double LAST_STEP = 0.003;

  /** Price that a missing head has at once, as a part of what it adds in a pass. */
  private static final double AT_ONCE = 0.5;

  private static final double MOST_MISSING = 2;

  /** Rows planned at a time: more do not see what the others do. */
  private static final int TOGETHER = 2;

  private final Problem problem;
  private final CoverNeeds needs;
  private final RowSearches searches;
  private final FastRandom random;
  private final double[] prices;
  private final double[] mean;
  private final double[] missing;
  private final int[] free;
  private final short[][] line;
  private final double firstStep;
  private final List<Line> kept = new ArrayList<>();

  /** Values that a person could have. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  record Line(int row, short[] values) {}

  /** Prices of all units, and the rows found on the way, the last ones last; some twice. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  record Found(double[] prices, List<Line> lines) {}

  /**
   * @param part the roster to start from, and whose rows may change
   * @param left what the rows that stay leave of the need, changed
   * @param start prices of everybody; null = not known
   */
  FirstPrices(ColumnSearch search, RowProgram.Part part, double[] left, double @Nullable [] start) {
    problem = search.problem();
    needs = search.needs();
    searches = search.searches();
    random = search.random();
    free = part.free();
    missing = left;
    firstStep = start == null ? FIRST_STEP : LATER_STEP;
    mean = new double[left.length];
    prices = new double[left.length];
    for (int unit = 0; unit < prices.length; unit++) {
      prices[unit] = within(unit, start == null ? 0 : start[unit]);
    }
    line = new short[problem.rows.length][];
    for (int row : free) {
      line[row] = Arrays.copyOfRange(part.roster(), row * problem.days, (row + 1) * problem.days);
      problem.rows[row].cover().add(line[row], problem.values, -1, missing);
    }
  }

  /** Searches; null when the time ran out. */
  @Nullable Found search(Limits limits) {
    for (int pass = 0; pass < PASSES; pass++) {
      double ratio = LAST_STEP / firstStep;
      double step = problem.dearestStep() * firstStep * Math.pow(ratio, pass / (double) PASSES);
      if (!pass(step, pass >= PASSES - KEPT, limits)) {
        return null;
      }
    }
    return new Found(mean, kept);
  }

  private boolean pass(double step, boolean keeps, Limits limits) {
    int[] order = random.sample(free.length, free.length);
    Arrays.setAll(order, i -> free[order[i]]);
    for (int from = 0; from < order.length; from += TOGETHER) {
      int[] rows = Arrays.copyOfRange(order, from, Math.min(order.length, from + TOGETHER));
      RowPricer.@Nullable Path[] paths =
          searches.run(rows, (row, cellPrice) -> fill(row, AT_ONCE * step, cellPrice), limits);
      if (paths == null) {
        return false;
      }
      for (int i = 0; i < rows.length; i++) {
        RowPricer.Path path = paths[i];
        if (path != null && path.values() != null) {
          take(rows[i], path.values(), keeps);
        }
      }
      double share = step * rows.length / order.length;
      for (int unit = 0; unit < prices.length; unit++) {
        prices[unit] = within(unit, prices[unit] + share * missing[unit]);
      }
    }
    for (int unit = 0; keeps && unit < prices.length; unit++) {
      mean[unit] += prices[unit] / KEPT;
    }
    return true;
  }

  private void take(int row, short[] values, boolean keeps) {
    Cover cover = problem.rows[row].cover();
    cover.add(line[row], problem.values, 1, missing);
    cover.add(values, problem.values, -1, missing);
    line[row] = values;
    if (keeps) {
      kept.add(new Line(row, values));
    }
  }

  private double within(int unit, double price) {
    return Math.max(-needs.over[unit], Math.min(needs.under[unit], price));
  }

  /** What a cell is worth: its units' prices, more where heads are missing without this row. */
  private void fill(int row, double atOnce, double[] cellPrice) {
    Cover cover = problem.rows[row].cover();
    double[] own = new double[prices.length];
    cover.add(line[row], problem.values, 1, own);
    for (int cell = 0; cell < cellPrice.length; cell++) {
      for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
        int unit = cover.unit[i];
        double heads = missing[unit] + own[unit] - 0.5;
        double now = atOnce * Math.max(-MOST_MISSING, Math.min(MOST_MISSING, heads));
        cellPrice[cell] -= within(unit, prices[unit] + now) * cover.amount[i];
      }
    }
  }
}

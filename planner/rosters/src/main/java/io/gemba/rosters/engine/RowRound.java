package io.gemba.rosters.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A round of column generation: everybody's cheapest row under prices of cover, given to the linear
 * program where it helps. What they cost together is its Lagrangian bound. One thread gives the
 * searches out.
 */
final class RowRound {
  private static final double NEGATIVE = 1e-3;

  private final ColumnSearch search;
  private final int[] free;
  private final Master master;
  private final FixedRows fixed;

  /** What one round found; lower is a bound when it is complete. */
  record Priced(double lower, int added, boolean complete) {}

  /**
   * @param free row of each person of the program
   */
  RowRound(ColumnSearch search, int[] free, Master master, FixedRows fixed) {
    this.search = search;
    this.free = free;
    this.master = master;
    this.fixed = fixed;
  }

  /**
   * Searches.
   *
   * @param prices of all units
   * @return null when the time ran out
   */
  @Nullable Priced run(double[] prices, Limits limits) {
    double sum = fixed.cost(prices);
    for (int unit = 0; unit < master.units; unit++) {
      sum += prices[unit] * master.need(unit);
    }
    int[] persons = fixed.open();
    int[] rows = Arrays.stream(persons).map(person -> free[person]).toArray();
    RowPricer.@Nullable Path[] paths =
        search.searches().run(rows, (row, cellPrice) -> fill(row, prices, cellPrice), limits);
    if (paths == null) {
      return null;
    }
    boolean complete = true;
    int added = 0;
    for (int i = 0; i < rows.length; i++) {
      RowPricer.Path path = paths[i];
      if (path == null) {
        complete = false;
        continue;
      }
      sum += search.searches().lower(path);
      if (path.values() != null) {
        Column column = search.column(persons[i], rows[i], path.values());
        if (master.reduced(column) < -NEGATIVE) {
          master.add(column);
          added++;
        }
      }
    }
    return new Priced(sum, added, complete);
  }

  private void fill(int row, double[] prices, double[] cellPrice) {
    Cover cover = search.problem().rows[row].cover();
    for (int cell = 0; cell < cellPrice.length; cell++) {
      for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
        cellPrice[cell] -= prices[cover.unit[i]] * cover.amount[i];
      }
    }
  }
}

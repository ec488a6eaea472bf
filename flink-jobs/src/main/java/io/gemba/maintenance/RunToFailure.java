package io.gemba.maintenance;

import java.util.List;

/**
 * The life of one machine from its first cycle to its failure.
 *
 * @param unit names it
 * @param rows one a cycle, oldest first; the last is the one of the failure; each has a value for
 *     every sensor, in the order of the history
 */
public record RunToFailure(String unit, List<double[]> rows) {
  /**
   * @throws IllegalArgumentException naming the unit when it has no row, or rows of unlike length
   */
  public RunToFailure {
    rows = List.copyOf(rows);
    if (rows.stream().mapToInt(row -> row.length).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "Unit %s needs at least one row, and as many values in each.".formatted(unit));
    }
  }

  /** Cycles left after a row, 0 after the last. */
  public int left(int row) {
    return rows.size() - 1 - row;
  }
}

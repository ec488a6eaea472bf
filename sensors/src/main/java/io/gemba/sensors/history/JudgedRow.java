package io.gemba.sensors.history;

import java.time.Instant;
import java.util.List;

/**
 * A row of a file and what the sensors' watches said of it.
 *
 * @param at its time
 * @param values one a judged column, in the order of the columns
 * @param score decades of the most surprising column: -log10 of the chance of it, 0 or more
 * @param column the column with that score
 * @param episodes ids of the alarms that are open after this row, in the order of the columns
 * @param reason of the first of them; empty without
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; boxed numbers would be many
public record JudgedRow(
    Instant at,
    double[] values,
    double score,
    String column,
    List<String> episodes,
    String reason) {

  /** Copies the list. */
  public JudgedRow {
    episodes = List.copyOf(episodes);
  }
}

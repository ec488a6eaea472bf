package io.gemba.sensors.history;

import io.gemba.message.Episode;
import java.time.Instant;
import java.util.List;

/**
 * A row of a file and what the sensors' judges said of it.
 *
 * @param at its time
 * @param values one a judged column, in the order of the columns; NaN where there is none
 * @param score of the most surprising column, 0 or more: decades, -log10 of the chance of it, or
 *     what another judge calls its score
 * @param column the column with that score; empty when no column has a value
 * @param episodes alarms and faults of the data that are open after this row, in the order of the
 *     columns and then of their ids
 * @param reason of the first of them, or why the row was not judged; empty without
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; boxed numbers would be many
public record JudgedRow(
    Instant at,
    double[] values,
    double score,
    String column,
    List<Episode> episodes,
    String reason) {

  /** Copies the list. */
  public JudgedRow {
    episodes = List.copyOf(episodes);
  }
}

package io.gemba.planner.store;

import java.time.Instant;
import java.util.List;

/** Who has seen which alarm. */
public final class AcknowledgementTable {

  /**
   * Somebody has seen an alarm.
   *
   * @param episode id of the alarm
   * @param by who saw it
   * @param comment what they said; may be empty
   * @param at when
   */
  public record Acknowledgement(String episode, String by, String comment, Instant at) {}

  /**
   * Writes it; the latest one holds, and saying the same again changes nothing.
   *
   * @return whether that changed anything
   */
  public boolean put(Transaction transaction, Acknowledgement seen) {
    return transaction.update(
            "insert into acknowledgements (episode, acknowledged_by, comment, acknowledged_at)"
                + " values (?, ?, ?, ?) on conflict (episode) do update set"
                + " acknowledged_by = excluded.acknowledged_by, comment = excluded.comment,"
                + " acknowledged_at = excluded.acknowledged_at"
                + " where (acknowledgements.acknowledged_by, acknowledgements.comment)"
                + " is distinct from (excluded.acknowledged_by, excluded.comment)",
            seen.episode(),
            seen.by(),
            seen.comment(),
            seen.at())
        == 1;
  }

  /** Those of these alarms. */
  public List<Acknowledgement> list(Transaction transaction, List<String> episodes) {
    return transaction.list(
        row ->
            new Acknowledgement(
                row.getString("episode"),
                row.getString("acknowledged_by"),
                row.getString("comment"),
                Transaction.instant(row, "acknowledged_at")),
        "select * from acknowledgements where episode = any (?)",
        episodes);
  }
}

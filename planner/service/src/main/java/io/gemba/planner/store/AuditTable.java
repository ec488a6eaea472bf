package io.gemba.planner.store;

import io.gemba.message.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Who did what when. Rows are only ever added; the database refuses anything else. */
public final class AuditTable {

  /**
   * One line of the audit.
   *
   * @param at when
   * @param who as the client says
   * @param what a verb, for example {@code publish}
   * @param subject id of what it was done to
   */
  public record Entry(Instant at, String who, String what, String subject) {}

  /** Adds a line. */
  public void add(Transaction transaction, Entry entry, Object detail) {
    transaction.update(
        "insert into audit (at, who, what, subject, detail) values (?, ?, ?, ?, ?::jsonb)",
        entry.at(),
        entry.who(),
        entry.what(),
        entry.subject(),
        new String(Json.write(detail), StandardCharsets.UTF_8));
  }

  /** The latest lines, newest first. */
  public List<Entry> latest(Transaction transaction, int limit) {
    return transaction.list(
        row ->
            new Entry(
                Transaction.instant(row, "at"),
                row.getString("who"),
                row.getString("what"),
                row.getString("subject")),
        "select at, who, what, subject from audit order by id desc limit ?",
        limit);
  }
}

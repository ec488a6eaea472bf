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

  /**
   * A line about one subject.
   *
   * @param what a verb
   * @param text what was said; empty when nothing was
   */
  public record Line(Instant at, String who, String what, String text) {}

  /** The latest lines about a subject, newest first. */
  public List<Line> ofSubject(Transaction transaction, String subject, int limit) {
    return transaction.list(
        row ->
            new Line(
                Transaction.instant(row, "at"),
                row.getString("who"),
                row.getString("what"),
                row.getString("text")),
        "select at, who, what, coalesce(detail ->> 'text', detail ->> 'comment', '') as text"
            + " from audit where subject = ? order by id desc limit ?",
        subject,
        limit);
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

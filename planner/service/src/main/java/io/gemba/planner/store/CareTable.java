package io.gemba.planner.store;

import io.gemba.message.Episode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about alarms, and since when nobody heeds them. Each method writes its own
 * columns, so that a person and the clock cannot undo each other.
 */
public final class CareTable {

  /** What can be decided. */
  public enum Kind {
    SHELVED,
    CLOSED,
    NOT_A_FAULT
  }

  /**
   * What somebody decided last.
   *
   * @param until when it ends; null when it does not
   * @param reason what they said
   * @param severity of the alarm at that time
   * @param by who
   * @param at when
   */
  public record Decision(
      Kind kind,
      @Nullable Instant until,
      String reason,
      Episode.Severity severity,
      String by,
      Instant at) {}

  /**
   * All that is kept of an alarm.
   *
   * @param episode id of the alarm
   * @param assignee person id; null when nobody has it
   * @param decision null when none was made, or it was taken back
   * @param unheededSince since when it asks for somebody; null when it does not
   * @param escalatedAt when that had lasted too long; null while it has not
   */
  public record Care(
      String episode,
      @Nullable String assignee,
      @Nullable Decision decision,
      @Nullable Instant unheededSince,
      @Nullable Instant escalatedAt) {
    /** Nothing was done about this alarm. */
    public static Care none(String episode) {
      return new Care(episode, null, null, null, null);
    }
  }

  /**
   * Gives an alarm to a person; null takes it from them.
   *
   * @return whether that changed anything
   */
  public boolean assign(Transaction transaction, String episode, @Nullable String person) {
    if (person == null) {
      return transaction.update(
              "update alarm_care set assignee = null where episode = ? and assignee is not null",
              episode)
          == 1;
    }
    return transaction.update(
            "insert into alarm_care (episode, assignee) values (?, ?) on conflict (episode)"
                + " do update set assignee = excluded.assignee"
                + " where alarm_care.assignee is distinct from excluded.assignee",
            episode,
            person)
        == 1;
  }

  /**
   * Writes a decision over the one before; the same decision again, by whomever, changes nothing.
   *
   * @return whether that changed anything
   */
  public boolean decide(Transaction transaction, String episode, Decision decision) {
    return transaction.update(
            "insert into alarm_care"
                + " (episode, decision, until, reason, severity, decided_by, decided_at)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict (episode) do update set"
                + " decision = excluded.decision, until = excluded.until,"
                + " reason = excluded.reason, severity = excluded.severity,"
                + " decided_by = excluded.decided_by, decided_at = excluded.decided_at"
                + " where (alarm_care.decision, alarm_care.until, alarm_care.reason,"
                + " alarm_care.severity) is distinct from (excluded.decision, excluded.until,"
                + " excluded.reason, excluded.severity)",
            episode,
            decision.kind(),
            decision.until(),
            decision.reason(),
            decision.severity(),
            decision.by(),
            decision.at())
        == 1;
  }

  /**
   * Takes a decision back.
   *
   * @return whether there was one
   */
  public boolean takeBack(Transaction transaction, String episode) {
    return transaction.update(
            "update alarm_care set decision = null, until = null, reason = null, severity = null,"
                + " decided_by = null, decided_at = null"
                + " where episode = ? and decision is not null",
            episode)
        == 1;
  }

  /** Notes since when nobody heeds an alarm; null that somebody does, or that nobody needs to. */
  public void unheeded(Transaction transaction, String episode, @Nullable Instant since) {
    transaction.update(
        "insert into alarm_care (episode, unheeded_since) values (?, ?) on conflict (episode)"
            + " do update set unheeded_since = excluded.unheeded_since, escalated_at = null",
        episode,
        since);
  }

  /** Notes that nobody heeded an alarm for too long. */
  public void escalate(Transaction transaction, String episode, Instant at) {
    transaction.update("update alarm_care set escalated_at = ? where episode = ?", at, episode);
  }

  /** What is kept of these alarms; alarms of which nothing is kept are left out. */
  public List<Care> list(Transaction transaction, List<String> episodes) {
    return transaction.list(
        CareTable::read, "select * from alarm_care where episode = any (?)", episodes);
  }

  private static Care read(ResultSet row) throws SQLException {
    return new Care(
        row.getString("episode"),
        row.getString("assignee"),
        decision(row),
        instant(row, "unheeded_since"),
        instant(row, "escalated_at"));
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    String kind = row.getString("decision");
    if (kind == null) {
      return null;
    }
    return new Decision(
        Kind.valueOf(kind),
        instant(row, "until"),
        row.getString("reason"),
        Episode.Severity.valueOf(row.getString("severity")),
        row.getString("decided_by"),
        Transaction.instant(row, "decided_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

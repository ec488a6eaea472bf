package io.gemba.planner.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people decided about replenishment proposals. */
public final class DecisionTable {

  /**
   * What somebody decided.
   *
   * @param replenishment id of the proposal
   * @param status {@code APPROVED} or {@code SNOOZED}
   * @param quantity units that were ordered; null when snoozed
   * @param until first day it is shown again; null when approved
   * @param by who decided
   * @param at when
   */
  public record Decision(
      String replenishment,
      String status,
      @Nullable Double quantity,
      @Nullable LocalDate until,
      String by,
      Instant at) {}

  /**
   * Approves, unless it is approved already.
   *
   * @return whether this call did it
   */
  public boolean approve(Transaction transaction, Decision decision) {
    return put(transaction, decision, " where decisions.status <> 'APPROVED'") == 1;
  }

  /**
   * Snoozes, unless it is approved.
   *
   * @return whether it is snoozed now
   */
  public boolean snooze(Transaction transaction, Decision decision) {
    return put(transaction, decision, " where decisions.status <> 'APPROVED'") == 1;
  }

  /** The decision about a proposal. */
  public Optional<Decision> find(Transaction transaction, String replenishment) {
    return transaction.find(
        DecisionTable::read, "select * from decisions where replenishment = ?", replenishment);
  }

  /** All decisions about these proposals. */
  public List<Decision> list(Transaction transaction, List<String> replenishments) {
    return transaction.list(
        DecisionTable::read,
        "select * from decisions where replenishment = any (?)",
        replenishments);
  }

  private static int put(Transaction transaction, Decision decision, String condition) {
    return transaction.update(
        "insert into decisions (replenishment, status, quantity, until, decided_by, decided_at)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (replenishment) do update set"
            + " status = excluded.status, quantity = excluded.quantity, until = excluded.until,"
            + " decided_by = excluded.decided_by, decided_at = excluded.decided_at"
            + condition,
        decision.replenishment(),
        decision.status(),
        decision.quantity(),
        decision.until(),
        decision.by(),
        decision.at());
  }

  private static Decision read(ResultSet row) throws SQLException {
    return new Decision(
        row.getString("replenishment"),
        row.getString("status"),
        row.getObject("quantity", Double.class),
        row.getObject("until", LocalDate.class),
        row.getString("decided_by"),
        Transaction.instant(row, "decided_at"));
  }
}

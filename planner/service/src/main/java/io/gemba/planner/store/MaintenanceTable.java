package io.gemba.planner.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When somebody works on which machine. */
public final class MaintenanceTable {

  /**
   * A time in which somebody works on a machine.
   *
   * @param from first moment
   * @param until first moment after it
   * @param by who planned it
   * @param at when they did
   */
  public record Window(
      String id,
      String machine,
      Instant from,
      Instant until,
      String reason,
      String by,
      Instant at) {}

  /**
   * Writes a window; one with the same id gets its end and reason.
   *
   * @return whether that changed anything
   */
  public boolean put(Transaction transaction, Window window) {
    return transaction.update(
            "insert into maintenance_windows"
                + " (id, machine, starts, ends, reason, planned_by, planned_at)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                + " ends = excluded.ends, reason = excluded.reason,"
                + " planned_by = excluded.planned_by, planned_at = excluded.planned_at"
                + " where (maintenance_windows.ends, maintenance_windows.reason)"
                + " is distinct from (excluded.ends, excluded.reason)",
            window.id(),
            window.machine(),
            window.from(),
            window.until(),
            window.reason(),
            window.by(),
            window.at())
        == 1;
  }

  /**
   * Ends a window early; one that has not begun is then empty.
   *
   * @return whether it was not over yet
   */
  public boolean end(Transaction transaction, String id, Instant at) {
    return transaction.update(
            "update maintenance_windows set ends = greatest(starts, ?) where id = ? and ends > ?"
                + " and ends > starts",
            at,
            id,
            at)
        == 1;
  }

  /** The window with an id. */
  public Optional<Window> find(Transaction transaction, String id) {
    return transaction.find(
        MaintenanceTable::read, "select * from maintenance_windows where id = ?", id);
  }

  /** Those that end after a time and are not empty, the next first. */
  public List<Window> listEndingAfter(Transaction transaction, Instant at) {
    return transaction.list(
        MaintenanceTable::read,
        "select * from maintenance_windows where ends > ? and ends > starts order by starts, id",
        at);
  }

  private static Window read(ResultSet row) throws SQLException {
    return new Window(
        row.getString("id"),
        row.getString("machine"),
        Transaction.instant(row, "starts"),
        Transaction.instant(row, "ends"),
        row.getString("reason"),
        row.getString("planned_by"),
        Transaction.instant(row, "planned_at"));
  }
}

package io.gemba.planner.store;

import io.gemba.message.Cost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Every priced thing, once; the strip, the pages and the topic all read the same rows. */
public final class CostTable {

  /** A sum by kind. */
  public record Sum(Cost.Kind kind, long cents, long baselineCents) {}

  /** Writes a cost; one with the same id is replaced. */
  public void put(Transaction transaction, Cost cost, LocalDate day) {
    transaction.update(
        "insert into costs (id, day, kind, place, reference, at, cents, baseline_cents, reason,"
            + " causes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
            + " day = excluded.day, place = excluded.place, reference = excluded.reference,"
            + " at = excluded.at, cents = excluded.cents,"
            + " baseline_cents = excluded.baseline_cents, reason = excluded.reason,"
            + " causes = excluded.causes",
        cost.id(),
        day,
        cost.kind(),
        cost.place(),
        cost.reference(),
        cost.at(),
        cost.cents(),
        cost.baselineCents(),
        cost.reason(),
        cost.causes());
  }

  /** What a day costs, by kind; kinds without a row are not there. */
  public List<Sum> sums(Transaction transaction, LocalDate day) {
    return transaction.list(
        CostTable::sum,
        "select kind, sum(cents)::bigint as cents, sum(baseline_cents)::bigint as baseline_cents"
            + " from costs where day = ? group by kind order by kind",
        day);
  }

  private static Sum sum(ResultSet row) throws SQLException {
    return new Sum(
        Cost.Kind.valueOf(row.getString("kind")),
        row.getLong("cents"),
        row.getLong("baseline_cents"));
  }
}

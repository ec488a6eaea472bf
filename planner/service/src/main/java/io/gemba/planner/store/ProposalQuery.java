package io.gemba.planner.store;

import io.gemba.message.Json;
import io.gemba.message.Replenishment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Proposals that wait or were decided, without those that sleep. Thousands may be open while a page
 * shows a few, so counting and adding up is left to the database.
 */
public final class ProposalQuery {
  private static final String OPEN =
      " from replenishments r left join decisions d on d.replenishment = r.body ->> 'id'"
          + " where r.active and (d.until is null or d.until <= ?)";

  /**
   * All open proposals together.
   *
   * @param count proposals
   * @param atRiskCents expected loss: with the order where it is approved, without elsewhere; what
   *     a transfer saves is part of what its place stands to lose
   */
  public record Totals(int count, long atRiskCents) {}

  /** Counts and adds up. */
  public Totals totals(Transaction transaction, LocalDate today) {
    return transaction
        .find(
            row -> new Totals(row.getInt("count"), row.getLong("cents")),
            "select count(*)::int as count, coalesce(sum(case when r.body -> 'transfer' ->> 'tripCents'"
                + " is not null then 0 when d.status = 'APPROVED' then (r.body ->> 'riskWithCents')::bigint else r.rank end), 0)::bigint as cents"
                + OPEN,
            today)
        .orElse(new Totals(0, 0));
  }

  /**
   * Items at places that are expected to be gone before what can be ordered now arrives, or of
   * which a machine has just lost some, as long as nobody has decided. An order and a transfer for
   * the same shelf count once.
   */
  public int runOuts(Transaction transaction, LocalDate today) {
    return transaction
        .find(
            row -> row.getInt("count"),
            "select count(distinct (r.body ->> 'item', r.body ->> 'place'))::int as count"
                + OPEN
                + " and d.status is distinct from 'APPROVED'"
                + " and ((r.body ->> 'lostUnits')::float8 > 0"
                + " or r.body ->> 'expectedRunOut' < r.body ->> 'arrives')",
            today)
        .orElse(0);
  }

  /**
   * Orders that nobody decided on and that must be placed today; transfers are ways, not orders.
   */
  private static final String DUE =
      OPEN
          + " and d.status is distinct from 'APPROVED' and (r.body ->> 'quantity')::float8 > 0"
          + " and r.body -> 'transfer' ->> 'tripCents' is null and (r.body ->> 'orderBy')::date <= ?";

  /**
   * What is due from a source.
   *
   * @param costCents of the goods
   * @param savedCents risk and holding with the orders against without them
   */
  public record Due(String source, int count, long costCents, long savedCents) {}

  /** What is due, by source; that which saves most first. */
  public List<Due> dueBySource(Transaction transaction, LocalDate today) {
    return transaction.list(
        row ->
            new Due(
                row.getString("source"),
                row.getInt("count"),
                row.getLong("cost"),
                row.getLong("saved")),
        "select r.body ->> 'source' as source, count(*)::int as count,"
            + " sum((r.body ->> 'costCents')::bigint)::bigint as cost,"
            + " sum((r.body ->> 'riskWithoutCents')::bigint - (r.body ->> 'riskWithCents')::bigint"
            + " - (r.body ->> 'holdingCents')::bigint)::bigint as saved"
            + DUE
            + " group by 1 order by saved desc, source",
        today,
        today);
  }

  /** What is due from one source. */
  public List<Replenishment> dueFrom(Transaction transaction, String source, LocalDate today) {
    return transaction.list(
        ProposalQuery::read,
        "select r.body" + DUE + " and r.body ->> 'source' = ? order by r.key",
        today,
        today,
        source);
  }

  /** The worst, at most {@code limit}. */
  public List<Replenishment> worst(Transaction transaction, LocalDate today, int limit) {
    return transaction.list(
        ProposalQuery::read,
        "select r.body" + OPEN + " order by r.rank desc, r.key limit ?",
        today,
        limit);
  }

  private static Replenishment read(ResultSet row) throws SQLException {
    try {
      byte[] body = row.getString("body").getBytes(StandardCharsets.UTF_8);
      return Json.read(body, Replenishment.class);
    } catch (IOException e) {
      throw new UncheckedIOException("A row of replenishments cannot be read", e);
    }
  }
}

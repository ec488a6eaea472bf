package io.gemba.planner.store;

import io.gemba.message.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The latest message of each key of a topic. A row is replaced by one whose revision is as high or
 * higher, so a replay changes nothing.
 *
 * @param <T> the message
 */
public final class LatestTable<T> {
  private final String table;
  private final Class<T> type;

  /**
   * A message and how it is kept.
   *
   * @param key what it is the latest of
   * @param revision decides which of two is newer
   * @param rank orders lists, highest first
   * @param active whether it still matters
   * @param at when it belongs; rows can be forgotten by it
   * @param body the message
   */
  public record Row<T>(String key, long revision, long rank, boolean active, Instant at, T body) {
    /** A message that a later one replaces; unranked, and it matters. */
    public static <T> Row<T> latest(String key, Instant at, T body) {
      return new Row<>(key, at.toEpochMilli(), 0, true, at, body);
    }
  }

  /**
   * @param table name in the schema
   * @param type the message
   */
  public LatestTable(String table, Class<T> type) {
    this.table = table;
    this.type = type;
  }

  /**
   * Writes rows, in one statement.
   *
   * @return how many were newer than what was there
   */
  public int put(Transaction transaction, Collection<Row<T>> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    List<Row<T>> latest = latest(rows);
    String sql =
        "insert into "
            + table
            + " (key, revision, rank, active, at, body)"
            + " select key, revision, rank, active, at, body::jsonb"
            + " from unnest(?, ?, ?, ?, ?, ?) as n(key, revision, rank, active, at, body)"
            + " on conflict (key) do update set revision = excluded.revision,"
            + " rank = excluded.rank, active = excluded.active, at = excluded.at,"
            + " body = excluded.body where "
            + table
            + ".revision <= excluded.revision";
    return transaction.update(
        sql,
        transaction.array("text", latest.stream().map(Row::key).toArray()),
        transaction.array("bigint", latest.stream().map(Row::revision).toArray()),
        transaction.array("bigint", latest.stream().map(Row::rank).toArray()),
        transaction.array("boolean", latest.stream().map(Row::active).toArray()),
        transaction.array(
            "timestamptz", latest.stream().map(row -> Transaction.sqlTime(row.at())).toArray()),
        transaction.array("text", latest.stream().map(row -> json(row.body())).toArray()));
  }

  /** All that still matter, worst first. */
  public List<T> listActive(Transaction transaction, int limit) {
    return transaction.list(
        this::read,
        "select body from " + table + " where active order by rank desc, key limit ?",
        limit);
  }

  /** All, those that matter first, then the latest. */
  public List<T> list(Transaction transaction, int limit) {
    return transaction.list(
        this::read,
        "select body from " + table + " order by active desc, rank desc, at desc, key limit ?",
        limit);
  }

  /** All whose time is in a span, oldest first. */
  public List<T> listBetween(Transaction transaction, Instant from, Instant to) {
    return transaction.list(
        this::read,
        "select body from " + table + " where at >= ? and at < ? order by at, key",
        from,
        to);
  }

  /** The one with a key. */
  public Optional<T> find(Transaction transaction, String key) {
    return transaction.find(this::read, "select body from " + table + " where key = ?", key);
  }

  /** The one whose message has an id; for tables that are not kept by it. */
  public Optional<T> findById(Transaction transaction, String id) {
    return transaction.find(
        this::read, "select body from " + table + " where body ->> 'id' = ?", id);
  }

  /** Those with any of the keys. */
  public List<T> listKeys(Transaction transaction, List<String> keys) {
    return transaction.list(
        this::read, "select body from " + table + " where key = any (?) order by key", keys);
  }

  /** Those whose message names any of these causes. */
  public List<T> listCausedBy(Transaction transaction, List<String> causes) {
    return transaction.list(
        this::read,
        "select body from " + table + " where jsonb_exists_any(body -> 'causes', ?) order by key",
        causes);
  }

  /** How many still matter. */
  public int countActive(Transaction transaction) {
    return transaction
        .find(row -> row.getInt(1), "select count(*)::int from " + table + " where active")
        .orElse(0);
  }

  /** The ranks of all that still matter, added up. */
  public long sumActive(Transaction transaction) {
    return transaction
        .find(
            row -> row.getLong(1),
            "select coalesce(sum(rank), 0)::bigint from " + table + " where active")
        .orElse(0L);
  }

  /** Forgets rows that no longer matter and are older than a time. */
  public int forget(Transaction transaction, Instant before) {
    return transaction.update("delete from " + table + " where not active and at < ?", before);
  }

  private List<Row<T>> latest(Collection<Row<T>> rows) {
    Map<String, Row<T>> byKey = new LinkedHashMap<>();
    rows.forEach(
        row ->
            byKey.merge(
                row.key(), row, (old, next) -> next.revision() >= old.revision() ? next : old));
    return List.copyOf(byKey.values());
  }

  private T read(ResultSet row) throws SQLException {
    try {
      return Json.read(row.getString("body").getBytes(StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException("A row of " + table + " cannot be read", e);
    }
  }

  private static String json(Object body) {
    return new String(Json.write(body), StandardCharsets.UTF_8);
  }
}

package io.gemba.planner.store;

import java.util.List;

/** Any SQL, for tests. */
public final class RawSql {
  private RawSql() {}

  /** Changes rows. */
  public static void update(Transaction transaction, String sql, Object... parameters) {
    transaction.update(sql, parameters);
  }

  /** Reads the first column. */
  public static List<String> texts(Transaction transaction, String sql) {
    return transaction.list(row -> row.getString(1), sql);
  }
}

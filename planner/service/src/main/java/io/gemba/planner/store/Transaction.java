package io.gemba.planner.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is written through it is kept altogether or not at all. One thread. */
public final class Transaction {
  private final Connection connection;

  Transaction(Connection connection) {
    this.connection = connection;
  }

  /** Makes a value of a row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Changes rows; parameters may be null, text, numbers, booleans, instants, days, lists of text.
   */
  int update(String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new StoreException(firstWords(sql), e);
    }
  }

  /** Reads rows in their order. */
  <T> List<T> list(RowReader<T> reader, String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> values = new ArrayList<>();
      while (rows.next()) {
        values.add(reader.read(rows));
      }
      return values;
    } catch (SQLException e) {
      throw new StoreException(firstWords(sql), e);
    }
  }

  /** Reads the first row. */
  <T> Optional<T> find(RowReader<T> reader, String sql, @Nullable Object... parameters) {
    return list(reader, sql, parameters).stream().findFirst();
  }

  /** An SQL array, for {@code unnest}. */
  Array array(String type, Object[] values) {
    try {
      return connection.createArrayOf(type, values);
    } catch (SQLException e) {
      throw new StoreException("array of " + type, e);
    }
  }

  /** A column of text[]. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** A column of timestamptz. */
  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** An instant as JDBC wants it. */
  static OffsetDateTime sqlTime(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private PreparedStatement prepare(String sql, @Nullable Object[] parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, value(parameters[i]));
    }
    return statement;
  }

  private @Nullable Object value(@Nullable Object parameter) {
    if (parameter instanceof Instant at) {
      return sqlTime(at);
    }
    if (parameter instanceof List<?> texts) {
      return array("text", texts.toArray());
    }
    if (parameter instanceof LocalDate || parameter == null) {
      return parameter;
    }
    return parameter instanceof Enum<?> constant ? constant.name() : parameter;
  }

  private static String firstWords(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.substring(0, Math.min(60, line.length()));
  }
}

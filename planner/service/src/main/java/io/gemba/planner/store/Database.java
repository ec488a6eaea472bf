package io.gemba.planner.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.gemba.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/** A pool of connections to a database whose tables are up to date. Thread safe. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 6;
  private static final long WAIT_MILLIS = 10_000;

  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Connects and migrates.
   *
   * @throws RuntimeException when the database does not answer in ten seconds or was written by a
   *     newer version
   */
  public static Database open(Settings.Database settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("planner");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.username());
    if (settings.passwordFile() != null) {
      config.setPassword(secret(settings.passwordFile()));
    }
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setAutoCommit(false);
    HikariDataSource pool = new HikariDataSource(config);
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:io/gemba/planner/store")
          .table("planner_schema")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
    return new Database(pool);
  }

  /** Does work whose writes are all kept, or none when it throws. */
  public <T> T call(Function<Transaction, T> work) {
    try (Connection connection = pool.getConnection()) {
      try {
        T value = work.apply(new Transaction(connection));
        connection.commit();
        return value;
      } catch (RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException("transaction", e);
    }
  }

  /** Rolls back; a connection that is gone has done so already, and the cause is what matters. */
  private static void rollback(Connection connection, RuntimeException cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** The same for work without a value. */
  public void run(Consumer<Transaction> work) {
    call(
        transaction -> {
          work.accept(transaction);
          return true;
        });
  }

  @Override
  public void close() {
    pool.close();
  }

  private static String secret(java.nio.file.Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "database.passwordFile (" + file + ") cannot be read. Check the path and its rights.", e);
    }
  }
}

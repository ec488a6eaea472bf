package io.gemba.standalone.server;

import io.gemba.standalone.CannotStartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as a child process. Commits are on the disk before they are acknowledged. A server
 * that a killed Gemba left behind on the same folder is stopped first, so that nobody writes to it
 * from another place.
 */
public final class Postgres implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final Path UNSHARE = Path.of("/usr/bin/unshare");
  private static final Duration START = Duration.ofSeconds(60);

  private final Path binaries;
  private final Path cluster;
  private final Process process;

  private Postgres(Path binaries, Path cluster, Process process) {
    this.binaries = binaries;
    this.cluster = cluster;
    this.process = process;
  }

  /**
   * Starts the server and waits until it accepts connections.
   *
   * @param folder where the data are kept, and the programs unless the installation has them; made
   *     if absent
   * @param port on the loopback address
   * @param database made if absent, owned by the user; letters, digits and underscores
   * @param user made if absent; needs no password, since only this machine is let in
   */
  public static Postgres start(Path folder, int port, String database, String user) {
    requireName(database, "database.url");
    requireName(user, "database.username");
    Path binaries = PostgresBinaries.folder(folder);
    Path cluster = folder.resolve("cluster");
    try {
      Files.createDirectories(folder);
      PostgresBinaries.unpack(binaries);
      if (!Files.exists(cluster.resolve("postgresql.conf"))) {
        initialise(binaries, cluster, folder);
      }
      stopOrphan(folder);
      Process process = launch(binaries, cluster, port, folder.resolve("postgres.log"));
      awaitConnections(process, port, folder.resolve("postgres.log"));
      createDatabase(port, database, user);
      return new Postgres(binaries, cluster, process);
    } catch (IOException e) {
      throw new CannotStartException("PostgreSQL does not start from " + folder + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("Interrupted while PostgreSQL started. Start again.", e);
    }
  }

  private static void requireName(String name, String setting) {
    if (!name.matches("[A-Za-z0-9_]+")) {
      throw new CannotStartException(
          "'%s' in %s may have letters, digits and underscores only.".formatted(name, setting));
    }
  }

  private static void initialise(Path binaries, Path cluster, Path folder)
      throws IOException, InterruptedException {
    Path partial = folder.resolve("cluster.partial");
    // a folder that was left half made is no cluster: initdb wants to see it gone
    if (Files.exists(partial)) {
      Files.move(partial, folder.resolve("cluster.broken-" + System.nanoTime()));
    }
    run(
        List.of(
            binaries.resolve("bin/initdb").toString(),
            "--pgdata=" + partial,
            "--username=" + SUPERUSER,
            "--auth=trust",
            "--encoding=UTF-8",
            "--no-locale"),
        folder.resolve("initdb.log"));
    Files.move(partial, cluster);
  }

  /**
   * Stops the server that a killed Gemba left on a folder: it is a process of its own and lives on,
   * with its port. Does nothing when there is none. The folder must be ours alone.
   *
   * @param folder as given to {@link #start}
   */
  public static void stopOrphan(Path folder) {
    Path binaries = PostgresBinaries.folder(folder);
    Path cluster = folder.resolve("cluster");
    Path pidFile = cluster.resolve("postmaster.pid");
    try {
      if (!Files.exists(pidFile)) {
        return;
      }
      String pid = Files.readAllLines(pidFile, StandardCharsets.UTF_8).get(0).strip();
      if (isOurs(pid, binaries)) {
        LOG.info("Stopping the PostgreSQL that an earlier run left behind (pid {})", pid);
        stop(binaries, cluster);
      } else {
        Files.delete(pidFile); // of a process that is gone, or whose number another one has now
      }
    } catch (IOException e) {
      throw new CannotStartException("Cannot stop the PostgreSQL of " + folder + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("Interrupted while PostgreSQL stopped. Start again.", e);
    }
  }

  private static boolean isOurs(String pid, Path binaries) {
    return ProcessHandle.of(Long.parseLong(pid))
        .flatMap(handle -> handle.info().command())
        .filter(command -> command.startsWith(binaries.toAbsolutePath().toString()))
        .isPresent();
  }

  private static Process launch(Path binaries, Path cluster, int port, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.exists(SETSID)) {
      // a session of its own: Ctrl-C in the terminal is for us, and we stop it when nobody needs it
      command.add(SETSID.toString());
    }
    command.addAll(
        asUser(
            binaries.resolve("bin/postgres").toString(),
            "-D",
            cluster.toString(),
            "-p",
            String.valueOf(port)));
    String[] settings = {
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "fsync=on",
      "synchronous_commit=on",
      "full_page_writes=on",
      "max_connections=40",
      "shared_buffers=32MB",
      "max_wal_size=256MB",
      "autovacuum_max_workers=1",
      "timezone=UTC"
    };
    for (String setting : settings) {
      command.add("-c");
      command.add(setting);
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static void awaitConnections(Process process, int port, Path log)
      throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < deadline) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new CannotStartException(
            "PostgreSQL stopped with code %d. See %s.".formatted(process.exitValue(), log));
      }
      try (Connection connection = connect(port)) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        LOG.debug("PostgreSQL is not there yet", e);
      }
    }
    process.destroyForcibly();
    throw new CannotStartException(
        "PostgreSQL does not answer after %d s. See %s.".formatted(START.toSeconds(), log));
  }

  private static Connection connect(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s".formatted(port, SUPERUSER));
  }

  private static void createDatabase(int port, String database, String user) {
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement()) {
      if (!has(statement, "select 1 from pg_roles where rolname = '" + user + "'")) {
        statement.execute("create role \"" + user + "\" login");
      }
      if (!has(statement, "select 1 from pg_database where datname = '" + database + "'")) {
        statement.execute("create database \"" + database + "\" owner \"" + user + "\"");
      }
    } catch (SQLException e) {
      throw new CannotStartException("PostgreSQL does not make its database: " + e, e);
    }
  }

  private static boolean has(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void stop(Path binaries, Path cluster) throws IOException, InterruptedException {
    run(
        List.of(
            binaries.resolve("bin/pg_ctl").toString(),
            "stop",
            "--mode=fast",
            "--wait",
            "--timeout=20",
            "--pgdata=" + cluster),
        cluster.resolveSibling("pg_ctl.log"));
  }

  private static void run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(asUser(command.toArray(String[]::new)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new CannotStartException("%s takes over 60 s. See %s.".formatted(command.get(0), log));
    }
    if (process.exitValue() != 0) {
      throw new CannotStartException(
          "%s failed with code %d. See %s.".formatted(command.get(0), process.exitValue(), log));
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody. */
  private static List<String> asUser(String... command) {
    List<String> all = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name")) && Files.exists(UNSHARE)) {
      all.add(UNSHARE.toString());
      all.add("--user");
    }
    all.addAll(List.of(command));
    return all;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Tells the server, if it still runs, to stop when its last client is gone; does not wait. */
  public void leave() {
    process.destroy();
  }

  /** Stops the server; open transactions are rolled back. */
  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        stop(binaries, cluster);
        process.waitFor(5, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      LOG.warn("PostgreSQL did not stop; the next start stops it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.gemba.standalone.server;

import io.gemba.jobs.metrics.Measurement;
import io.gemba.standalone.CannotStartException;
import io.questdb.ServerMain;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * QuestDB behind InfluxDB's write API. The tables of {@link Measurement} are made up front so that
 * a point written twice is stored once: timestamp and tags are the key.
 */
public final class TimeSeries implements AutoCloseable {
  private static final int POLL_MILLIS = 20;

  private final ServerMain server;

  private TimeSeries(ServerMain server) {
    this.server = server;
  }

  /**
   * Starts the store and makes the tables that are missing.
   *
   * @param folder where the tables are kept; made if absent
   * @param port of HTTP (writes, SQL) on the loopback address
   */
  public static TimeSeries start(Path folder, int port) {
    try {
      Path conf = Files.createDirectories(folder.resolve("conf"));
      Files.createDirectories(folder.resolve("log"));
      Files.write(conf.resolve("server.conf"), serverConf(port));
      Files.write(conf.resolve("log.conf"), logConf());
    } catch (IOException e) {
      throw new CannotStartException("Cannot write the time-series folder " + folder + ": " + e, e);
    }
    ServerMain server = new ServerMain("-d", folder.toString());
    server.start();
    server.awaitStartup();
    for (Measurement measurement : Measurement.values()) {
      execute(port, table(measurement));
    }
    return new TimeSeries(server);
  }

  private static List<String> serverConf(int port) {
    // two for HTTP: a chart does not wait for what the metrics job writes
    List<String> lines =
        new ArrayList<>(
            List.of(
                "http.bind.to=127.0.0.1:" + port,
                "http.min.enabled=false",
                "pg.enabled=false",
                "line.tcp.enabled=false",
                "line.udp.enabled=false",
                "telemetry.enabled=false",
                "telemetry.disable.completely=true",
                "cairo.mat.view.enabled=false",
                "shared.worker.count=1",
                "http.worker.count=2",
                "wal.apply.worker.count=1",
                "cairo.max.uncommitted.rows=100000",
                "cairo.o3.column.memory.size=1M",
                "cairo.writer.data.append.page.size=1M",
                "cairo.wal.writer.data.append.page.size=256K"));
    // its threads poll: by default each wakes a thousand times a second while little is written
    for (String pool : List.of("shared", "http", "wal.apply", "view.compiler", "export")) {
      lines.add(pool + ".worker.yield.threshold=1");
      lines.add(pool + ".worker.nap.threshold=2");
      lines.add(pool + ".worker.sleep.threshold=3");
      lines.add(pool + ".worker.sleep.timeout=" + POLL_MILLIS);
    }
    return lines;
  }

  private static List<String> logConf() {
    return List.of(
        "writers=file",
        "w.file.class=io.questdb.log.LogRollingFileWriter",
        "w.file.location=${log.dir}/questdb.${date:yyyy-MM-dd}.log",
        "w.file.level=ERROR,CRITICAL",
        "w.file.rollSize=8m",
        "w.file.lifeDuration=7d");
  }

  static String table(Measurement measurement) {
    String columns =
        Stream.concat(
                measurement.tags().stream().map(tag -> tag + " SYMBOL"),
                measurement.fields().stream().map(field -> field.name() + " " + field.type()))
            .collect(Collectors.joining(", "));
    return "CREATE TABLE IF NOT EXISTS %s (%s, timestamp TIMESTAMP) TIMESTAMP(timestamp) PARTITION BY DAY WAL DEDUP UPSERT KEYS(timestamp, %s)"
        .formatted(measurement.tableName(), columns, String.join(", ", measurement.tags()));
  }

  private static void execute(int port, String sql) {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/exec?query=%s"
                .formatted(port, URLEncoder.encode(sql, StandardCharsets.UTF_8)));
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new CannotStartException(
            "The time-series store refuses a table: %s (%s)".formatted(response.body(), sql));
      }
    } catch (IOException e) {
      throw new CannotStartException("The time-series store does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("Interrupted while tables were made. Start again.", e);
    }
  }

  /** Stops the store. */
  @Override
  public void close() {
    server.close();
  }
}

package io.gemba.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged Gemba as a child process, spoken to from outside only. */
final class ChildGemba implements AutoCloseable {
  private static final Path LIB =
      Path.of(System.getProperty("gemba.root", "../.."), "deploy/standalone/target/gemba/lib");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration START = Duration.ofMinutes(6);

  private final Path data;
  private final Path output;
  private final Process process;

  private ChildGemba(Path data, Path output, Process process) {
    this.data = data;
    this.output = output;
    this.process = process;
  }

  /** Starts {@code gemba} with free ports; does not wait. */
  static ChildGemba launch(Path data, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx900m",
                "-XX:+UseParallelGC",
                "-cp",
                LIB + "/*",
                "io.gemba.standalone.cli.Gemba"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("gemba-child", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "GEMBA_DATA", data.toString(),
                "GEMBA_WEB_PORT", "0",
                "GEMBA_MQTT_URL", "tcp://127.0.0.1:0",
                "GEMBA_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:0",
                "GEMBA_FLINK_PORT", "0",
                "GEMBA_FLINK_CHECKPOINT_SECONDS", "1",
                "GEMBA_DATABASE_URL", "jdbc:postgresql://127.0.0.1:0/gemba",
                "GEMBA_TIME_SERIES_URL", "http://127.0.0.1:0",
                "GEMBA_PLANNER_ROSTER_SECONDS", "3",
                "GEMBA_PLANNER_ROUTE_SECONDS", "2"));
    builder.environment().putAll(environment);
    return new ChildGemba(data, output, builder.start());
  }

  /** Waits until {@code /health} says that every part is up. */
  ChildGemba awaitUp() throws InterruptedException {
    Await.until(
        "health up, with " + output(),
        START,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("Gemba ended with " + process.exitValue() + ": " + output());
          }
          return get("/health").path("status").asText();
        },
        "up"::equals);
    return this;
  }

  /** An address of {@code running.json}. */
  String address(String part) throws IOException {
    JsonNode running = Json.mapper().readTree(data.resolve("running.json").toFile());
    if (running.path("pid").asLong() != process.pid()) {
      throw new IOException("running.json is still the one of an earlier run");
    }
    return running.path(part).asText();
  }

  /** Asks the REST API; the answer must be 200, or 503 of /health. */
  JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address("web") + path)).GET());
  }

  /** Tells the REST API to do something. */
  JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(address("web") + path))
            .header("X-Gemba", "1")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body))));
  }

  /** First column of the first row of a query in the time-series store. */
  long count(String sql) throws IOException, InterruptedException {
    String query = URLEncoder.encode(sql, StandardCharsets.UTF_8);
    JsonNode answer =
        send(
            HttpRequest.newBuilder(URI.create(address("timeSeries") + "/exec?query=" + query))
                .GET());
    return answer.path("dataset").path(0).path(0).asLong(-1);
  }

  private static JsonNode send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        HTTP.send(
            request.timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300 && response.statusCode() != 503) {
      throw new IOException(
          response.uri()
              + " answers "
              + response.statusCode()
              + " "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
    return Json.mapper().readTree(response.body());
  }

  /** SIGKILL, to this one process; what it started lives on, as after a crash. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** SIGTERM; returns how long it took to end. */
  Duration stop() throws InterruptedException {
    long begin = System.nanoTime();
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("Gemba did not stop: " + output());
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Waits until it ends by itself. */
  int awaitExit() throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new AssertionError("Gemba does not end: " + output());
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it printed so far. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

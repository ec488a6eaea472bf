package io.gemba.jobs.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Speaks InfluxDB's write API: of a batch with a line of the word REFUSE it keeps what comes before
 * and answers 400, as QuestDB does. For its first requests it is away, in several ways.
 */
final class TestTimeSeriesServer implements AutoCloseable {
  private final HttpServer server;
  private final int awayFor;
  private final Map<String, String> points = new HashMap<>();
  private final List<String> queries = new ArrayList<>();
  private int requests;

  TestTimeSeriesServer(int awayFor) throws IOException {
    this.awayFor = awayFor;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v2/write", this::answer);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Fields by measurement, tags and time. */
  synchronized Map<String, String> points() {
    return Map.copyOf(points);
  }

  synchronized List<String> queries() {
    return List.copyOf(queries);
  }

  synchronized int requests() {
    return requests;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    queries.add(exchange.getRequestURI().getQuery());
    requests++;
    if (requests <= awayFor) {
      switch (requests % 3) {
        case 0 -> exchange.getResponseBody().close(); // breaks off without an answer
        case 1 -> respond(exchange, 503, "{\"message\":\"busy\"}");
        default -> respond(exchange, 401, "{\"message\":\"no token yet\"}");
      }
      return;
    }
    for (String line : body.split("\n", -1)) {
      if (line.contains("REFUSE")) {
        respond(exchange, 400, "{\"code\":\"invalid\",\"message\":\"cannot parse\"}");
        return;
      }
      keep(line);
    }
    respond(exchange, 204, "");
  }

  private void keep(String line) {
    int fields = line.indexOf(' ');
    int time = line.lastIndexOf(' ');
    points.put(line.substring(0, fields) + line.substring(time), line.substring(fields + 1, time));
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

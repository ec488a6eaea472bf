package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.planner.health.Readiness;
import io.gemba.settings.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlannerEventsTest {

  @Test
  void reader_hearsOfAChange_andOfMissedOnesWhenItComesBack() throws Exception {
    Readiness readiness = new Readiness();
    try (PlannerServer server = PlannerServer.open(new Settings.Web("127.0.0.1", 0), readiness)) {
      Http http = new Http(server.port());
      String id;
      try (BufferedReader reader = open(http)) {
        readiness.expect("kafka");
        id = lineAfter(reader, "id: ");
        assertThat(lineAfter(reader, "event: ")).isEqualTo("health");
      }
      readiness.up("kafka");

      try (BufferedReader reader = open(http, "Last-Event-ID", id)) {
        assertThat(lineAfter(reader, "event: ")).isEqualTo("health");
      }
    }
  }

  private static BufferedReader open(Http http, String... headers)
      throws IOException, InterruptedException {
    var response =
        HttpClient.newHttpClient()
            .send(
                http.request("/api/v1/events", headers).GET().build(),
                HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static String lineAfter(BufferedReader reader, String start) throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith(start)) {
        return line.substring(start.length());
      }
    }
    throw new AssertionError("The stream ended before " + start);
  }
}

package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.planner.health.Readiness;
import io.gemba.settings.Settings;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlannerServerTest {
  private static final Readiness READINESS = new Readiness();
  private static PlannerServer server;
  private static Http http;

  @BeforeAll
  static void open() {
    server = PlannerServer.open(new Settings.Web("127.0.0.1", 0), READINESS);
    http = new Http(server.port());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void health_beforePlannerStarted_is503AndNamesWhatIsMissing() {
    var response = http.get("/health");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body())
        .isEqualTo(
            """
            {"status":"starting","parts":[{"name":"console","status":"up","detail":""},\
            {"name":"planner","status":"starting","detail":""}]}""");
  }

  @Test
  void health_ofThePage_is200_soThatItsBrowserLogsNoError() {
    var response = http.get("/api/v1/health");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(http.get("/health").body());
  }

  @Test
  void site_beforePlannerStarted_is503Problem() {
    var response = http.get("/api/v1/site");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void unknownPath_ofTheApi_is404Problem() {
    var response = http.get("/api/v1/nothing", "Accept", "text/html");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Http.parse(response).path("status").asInt()).isEqualTo(404);
  }

  @Test
  void wrongMethod_is405Problem() {
    var response = http.write("/api/v1/site", "{}");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void everyAnswer_carriesTheSecurityHeaders() {
    for (String path : new String[] {"/health", "/nothing.js", "/metrics"}) {
      var headers = http.get(path).headers();

      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .startsWith("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void hostOfAnotherName_isRefused() throws Exception {
    String answer;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /health HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    assertThat(answer).startsWith("HTTP/1.1 421").contains("evil.example");
  }
}

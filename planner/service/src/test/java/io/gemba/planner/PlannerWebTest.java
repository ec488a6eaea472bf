package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Episode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service over HTTP and a real database; only the topics are left out. */
class PlannerWebTest {
  private TestPlanner planner;

  @BeforeEach
  void start() {
    planner = TestPlanner.open(TestSite.site());
  }

  @AfterEach
  void stop() {
    planner.close();
  }

  @Test
  void site_namesEverything() {
    JsonNode site = planner.http.json("/api/v1/site");

    assertThat(site.path("zone").asText()).isEqualTo("UTC");
    assertThat(site.at("/machines/0/sensors/0/id").asText()).isEqualTo("filler/vibration");
    assertThat(site.at("/shifts/0/start").asText()).isEqualTo("06:00");
  }

  @Test
  void body_withACharacterOfCodeZero_isRefusedByName() {
    var response =
        planner.http.post(
            "/api/v1/orders",
            TestSite.orderJson("north").replaceFirst("\\{", "{\"note\":\"a\\\\u0000b\","),
            "X-Gemba",
            "1");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(Http.parse(response).at("/errors/0/field").asText()).isEqualTo("/note");
  }

  @Test
  void alarms_comeWorstFirst_andCarrySlashesInTheirIds() {
    planner.feed(TestSite.episode("filler/vibration@1", Episode.Severity.MEDIUM));
    planner.feed(TestSite.episode("filler/vibration@2", Episode.Severity.CRITICAL));

    JsonNode alarms = planner.http.json("/api/v1/alarms");
    var response =
        planner.http.write(
            "/api/v1/alarms/filler%2Fvibration%402/acknowledge",
            "{\"by\":\"Anke\",\"comment\":\"seen\"}");

    assertThat(alarms.path("alarms").findValuesAsText("id"))
        .containsExactly("filler/vibration@2", "filler/vibration@1");
    assertThat(alarms.at("/alarms/0/machineName").asText()).isEqualTo("Filler");
    assertThat(Http.parse(response).path("acknowledgedBy").asText()).isEqualTo("Anke");
  }

  @Test
  void simulation_withUnknownTarget_isRefused_andWithKnownSent() {
    var wrong =
        planner.http.write("/api/v1/simulation", "{\"fault\":\"SICK_CALL\",\"target\":\"nobody\"}");
    var right =
        planner.http.write(
            "/api/v1/simulation",
            "{\"fault\":\"SICK_CALL\",\"target\":\"ann\",\"minutes\":60,\"intensity\":1}");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(right.statusCode()).isEqualTo(202);
    assertThat(planner.outbox("gemba.simulation")).hasSize(1);
  }

  @Test
  void write_withoutTheHeader_orFromAnotherOrigin_isForbidden() {
    var bare = planner.http.post("/api/v1/roster/plan", "");
    var foreign =
        planner.http.post(
            "/api/v1/roster/plan", "", "X-Gemba", "1", "Sec-Fetch-Site", "cross-site");

    assertThat(bare.statusCode()).isEqualTo(403);
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  @Test
  void body_longerThanAllowed_is413Problem() {
    var response = planner.http.write("/api/v1/orders", "x".repeat((1 << 20) + 1));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(Http.parse(response).path("detail").asText()).contains("1048576");
  }

  @Test
  void series_whenTheStoreIsAway_is503Problem() {
    var response = planner.http.get("/api/v1/sensors/series?sensor=filler/vibration");

    assertThat(response.statusCode()).isEqualTo(503);
  }
}

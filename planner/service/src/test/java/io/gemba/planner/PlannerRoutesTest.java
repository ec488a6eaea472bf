package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders and routes over HTTP and a real database. */
class PlannerRoutesTest {
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
  void routes_planned_bringEveryOrderAndTellTheDrivers() {
    planner.feed(TestSite.order("o1", "north", TestSite.TODAY));
    planner.feed(TestSite.order("o2", "south", TestSite.TODAY));

    planner.http.write("/api/v1/routes/plan", "{\"day\":\"" + TestSite.TODAY + "\"}");
    JsonNode routes = planner.await("/api/v1/routes", one -> !one.path("published").isNull());
    var messages =
        planner.store.call(transaction -> planner.store.outbox().oldest(transaction, "mqtt", 10));

    assertThat(routes.findValuesAsText("order")).containsExactlyInAnyOrder("o1", "o2");
    assertThat(routes.path("unassigned")).isEmpty();
    assertThat(messages)
        .extracting(row -> row.topic())
        .containsExactly("gemba/test/vehicles/v1/route", "gemba/test/vehicles/v2/route");
  }

  @Test
  void quote_namesVanAndPriceAndKeepsNothing() {
    planner.feed(TestSite.order("o1", "north", TestSite.TODAY));
    var early = planner.http.write("/api/v1/routes/quotes", TestSite.orderJson("south"));
    planner.http.write("/api/v1/routes/plan", "{\"day\":\"" + TestSite.TODAY + "\"}");
    planner.await("/api/v1/routes", one -> !one.path("published").isNull());

    var answer = planner.http.write("/api/v1/routes/quotes", TestSite.orderJson("south"));

    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.parse(answer).at("/quotes/0/vehicle").asText()).isIn("v1", "v2");
    assertThat(Http.parse(answer).at("/quotes/0/extraCents").asLong()).isPositive();
    assertThat(planner.outbox("gemba.orders")).isEmpty();
  }

  @Test
  void report_ofAVan_movesItsArrivalsAndIsRefusedForStrangers() {
    planner.feed(TestSite.order("o1", "north", TestSite.TODAY));
    planner.http.write("/api/v1/routes/plan", "{\"day\":\"" + TestSite.TODAY + "\"}");
    JsonNode before = planner.await("/api/v1/routes", one -> !one.path("published").isNull());
    String van = before.at("/routes/0/vehicle").asText();
    String report = "/api/v1/routes/vans/" + van + "/report";

    var late = planner.http.write(report, "{\"free\":\"2026-11-23T13:00:00Z\"}");
    var stranger = planner.http.write(report, "{\"order\":\"o9\"}");
    var ghost = planner.http.write("/api/v1/routes/vans/ghost/report", "{}");
    JsonNode after = planner.http.json("/api/v1/routes");

    assertThat(late.statusCode()).isEqualTo(200);
    assertThat(Http.parse(late).at("/stops/0/lateMinutes").asDouble()).isGreaterThan(60);
    assertThat(after.at("/routes/0/stops/0")).isEqualTo(Http.parse(late).at("/stops/0"));
    assertThat(after.at("/routes/0/start").asText()).isEqualTo("2026-11-23T13:00:00Z");
    assertThat(stranger.statusCode()).isEqualTo(422);
    assertThat(ghost.statusCode()).isEqualTo(409);
  }

  @Test
  void order_wrongInSeveralFields_isRefusedWithAllOfThem() {
    var response =
        planner.http.write(
            "/api/v1/orders",
            """
            {"to":"mars","windowStart":"soon","windowEnd":"2026-11-23T10:00:00Z",
             "lines":[{"item":"hummus","quantity":-1},{"item":"gold","quantity":1}]}""");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(Http.parse(response).path("errors").findValuesAsText("field"))
        .containsExactly("to", "windowStart", "lines[0].quantity", "lines[1].item");
  }

  @Test
  void order_sentTwiceWithOneKey_isTakenOnce() {
    String order = TestSite.orderJson("north");
    String[] headers = {"X-Gemba", "1", "Idempotency-Key", "k1"};

    var first = planner.http.post("/api/v1/orders", order, headers);
    var again = planner.http.post("/api/v1/orders", order, headers);
    var other = planner.http.post("/api/v1/orders", TestSite.orderJson("south"), headers);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(Http.parse(again).path("id")).isEqualTo(Http.parse(first).path("id"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(planner.outbox("gemba.orders")).hasSize(1);
  }
}

package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Episode;
import io.gemba.message.Json;
import io.gemba.message.Replenishment;
import io.gemba.planner.intake.OrderRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
  void roster_planned_isPublishedTheFirstTimeAndADraftTheSecond() {
    planner.work();

    var first = planner.http.write("/api/v1/roster/plan", "");
    JsonNode published =
        planner.await("/api/v1/roster", roster -> !roster.path("published").isNull());
    planner.http.write("/api/v1/roster/plan", "");
    JsonNode again = planner.await("/api/v1/roster", roster -> !roster.path("draft").isNull());
    String draft = again.at("/draft/draftId").asText();
    var publish = planner.http.write("/api/v1/roster/publish", "{\"draftId\":\"" + draft + "\"}");
    var twice = planner.http.write("/api/v1/roster/publish", "{\"draftId\":\"" + draft + "\"}");

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(published.at("/published/version").asInt()).isEqualTo(1);
    assertThat(published.path("days")).hasSize(14);
    assertThat(published.path("people")).hasSize(5);
    assertThat(published.at("/people/0/shifts")).isNotEmpty();
    assertThat(publish.statusCode()).isEqualTo(200);
    assertThat(Http.parse(publish).path("version").asInt()).isEqualTo(2);
    assertThat(twice.statusCode()).isEqualTo(409);
  }

  @Test
  void roster_published_costsTheStripItsShareOfToday() {
    planner.work();

    planner.http.write("/api/v1/roster/plan", "");
    JsonNode roster = planner.await("/api/v1/roster", one -> !one.path("published").isNull());
    JsonNode strip = planner.http.json("/api/v1/strip");

    assertThat(strip.path("day").asText()).isEqualTo(TestSite.TODAY.toString());
    assertThat(strip.at("/byKind/0/kind").asText()).isEqualTo("STAFF");
    assertThat(strip.path("cents").asLong())
        .isPositive()
        .isLessThan(roster.at("/published/costCents").asLong());
  }

  @Test
  void why_namesReasonsAndOthers() {
    planner.work();
    planner.http.write("/api/v1/roster/plan", "");
    planner.await("/api/v1/roster", one -> !one.path("published").isNull());

    JsonNode why = planner.http.json("/api/v1/roster/why?person=ann&day=" + TestSite.TODAY);
    var unknown = planner.http.get("/api/v1/roster/why?person=nobody&day=" + TestSite.TODAY);

    assertThat(why.path("person").asText()).isEqualTo("ann");
    assertThat(why.path("reasons")).isNotEmpty();
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  @Test
  void calendar_hasAnEventAShift() {
    planner.work();
    planner.http.write("/api/v1/roster/plan", "");
    JsonNode roster = planner.await("/api/v1/roster", one -> !one.path("published").isNull());

    var feed = planner.http.get("/api/v1/roster/people/ann/calendar.ics");
    var nobody = planner.http.get("/api/v1/roster/people/zoe/calendar.ics");

    assertThat(feed.headers().firstValue("content-type").orElse("")).startsWith("text/calendar");
    assertThat(feed.body().lines().filter(line -> line.equals("BEGIN:VEVENT")).count())
        .isEqualTo(person(roster, "ann").path("shifts").size());
    assertThat(nobody.statusCode()).isEqualTo(404);
  }

  @Test
  void edit_isPricedBeforeItIsMade_andItsDraftCostsThat() {
    planner.work();
    planner.http.write("/api/v1/roster/plan", "");
    JsonNode roster = planner.await("/api/v1/roster", one -> !one.path("published").isNull());
    JsonNode shift = person(roster, "ann").path("shifts").get(3);
    String free =
        "{\"cells\": [{\"person\": \"ann\", \"day\": \"%s\"}]}"
            .formatted(shift.path("day").asText());

    JsonNode price = Http.parse(planner.http.write("/api/v1/roster/edits/price", free));
    JsonNode draft = Http.parse(planner.http.write("/api/v1/roster/edits", free));
    var publish =
        planner.http.write(
            "/api/v1/roster/publish", "{\"draftId\":\"" + draft.path("draftId").asText() + "\"}");

    assertThat(price.at("/moves/0/wasCode").asText()).isEqualTo(shift.path("code").asText());
    assertThat(price.path("broken")).isEmpty();
    assertThat(draft.path("changes").asInt()).isEqualTo(1);
    assertThat(draft.path("reason").asText()).isEqualTo("console changed a cell by hand.");
    assertThat(draft.path("costCents").asLong() - roster.at("/published/costCents").asLong())
        .isEqualTo(price.path("deltaCents").asLong());
    assertThat(publish.statusCode()).isEqualTo(200);
  }

  @Test
  void rosterPublishedWhileAnotherIsPlanned_thatOneIsPlannedAgainAndCanBePublished() {
    planner.work();
    planner.http.write("/api/v1/roster/plan", "");
    JsonNode roster = planner.await("/api/v1/roster", one -> !one.path("published").isNull());
    String free =
        "{\"cells\": [{\"person\": \"ann\", \"day\": \"%s\"}]}"
            .formatted(person(roster, "ann").path("shifts").get(3).path("day").asText());
    String edited =
        Http.parse(planner.http.write("/api/v1/roster/edits", free)).path("draftId").asText();

    planner.http.write("/api/v1/roster/plan", "");
    var meanwhile =
        planner.http.write("/api/v1/roster/publish", "{\"draftId\":\"" + edited + "\"}");
    JsonNode again = planner.await("/api/v1/roster", one -> !one.path("draft").isNull());
    String planned = again.at("/draft/draftId").asText();
    var publish = planner.http.write("/api/v1/roster/publish", "{\"draftId\":\"" + planned + "\"}");

    assertThat(meanwhile.statusCode()).isEqualTo(200);
    assertThat(planned).isNotEqualTo(edited);
    assertThat(publish.statusCode()).isEqualTo(200);
    assertThat(Http.parse(publish).path("version").asInt()).isEqualTo(3);
  }

  @Test
  void edit_thatBreaksARuleOrACellThatCannotBe_isRefusedByName() {
    planner.work();
    planner.http.write("/api/v1/roster/plan", "");
    planner.await("/api/v1/roster", one -> !one.path("published").isNull());
    String cell =
        "{\"cells\": [{\"person\": \"%s\", \"day\": \"%s\", \"code\": \"E\", \"skill\": \"%s\"}]}";

    var driver =
        planner.http.write(
            "/api/v1/roster/edits", cell.formatted("ann", TestSite.TODAY.plusDays(1), "drive"));
    var nobody =
        planner.http.write(
            "/api/v1/roster/edits/price",
            cell.formatted("zoe", TestSite.TODAY.plusDays(1), "pick"));
    var empty = planner.http.write("/api/v1/roster/edits", "{\"cells\": [{\"person\": \"ann\"}]}");

    assertThat(driver.statusCode()).isEqualTo(422);
    assertThat(driver.body()).contains("ann");
    assertThat(nobody.statusCode()).isEqualTo(422);
    assertThat(nobody.body()).contains("zoe");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(Http.parse(empty).at("/errors/0/field").asText()).isEqualTo("cells[0]");
  }

  @Test
  void open_saysWhatKeepsTheOthersFromTheWork_andSwapsAreRanked() {
    planner.work();
    planner.http.write("/api/v1/roster/plan", "");
    JsonNode roster = planner.await("/api/v1/roster", one -> !one.path("published").isNull());
    List<String> others = person(roster, "bob").path("shifts").findValuesAsText("day");
    String day =
        person(roster, "ann").path("shifts").findValuesAsText("day").stream()
            .filter(one -> !others.contains(one) && one.compareTo(TestSite.TODAY.toString()) > 0)
            .findFirst()
            .orElseThrow();

    JsonNode open =
        planner.http.json("/api/v1/roster/open?place=warehouse&skill=pick&from=8&to=12&day=" + day);
    JsonNode swaps = planner.http.json("/api/v1/roster/swaps?person=ann&day=" + day);
    var wrong =
        planner.http.get("/api/v1/roster/open?place=warehouse&skill=pick&from=8&to=8&day=" + day);

    assertThat(open.path("people").findValuesAsText("person")).containsExactly("bob");
    assertThat(swaps.findValuesAsText("deltaCents")).isNotEmpty();
    assertThat(wrong.statusCode()).isEqualTo(422);
  }

  @Test
  void routes_planned_bringEveryOrderAndTellTheDrivers() {
    planner.store.run(
        transaction ->
            planner
                .store
                .orders()
                .put(
                    transaction,
                    OrderRows.of(
                        List.of(
                            TestSite.order("o1", "north", TestSite.TODAY),
                            TestSite.order("o2", "south", TestSite.TODAY)))));

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
    planner.store.run(
        transaction ->
            planner
                .store
                .orders()
                .put(
                    transaction,
                    OrderRows.of(List.of(TestSite.order("o1", "north", TestSite.TODAY)))));
    var early = planner.http.write("/api/v1/routes/quotes", orderJson("south"));
    planner.http.write("/api/v1/routes/plan", "{\"day\":\"" + TestSite.TODAY + "\"}");
    planner.await("/api/v1/routes", one -> !one.path("published").isNull());

    var answer = planner.http.write("/api/v1/routes/quotes", orderJson("south"));

    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.parse(answer).at("/quotes/0/vehicle").asText()).isIn("v1", "v2");
    assertThat(Http.parse(answer).at("/quotes/0/extraCents").asLong()).isPositive();
    assertThat(outbox("gemba.orders")).isEmpty();
  }

  @Test
  void report_ofAVan_movesItsArrivalsAndIsRefusedForStrangers() {
    planner.store.run(
        transaction ->
            planner
                .store
                .orders()
                .put(
                    transaction,
                    OrderRows.of(List.of(TestSite.order("o1", "north", TestSite.TODAY)))));
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
    String order = orderJson("north");
    String[] headers = {"X-Gemba", "1", "Idempotency-Key", "k1"};

    var first = planner.http.post("/api/v1/orders", order, headers);
    var again = planner.http.post("/api/v1/orders", order, headers);
    var other = planner.http.post("/api/v1/orders", orderJson("south"), headers);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(Http.parse(again).path("id")).isEqualTo(Http.parse(first).path("id"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(outbox("gemba.orders")).hasSize(1);
  }

  @Test
  void replenishments_approved_areOrderedOnceAndCosted() {
    replenishments();

    JsonNode before = planner.http.json("/api/v1/replenishments");
    planner.http.write("/api/v1/replenishments/rep-hummus-north/approve", "{}");
    var again = planner.http.write("/api/v1/replenishments/rep-hummus-north/approve", "{}");
    JsonNode strip = planner.http.json("/api/v1/strip");

    assertThat(before.path("items").findValuesAsText("id"))
        .containsExactly("rep-hummus-north", "rep-soup-south");
    assertThat(before.path("atRiskCents").asLong()).isEqualTo(14_000);
    assertThat(Http.parse(again).path("status").asText()).isEqualTo("APPROVED");
    assertThat(outbox("gemba.orders")).hasSize(1);
    assertThat(strip.at("/byKind/0/kind").asText()).isEqualTo("STOCK");
    assertThat(strip.at("/byKind/0/baselineCents").asLong()).isEqualTo(9000);
  }

  @Test
  void replenishment_takenBack_cannotBeApproved() {
    Replenishment one = TestSite.replenishment("hummus", "north", 9000, 0, List.of());
    planner.feed(one);
    planner.feed(one.withdrawn(one.madeAt().plusSeconds(1), "Enough is on its way."));

    var response =
        planner.http.post("/api/v1/replenishments/rep-hummus-north/approve", "{}", "X-Gemba", "1");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(Http.parse(response).path("detail").asText())
        .contains("taken back: Enough is on its way.");
    assertThat(outbox("gemba.orders")).isEmpty();
  }

  @Test
  void transfer_approved_isAnOrderFromPlaceToPlaceAndPaysTheWay() {
    planner.feed(TestSite.transfer("hummus", "south", "north", 9000));

    JsonNode before = planner.http.json("/api/v1/replenishments");
    planner.http.write("/api/v1/replenishments/move-hummus-north/approve", "{}");
    JsonNode strip = planner.http.json("/api/v1/strip");

    assertThat(before.at("/items/0/fromName").asText()).isEqualTo("The south");
    assertThat(before.at("/items/0/costCents").asLong()).isEqualTo(700);
    assertThat(before.path("atRiskCents").asLong()).as("part of an order's risk").isZero();
    assertThat(outbox("gemba.orders"))
        .singleElement()
        .satisfies(order -> assertThat(order).contains("\"from\":\"south\"", "\"to\":\"north\""));
    assertThat(strip.at("/byKind/0/cents").asLong()).isEqualTo(900 + 700);
  }

  @Test
  void body_withACharacterOfCodeZero_isRefusedByName() {
    var response =
        planner.http.post(
            "/api/v1/orders",
            orderJson("north").replaceFirst("\\{", "{\"note\":\"a\\\\u0000b\","),
            "X-Gemba",
            "1");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(Http.parse(response).at("/errors/0/field").asText()).isEqualTo("/note");
  }

  @Test
  void replenishment_snoozed_isHiddenUntilItsDay() {
    replenishments();

    planner.http.write(
        "/api/v1/replenishments/rep-hummus-north/snooze",
        "{\"until\":\"" + TestSite.TODAY.plusDays(1) + "\"}");
    JsonNode after = planner.http.json("/api/v1/replenishments");

    assertThat(after.path("items").findValuesAsText("id")).containsExactly("rep-soup-south");
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
    assertThat(outbox("gemba.simulation")).hasSize(1);
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

  private static JsonNode person(JsonNode roster, String id) {
    for (JsonNode one : roster.path("people")) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("No person '" + id + "' in " + roster.path("people"));
  }

  private void replenishments() {
    planner.feed(TestSite.replenishment("soup", "south", 5000, 0, List.of()));
    planner.feed(TestSite.replenishment("hummus", "north", 9000, 0, List.of()));
  }

  private List<String> outbox(String topic) {
    return planner
        .store
        .call(transaction -> planner.store.outbox().oldest(transaction, "kafka", 1000))
        .stream()
        .filter(row -> row.topic().equals(topic))
        .map(row -> new String(row.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  private static String orderJson(String to) {
    var order = TestSite.order("rush-" + to, to, TestSite.TODAY);
    return new String(Json.write(order), StandardCharsets.UTF_8);
  }
}

package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Episode;
import io.gemba.message.Json;
import io.gemba.message.Replenishment;
import io.gemba.message.Workload;
import io.gemba.planner.health.Readiness;
import io.gemba.planner.intake.OrderRows;
import io.gemba.planner.store.LatestTable;
import io.gemba.planner.store.Store;
import io.gemba.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service over HTTP and a real database; only the topics are left out. */
class PlannerWebTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Store store;
  private PlannerServer server;
  private PlannerService service;
  private Http http;

  @BeforeEach
  void start() {
    Settings settings = TestSite.settings(TestDatabase.create());
    store = Store.open(settings.database());
    server = PlannerServer.open(settings.web(), new Readiness());
    service =
        PlannerService.assemble(server.context(settings, TestSite.site(), TestSite.clock()), store);
    server.attach(service);
    http = new Http(server.port());
  }

  @AfterEach
  void stop() {
    service.close();
    server.close();
  }

  @Test
  void site_namesEverything() {
    JsonNode site = http.json("/api/v1/site");

    assertThat(site.path("zone").asText()).isEqualTo("UTC");
    assertThat(site.at("/machines/0/sensors/0/id").asText()).isEqualTo("filler/vibration");
    assertThat(site.at("/shifts/0/start").asText()).isEqualTo("06:00");
  }

  @Test
  void roster_planned_isPublishedTheFirstTimeAndADraftTheSecond() {
    work();

    var first = http.write("/api/v1/roster/plan", "");
    JsonNode published = await("/api/v1/roster", roster -> !roster.path("published").isNull());
    http.write("/api/v1/roster/plan", "");
    JsonNode again = await("/api/v1/roster", roster -> !roster.path("draft").isNull());
    String draft = again.at("/draft/draftId").asText();
    var publish = http.write("/api/v1/roster/publish", "{\"draftId\":\"" + draft + "\"}");
    var twice = http.write("/api/v1/roster/publish", "{\"draftId\":\"" + draft + "\"}");

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
    work();

    http.write("/api/v1/roster/plan", "");
    JsonNode roster = await("/api/v1/roster", one -> !one.path("published").isNull());
    JsonNode strip = http.json("/api/v1/strip");

    assertThat(strip.path("day").asText()).isEqualTo(TestSite.TODAY.toString());
    assertThat(strip.at("/byKind/0/kind").asText()).isEqualTo("STAFF");
    assertThat(strip.path("cents").asLong())
        .isPositive()
        .isLessThan(roster.at("/published/costCents").asLong());
  }

  @Test
  void why_namesReasonsAndOthers() {
    work();
    http.write("/api/v1/roster/plan", "");
    await("/api/v1/roster", one -> !one.path("published").isNull());

    JsonNode why = http.json("/api/v1/roster/why?person=ann&day=" + TestSite.TODAY);
    var unknown = http.get("/api/v1/roster/why?person=nobody&day=" + TestSite.TODAY);

    assertThat(why.path("person").asText()).isEqualTo("ann");
    assertThat(why.path("reasons")).isNotEmpty();
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  @Test
  void calendar_hasAnEventAShift() {
    work();
    http.write("/api/v1/roster/plan", "");
    JsonNode roster = await("/api/v1/roster", one -> !one.path("published").isNull());

    var feed = http.get("/api/v1/roster/people/ann/calendar.ics");
    var nobody = http.get("/api/v1/roster/people/zoe/calendar.ics");

    assertThat(feed.headers().firstValue("content-type").orElse("")).startsWith("text/calendar");
    assertThat(feed.body().lines().filter(line -> line.equals("BEGIN:VEVENT")).count())
        .isEqualTo(person(roster, "ann").path("shifts").size());
    assertThat(nobody.statusCode()).isEqualTo(404);
  }

  @Test
  void edit_isPricedBeforeItIsMade_andItsDraftCostsThat() {
    work();
    http.write("/api/v1/roster/plan", "");
    JsonNode roster = await("/api/v1/roster", one -> !one.path("published").isNull());
    JsonNode shift = person(roster, "ann").path("shifts").get(3);
    String free =
        "{\"cells\": [{\"person\": \"ann\", \"day\": \"%s\"}]}"
            .formatted(shift.path("day").asText());

    JsonNode price = Http.parse(http.write("/api/v1/roster/edits/price", free));
    JsonNode draft = Http.parse(http.write("/api/v1/roster/edits", free));
    var publish =
        http.write(
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
    work();
    http.write("/api/v1/roster/plan", "");
    JsonNode roster = await("/api/v1/roster", one -> !one.path("published").isNull());
    String free =
        "{\"cells\": [{\"person\": \"ann\", \"day\": \"%s\"}]}"
            .formatted(person(roster, "ann").path("shifts").get(3).path("day").asText());
    String edited = Http.parse(http.write("/api/v1/roster/edits", free)).path("draftId").asText();

    http.write("/api/v1/roster/plan", "");
    var meanwhile = http.write("/api/v1/roster/publish", "{\"draftId\":\"" + edited + "\"}");
    JsonNode again = await("/api/v1/roster", one -> !one.path("draft").isNull());
    String planned = again.at("/draft/draftId").asText();
    var publish = http.write("/api/v1/roster/publish", "{\"draftId\":\"" + planned + "\"}");

    assertThat(meanwhile.statusCode()).isEqualTo(200);
    assertThat(planned).isNotEqualTo(edited);
    assertThat(publish.statusCode()).isEqualTo(200);
    assertThat(Http.parse(publish).path("version").asInt()).isEqualTo(3);
  }

  @Test
  void edit_thatBreaksARuleOrACellThatCannotBe_isRefusedByName() {
    work();
    http.write("/api/v1/roster/plan", "");
    await("/api/v1/roster", one -> !one.path("published").isNull());
    String cell =
        "{\"cells\": [{\"person\": \"%s\", \"day\": \"%s\", \"code\": \"E\", \"skill\": \"%s\"}]}";

    var driver =
        http.write(
            "/api/v1/roster/edits", cell.formatted("ann", TestSite.TODAY.plusDays(1), "drive"));
    var nobody =
        http.write(
            "/api/v1/roster/edits/price",
            cell.formatted("zoe", TestSite.TODAY.plusDays(1), "pick"));
    var empty = http.write("/api/v1/roster/edits", "{\"cells\": [{\"person\": \"ann\"}]}");

    assertThat(driver.statusCode()).isEqualTo(422);
    assertThat(driver.body()).contains("ann");
    assertThat(nobody.statusCode()).isEqualTo(422);
    assertThat(nobody.body()).contains("zoe");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(Http.parse(empty).at("/errors/0/field").asText()).isEqualTo("cells[0]");
  }

  @Test
  void open_saysWhatKeepsTheOthersFromTheWork_andSwapsAreRanked() {
    work();
    http.write("/api/v1/roster/plan", "");
    JsonNode roster = await("/api/v1/roster", one -> !one.path("published").isNull());
    List<String> others = person(roster, "bob").path("shifts").findValuesAsText("day");
    String day =
        person(roster, "ann").path("shifts").findValuesAsText("day").stream()
            .filter(one -> !others.contains(one) && one.compareTo(TestSite.TODAY.toString()) > 0)
            .findFirst()
            .orElseThrow();

    JsonNode open =
        http.json("/api/v1/roster/open?place=warehouse&skill=pick&from=8&to=12&day=" + day);
    JsonNode swaps = http.json("/api/v1/roster/swaps?person=ann&day=" + day);
    var wrong = http.get("/api/v1/roster/open?place=warehouse&skill=pick&from=8&to=8&day=" + day);

    assertThat(open.path("people").findValuesAsText("person")).containsExactly("bob");
    assertThat(swaps.findValuesAsText("deltaCents")).isNotEmpty();
    assertThat(wrong.statusCode()).isEqualTo(422);
  }

  @Test
  void routes_planned_bringEveryOrderAndTellTheDrivers() {
    store.run(
        transaction ->
            store
                .orders()
                .put(
                    transaction,
                    OrderRows.of(
                        List.of(
                            TestSite.order("o1", "north", TestSite.TODAY),
                            TestSite.order("o2", "south", TestSite.TODAY)))));

    http.write("/api/v1/routes/plan", "{\"day\":\"" + TestSite.TODAY + "\"}");
    JsonNode routes = await("/api/v1/routes", one -> !one.path("published").isNull());
    var messages = store.call(transaction -> store.outbox().oldest(transaction, "mqtt", 10));

    assertThat(routes.findValuesAsText("order")).containsExactlyInAnyOrder("o1", "o2");
    assertThat(routes.path("unassigned")).isEmpty();
    assertThat(messages)
        .extracting(row -> row.topic())
        .containsExactly("gemba/test/vehicles/v1/route", "gemba/test/vehicles/v2/route");
  }

  @Test
  void quote_namesVanAndPriceAndKeepsNothing() {
    store.run(
        transaction ->
            store
                .orders()
                .put(
                    transaction,
                    OrderRows.of(List.of(TestSite.order("o1", "north", TestSite.TODAY)))));
    var early = http.write("/api/v1/routes/quotes", orderJson("south"));
    http.write("/api/v1/routes/plan", "{\"day\":\"" + TestSite.TODAY + "\"}");
    await("/api/v1/routes", one -> !one.path("published").isNull());

    var answer = http.write("/api/v1/routes/quotes", orderJson("south"));

    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.parse(answer).at("/quotes/0/vehicle").asText()).isIn("v1", "v2");
    assertThat(Http.parse(answer).at("/quotes/0/extraCents").asLong()).isPositive();
    assertThat(outbox("gemba.orders")).isEmpty();
  }

  @Test
  void report_ofAVan_movesItsArrivalsAndIsRefusedForStrangers() {
    store.run(
        transaction ->
            store
                .orders()
                .put(
                    transaction,
                    OrderRows.of(List.of(TestSite.order("o1", "north", TestSite.TODAY)))));
    http.write("/api/v1/routes/plan", "{\"day\":\"" + TestSite.TODAY + "\"}");
    JsonNode before = await("/api/v1/routes", one -> !one.path("published").isNull());
    String van = before.at("/routes/0/vehicle").asText();
    String report = "/api/v1/routes/vans/" + van + "/report";

    var late = http.write(report, "{\"free\":\"2026-11-23T13:00:00Z\"}");
    var stranger = http.write(report, "{\"order\":\"o9\"}");
    var ghost = http.write("/api/v1/routes/vans/ghost/report", "{}");
    JsonNode after = http.json("/api/v1/routes");

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
        http.write(
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

    var first = http.post("/api/v1/orders", order, headers);
    var again = http.post("/api/v1/orders", order, headers);
    var other = http.post("/api/v1/orders", orderJson("south"), headers);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(Http.parse(again).path("id")).isEqualTo(Http.parse(first).path("id"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(outbox("gemba.orders")).hasSize(1);
  }

  @Test
  void replenishments_approved_areOrderedOnceAndCosted() {
    replenishments();

    JsonNode before = http.json("/api/v1/replenishments");
    http.write("/api/v1/replenishments/rep-hummus-north/approve", "{}");
    var again = http.write("/api/v1/replenishments/rep-hummus-north/approve", "{}");
    JsonNode strip = http.json("/api/v1/strip");

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
    feed(one);
    feed(one.withdrawn(one.madeAt().plusSeconds(1), "Enough is on its way."));

    var response =
        http.post("/api/v1/replenishments/rep-hummus-north/approve", "{}", "X-Gemba", "1");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(Http.parse(response).path("detail").asText())
        .contains("taken back: Enough is on its way.");
    assertThat(outbox("gemba.orders")).isEmpty();
  }

  @Test
  void transfer_approved_isAnOrderFromPlaceToPlaceAndPaysTheWay() {
    feed(TestSite.transfer("hummus", "south", "north", 9000));

    JsonNode before = http.json("/api/v1/replenishments");
    http.write("/api/v1/replenishments/move-hummus-north/approve", "{}");
    JsonNode strip = http.json("/api/v1/strip");

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
        http.post(
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

    http.write(
        "/api/v1/replenishments/rep-hummus-north/snooze",
        "{\"until\":\"" + TestSite.TODAY.plusDays(1) + "\"}");
    JsonNode after = http.json("/api/v1/replenishments");

    assertThat(after.path("items").findValuesAsText("id")).containsExactly("rep-soup-south");
  }

  @Test
  void alarms_comeWorstFirst_andCarrySlashesInTheirIds() {
    feed(TestSite.episode("filler/vibration@1", Episode.Severity.MEDIUM));
    feed(TestSite.episode("filler/vibration@2", Episode.Severity.CRITICAL));

    JsonNode alarms = http.json("/api/v1/alarms");
    var response =
        http.write(
            "/api/v1/alarms/filler%2Fvibration%402/acknowledge",
            "{\"by\":\"Anke\",\"comment\":\"seen\"}");

    assertThat(alarms.path("alarms").findValuesAsText("id"))
        .containsExactly("filler/vibration@2", "filler/vibration@1");
    assertThat(alarms.at("/alarms/0/machineName").asText()).isEqualTo("Filler");
    assertThat(Http.parse(response).path("acknowledgedBy").asText()).isEqualTo("Anke");
  }

  @Test
  void simulation_withUnknownTarget_isRefused_andWithKnownSent() {
    var wrong = http.write("/api/v1/simulation", "{\"fault\":\"SICK_CALL\",\"target\":\"nobody\"}");
    var right =
        http.write(
            "/api/v1/simulation",
            "{\"fault\":\"SICK_CALL\",\"target\":\"ann\",\"minutes\":60,\"intensity\":1}");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(right.statusCode()).isEqualTo(202);
    assertThat(outbox("gemba.simulation")).hasSize(1);
  }

  @Test
  void write_withoutTheHeader_orFromAnotherOrigin_isForbidden() {
    var bare = http.post("/api/v1/roster/plan", "");
    var foreign =
        http.post("/api/v1/roster/plan", "", "X-Gemba", "1", "Sec-Fetch-Site", "cross-site");

    assertThat(bare.statusCode()).isEqualTo(403);
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  @Test
  void body_longerThanAllowed_is413Problem() {
    var response = http.write("/api/v1/orders", "x".repeat((1 << 20) + 1));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(Http.parse(response).path("detail").asText()).contains("1048576");
  }

  @Test
  void series_whenTheStoreIsAway_is503Problem() {
    var response = http.get("/api/v1/sensors/series?sensor=filler/vibration");

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

  private void work() {
    for (int i = 0; i < 14; i++) {
      Workload pick = TestSite.workload("warehouse", "pick", TestSite.TODAY.plusDays(i));
      Instant at = pick.day().atStartOfDay().toInstant(ZoneOffset.UTC);
      store.run(
          transaction ->
              store
                  .workload()
                  .put(
                      transaction,
                      List.of(new LatestTable.Row<>(pick.id(), 0, 0, true, at, pick))));
    }
  }

  private void replenishments() {
    feed(TestSite.replenishment("soup", "south", 5000, 0, List.of()));
    feed(TestSite.replenishment("hummus", "north", 9000, 0, List.of()));
  }

  @SuppressWarnings("unchecked") // the feed of a record's class takes that record
  private <T> void feed(T message) {
    service.feeds().all().stream()
        .filter(feed -> feed.type() == message.getClass())
        .forEach(
            feed ->
                store.run(
                    transaction ->
                        ((io.gemba.planner.intake.Feed<T>) feed)
                            .effect()
                            .apply(transaction, List.of(message))));
  }

  private List<String> outbox(String topic) {
    return store.call(transaction -> store.outbox().oldest(transaction, "kafka", 1000)).stream()
        .filter(row -> row.topic().equals(topic))
        .map(row -> new String(row.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  private static String orderJson(String to) {
    var order = TestSite.order("rush-" + to, to, TestSite.TODAY);
    return new String(Json.write(order), StandardCharsets.UTF_8);
  }

  private JsonNode await(String path, Predicate<JsonNode> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode last = http.json(path);
    while (!condition.test(last) && System.nanoTime() < end) {
      Thread.onSpinWait();
      last = http.json(path);
    }
    assertThat(condition.test(last)).as("%s: %s", path, last).isTrue();
    return last;
  }
}

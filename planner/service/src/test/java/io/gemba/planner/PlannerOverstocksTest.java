package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Overstock;
import io.gemba.planner.health.Readiness;
import io.gemba.planner.intake.Feed;
import io.gemba.planner.store.Store;
import io.gemba.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Overstocks over HTTP and a real database. */
class PlannerOverstocksTest {
  private static final String PATH = "/api/v1/overstocks";

  private Settings settings;
  private Store store;
  private PlannerServer server;
  private PlannerService service;
  private Http http;

  @BeforeEach
  void start() {
    settings = TestSite.settings(TestDatabase.create());
    open();
  }

  @AfterEach
  void stop() {
    service.close();
    server.close();
  }

  private void open() {
    store = Store.open(settings.database());
    server = PlannerServer.open(settings.web(), new Readiness());
    service =
        PlannerService.assemble(server.context(settings, TestSite.site(), TestSite.clock()), store);
    server.attach(service);
    http = new Http(server.port());
  }

  @Test
  void nothingIsTooMuch_answersAnEmptyList() {
    assertThat(http.json(PATH).path("total").asInt()).isZero();
    assertThat(http.json(PATH).path("costCents").asLong()).isZero();
    assertThat(http.json(PATH).path("items")).isEmpty();
  }

  @Test
  void dearestComeFirst_named_andCountAsExceptions_alsoAfterARestart() {
    feed(TestSite.overstock("hummus", "north", 20, 900));
    feed(TestSite.overstock("soup", "north", 20, 9_000));
    stop();
    open();

    JsonNode answer = http.json(PATH);
    assertThat(answer.path("costCents").asLong()).isEqualTo(1_000 + 9_100);
    assertThat(answer.path("total").asInt()).isEqualTo(2);
    assertThat(answer.path("items").findValuesAsText("item")).containsExactly("soup", "hummus");
    assertThat(answer.at("/items/0/itemName").asText()).isEqualTo("Nice soup");
    assertThat(answer.at("/items/0/placeName").asText()).isEqualTo("The north");
    assertThat(answer.at("/items/0/bringToName").asText()).isEqualTo("The south");
    assertThat(answer.at("/items/0/totalCents").asLong()).isEqualTo(9_100);
    assertThat(answer.at("/items/0/soldOutBy").isNull()).isTrue();
    assertThat(http.json("/api/v1/strip").at("/open/schedules").asInt()).isEqualTo(2);
    assertThat(http.json(PATH + "?limit=1").path("items")).hasSize(1);
    assertThat(http.json(PATH + "?limit=1").path("total").asInt()).isEqualTo(2);
    assertThat(http.get(PATH + "?limit=0").statusCode()).isEqualTo(422);
  }

  @Test
  void revision_replaces_andNoUnitsEndIt_whateverTheOrder() {
    Overstock first = TestSite.overstock("soup", "north", 20, 9_000);
    Overstock over = later(TestSite.overstock("soup", "north", 0, 0).following(first));
    feed(first);
    feed(over);
    feed(first);

    assertThat(http.json(PATH).path("items")).isEmpty();
    assertThat(http.json("/api/v1/strip").at("/open/schedules").asInt()).isZero();
  }

  private static Overstock later(Overstock one) {
    return new Overstock(
        one.id(),
        one.revision(),
        one.item(),
        one.place(),
        one.madeAt().plusSeconds(1),
        one.onHand(),
        one.onOrder(),
        one.excessUnits(),
        one.expiringUnits(),
        one.daysOfStock(),
        one.soldOutBy(),
        one.holdingCents(),
        one.wasteCents(),
        one.bringTo(),
        one.reason());
  }

  @SuppressWarnings("unchecked") // the feed of a record's class takes that record
  private void feed(Overstock message) {
    service.feeds().all().stream()
        .filter(feed -> feed.type() == Overstock.class)
        .forEach(
            feed ->
                store.run(
                    transaction ->
                        ((Feed<Overstock>) feed).effect().apply(transaction, List.of(message))));
  }
}

package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Overstock;
import io.gemba.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Overstocks over HTTP and a real database. */
class PlannerOverstocksTest {
  private static final String PATH = "/api/v1/overstocks";

  private Settings settings;
  private TestPlanner planner;

  @BeforeEach
  void start() {
    settings = TestSite.settings(TestDatabase.create());
    open();
  }

  @AfterEach
  void stop() {
    planner.close();
  }

  private void open() {
    planner = TestPlanner.open(settings, TestSite.site(), TestSite.clock());
  }

  @Test
  void nothingIsTooMuch_answersAnEmptyList() {
    assertThat(planner.http.json(PATH).path("total").asInt()).isZero();
    assertThat(planner.http.json(PATH).path("costCents").asLong()).isZero();
    assertThat(planner.http.json(PATH).path("items")).isEmpty();
  }

  @Test
  void dearestComeFirst_named_andCountAsExceptions_alsoAfterARestart() {
    planner.feed(TestSite.overstock("hummus", "north", 20, 900));
    planner.feed(TestSite.overstock("soup", "north", 20, 9_000));
    stop();
    open();

    JsonNode answer = planner.http.json(PATH);
    assertThat(answer.path("costCents").asLong()).isEqualTo(1_000 + 9_100);
    assertThat(answer.path("total").asInt()).isEqualTo(2);
    assertThat(answer.path("items").findValuesAsText("item")).containsExactly("soup", "hummus");
    assertThat(answer.at("/items/0/itemName").asText()).isEqualTo("Nice soup");
    assertThat(answer.at("/items/0/placeName").asText()).isEqualTo("The north");
    assertThat(answer.at("/items/0/bringToName").asText()).isEqualTo("The south");
    assertThat(answer.at("/items/0/totalCents").asLong()).isEqualTo(9_100);
    assertThat(answer.at("/items/0/soldOutBy").isNull()).isTrue();
    assertThat(planner.http.json("/api/v1/strip").at("/open/schedules").asInt()).isEqualTo(2);
    assertThat(planner.http.json(PATH + "?limit=1").path("items")).hasSize(1);
    assertThat(planner.http.json(PATH + "?limit=1").path("total").asInt()).isEqualTo(2);
    assertThat(planner.http.get(PATH + "?limit=0").statusCode()).isEqualTo(422);
  }

  @Test
  void revision_replaces_andNoUnitsEndIt_whateverTheOrder() {
    Overstock first = TestSite.overstock("soup", "north", 20, 9_000);
    Overstock over = later(TestSite.overstock("soup", "north", 0, 0).following(first));
    planner.feed(first);
    planner.feed(over);
    planner.feed(first);

    assertThat(planner.http.json(PATH).path("items")).isEmpty();
    assertThat(planner.http.json("/api/v1/strip").at("/open/schedules").asInt()).isZero();
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
}

package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Replenishment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do about proposals, over HTTP and a real database. */
class PlannerReplenishmentsTest {
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
    assertThat(planner.outbox("gemba.orders")).hasSize(1);
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
    assertThat(planner.outbox("gemba.orders")).isEmpty();
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
    assertThat(planner.outbox("gemba.orders"))
        .singleElement()
        .satisfies(order -> assertThat(order).contains("\"from\":\"south\"", "\"to\":\"north\""));
    assertThat(strip.at("/byKind/0/cents").asLong()).isEqualTo(900 + 700);
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

  private void replenishments() {
    planner.feed(TestSite.replenishment("soup", "south", 5000, 0, List.of()));
    planner.feed(TestSite.replenishment("hummus", "north", 9000, 0, List.of()));
  }
}

package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gemba.message.Json;
import io.gemba.message.Replenishment;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All that is due from a source, ordered at once. Each proposal costs 16.00. */
class PlannerDueOrdersTest {
  private TestPlanner planner;

  @BeforeEach
  void open() {
    planner = TestPlanner.open(TestSite.site());
    planner.feed(proposal("soup", "south", 5_000));
    planner.feed(proposal("hummus", "north", 9_000));
  }

  @AfterEach
  void stop() {
    planner.close();
  }

  @Test
  void due_isAddedUpBySource() {
    JsonNode due = due();

    assertThat(due).hasSize(1);
    assertThat(due.at("/0/source").asText()).isEqualTo("line-1");
    assertThat(due.at("/0/sourceName").asText()).isEqualTo("Line 1");
    assertThat(due.at("/0/count").asInt()).isEqualTo(2);
    assertThat(due.at("/0/costCents").asLong()).isEqualTo(3_200);
    assertThat(due.at("/0/savedCents").asLong())
        .as("nine tenths of the risk, less holding of 1.00 each")
        .isEqualTo(4_400 + 8_000);
  }

  @Test
  void transfersLaterOnesAndDecidedOnes_areNotDue() throws IOException {
    planner.feed(TestSite.transfer("soup", "north", "south", 4_000));
    Replenishment one = proposal("soup", "north", 3_000);
    planner.feed(orderBy(one, TestSite.TODAY.plusDays(1)));
    planner.http.write("/api/v1/replenishments/rep-soup-south/approve", "{}");

    assertThat(due().at("/0/count").asInt()).isEqualTo(1);
  }

  @Test
  void approved_allAreOrderedOnce() {
    HttpResponse<String> first = approve("line-1", 3_200);
    HttpResponse<String> again = approve("line-1", 3_200);

    assertThat(Http.parse(first).path("count").asInt()).isEqualTo(2);
    assertThat(Http.parse(first).path("costCents").asLong()).isEqualTo(3_200);
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(planner.outbox("gemba.orders"))
        .hasSize(2)
        .anySatisfy(order -> assertThat(order).contains("order-rep-soup-south"))
        .anySatisfy(order -> assertThat(order).contains("order-rep-hummus-north"));
    assertThat(due()).isEmpty();
  }

  @Test
  void dearerThanShown_nothingIsOrdered() {
    planner.feed(proposal("soup", "north", 3_000));

    HttpResponse<String> answer = approve("line-1", 3_200);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Http.parse(answer).path("detail").asText()).contains("costs 4800 cents by now");
    assertThat(planner.outbox("gemba.orders")).isEmpty();
  }

  @Test
  void priceMissing_isAskedFor() {
    HttpResponse<String> answer =
        planner.http.write("/api/v1/replenishments/due/line-1/approve", "{}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Http.parse(answer).at("/errors/0/field").asText()).isEqualTo("atMostCents");
  }

  private HttpResponse<String> approve(String source, long atMostCents) {
    return planner.http.write(
        "/api/v1/replenishments/due/" + source + "/approve",
        "{\"atMostCents\":" + atMostCents + "}");
  }

  private JsonNode due() {
    return planner.http.json("/api/v1/replenishments").path("due");
  }

  private static Replenishment orderBy(Replenishment one, LocalDate day) throws IOException {
    ObjectNode json = (ObjectNode) Json.mapper().readTree(Json.write(one));
    return Json.read(Json.write(json.put("orderBy", day.toString())), Replenishment.class);
  }

  private static Replenishment proposal(String item, String place, long riskCents) {
    return TestSite.replenishment(item, place, riskCents, 0, List.of());
  }
}

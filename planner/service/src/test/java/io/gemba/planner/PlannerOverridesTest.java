package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.ForecastOverride;
import io.gemba.message.Json;
import io.gemba.message.Topic;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.OutboxTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overrides of forecasts over HTTP and a real database. */
class PlannerOverridesTest {
  private static final String PATH = "/api/v1/forecast-overrides";
  private static final String GOOD =
      "{\"item\":\"soup\",\"place\":\"north\",\"from\":\"2026-11-24\",\"to\":\"2026-11-26\","
          + "\"units\":40,\"reason\":\"Street fair.\"}";

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
  void override_isKeptSentAndAudited() {
    var response =
        planner.http.post(
            PATH, GOOD, "X-Gemba", "1", "Content-Type", "application/json", "X-Gemba-User", "ann");

    JsonNode made = Http.parse(response);
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(sent())
        .singleElement()
        .satisfies(
            override -> {
              assertThat(override.id()).isEqualTo(made.path("id").asText());
              assertThat(override.series()).isEqualTo("soup@north");
              assertThat(override.from()).isEqualTo(TestSite.TODAY.plusDays(1));
              assertThat(override.to()).isEqualTo(TestSite.TODAY.plusDays(3));
              assertThat(override.units()).isEqualTo(40);
              assertThat(override.by()).isEqualTo("ann");
              assertThat(override.madeAt()).isEqualTo(TestSite.NOW);
            });
    assertThat(planner.http.json(PATH)).hasSize(1);
    assertThat(audit())
        .containsExactly(
            new AuditTable.Entry(TestSite.NOW, "ann", "override", made.path("id").asText()));
  }

  @Test
  void withdrawn_isSentOnceWithAHigherRevision_andNoLongerListed() {
    String id = Http.parse(planner.http.write(PATH, GOOD)).path("id").asText();

    var first = planner.http.write(PATH + "/" + id + "/withdraw", "");
    var again = planner.http.write(PATH + "/" + id + "/withdraw", "");
    var unknown = planner.http.write(PATH + "/nothing/withdraw", "");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(Http.parse(again)).isEqualTo(Http.parse(first));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("nothing");
    assertThat(sent()).extracting(ForecastOverride::revision).containsExactly(0, 1);
    assertThat(sent().get(1).withdrawn()).isTrue();
    assertThat(planner.http.json(PATH)).isEmpty();
    assertThat(audit())
        .extracting(AuditTable.Entry::what)
        .containsExactly("withdraw override", "override");
  }

  @Test
  void everythingWrong_isSaidAtOnceAndNothingIsKept() {
    var response =
        planner.http.write(
            PATH,
            "{\"item\":\"caviar\",\"place\":\"moon\",\"from\":\"soon\",\"to\":\"2026-11-26\","
                + "\"units\":-1,\"factor\":200}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Http.parse(response).path("errors").findValuesAsText("field"))
        .containsExactly("item", "place", "from", "factor", "units", "factor", "reason");
    assertThat(response.body()).contains("'caviar'").contains("'moon'").contains("'soon'");
    assertThat(sent()).isEmpty();
    assertThat(audit()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26, to, must not be before from",
    "2026-11-22, to, is past",
    "2027-12-01, to, a year from today"
  })
  void daysOutOfRange_areNamed(String to, String field, String message) {
    String from = to.equals("2026-11-26") ? "2026-11-27" : "2026-11-20";
    String body = GOOD.replace("2026-11-26", to).replace("2026-11-24", from);

    var response = planner.http.write(PATH, body);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(Http.parse(response).at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(Http.parse(response).at("/errors/0/message").asText())
        .contains(to)
        .contains(message);
  }

  @Test
  void results_withoutAStore_areUnavailable_andWithoutOverridesEmpty() {
    assertThat(planner.http.json(PATH + "/results")).isEmpty();
    planner.http.write(PATH, GOOD);

    var response = planner.http.get(PATH + "/results");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("time-series store");
  }

  private List<ForecastOverride> sent() {
    return planner
        .store
        .call(transaction -> planner.store.outbox().oldest(transaction, "kafka", 100))
        .stream()
        .filter(row -> row.topic().equals(Topic.FORECAST_OVERRIDES.topicName()))
        .map(PlannerOverridesTest::read)
        .toList();
  }

  private static ForecastOverride read(OutboxTable.Row row) {
    try {
      return Json.read(row.payload(), ForecastOverride.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<AuditTable.Entry> audit() {
    return planner.store.call(transaction -> planner.store.audit().latest(transaction, 10));
  }
}

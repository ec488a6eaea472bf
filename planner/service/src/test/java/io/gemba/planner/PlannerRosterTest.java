package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rosters over HTTP and a real database: planned, asked about, edited and published. */
class PlannerRosterTest {
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
    JsonNode roster = planner.rostered();
    JsonNode strip = planner.http.json("/api/v1/strip");

    assertThat(strip.path("day").asText()).isEqualTo(TestSite.TODAY.toString());
    assertThat(strip.at("/byKind/0/kind").asText()).isEqualTo("STAFF");
    assertThat(strip.path("cents").asLong())
        .isPositive()
        .isLessThan(roster.at("/published/costCents").asLong());
  }

  @Test
  void why_namesReasonsAndOthers() {
    planner.rostered();

    JsonNode why = planner.http.json("/api/v1/roster/why?person=ann&day=" + TestSite.TODAY);
    var unknown = planner.http.get("/api/v1/roster/why?person=nobody&day=" + TestSite.TODAY);

    assertThat(why.path("person").asText()).isEqualTo("ann");
    assertThat(why.path("reasons")).isNotEmpty();
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  @Test
  void calendar_hasAnEventAShift() {
    JsonNode roster = planner.rostered();

    var feed = planner.http.get("/api/v1/roster/people/ann/calendar.ics");
    var nobody = planner.http.get("/api/v1/roster/people/zoe/calendar.ics");

    assertThat(feed.headers().firstValue("content-type").orElse("")).startsWith("text/calendar");
    assertThat(feed.body().lines().filter(line -> line.equals("BEGIN:VEVENT")).count())
        .isEqualTo(person(roster, "ann").path("shifts").size());
    assertThat(nobody.statusCode()).isEqualTo(404);
  }

  @Test
  void edit_isPricedBeforeItIsMade_andItsDraftCostsThat() {
    JsonNode roster = planner.rostered();
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
    JsonNode roster = planner.rostered();
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
    planner.rostered();
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
    JsonNode roster = planner.rostered();
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

  private static JsonNode person(JsonNode roster, String id) {
    for (JsonNode one : roster.path("people")) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("No person '" + id + "' in " + roster.path("people"));
  }
}

package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.Json;
import io.gemba.message.PartReplacement;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.wear.TestLives;
import io.gemba.settings.Settings;
import io.gemba.site.Site;
import io.gemba.site.WearPart;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parts that wear over HTTP and a real database; the clock stands on a Monday at seven. */
class WearPartsTest {
  private static final String PATH = "/api/v1/wear-parts";
  private static final String MAINTENANCE =
      "{\"machine\":\"filler\",\"from\":\"2026-11-23T09:00:00Z\","
          + "\"until\":\"2026-11-23T10:00:00Z\",\"reason\":\"oil\"}";

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
    planner = TestPlanner.open(settings, site(), TestSite.clock());
  }

  @Test
  void nothingToldYet_saysWhatIsMissing() {
    assertThat(part().path("act").asText()).isEqualTo("WAIT");
    assertThat(part().path("left").isNull()).isTrue();
    assertThat(part().path("sentence").asText()).contains("'bearing-model'", "60 min", "announced");
  }

  @Test
  void wornPart_isDueNow_priced_withWhatMoved_andCountsAsAnException_alsoAfterARestart() {
    planner.feed(TestLives.life(20, 12, 30));
    stop();
    open();

    assertThat(part().path("act").asText()).isEqualTo("NOW");
    assertThat(part().at("/left/hours").asDouble()).isEqualTo(20);
    assertThat(part().at("/left/lowHours").asDouble()).isEqualTo(12);
    assertThat(part().at("/hints/0/name").asText()).isEqualTo("Vibration");
    assertThat(part().path("stop").asText()).isEqualTo("on Sunday 29 November 06:00");
    assertThat(part().path("nowCents").asLong()).isEqualTo(40_000 + 30 * 100);
    assertThat(part().path("laterCents").asLong()).isEqualTo(40_000 + 240 * 100 + 90_000);
    assertThat(part().path("sentence").asText())
        .isEqualTo(
            "Replace the bearing now: 43000 cents, against 154000 cents expected by waiting for the"
                + " stop on Sunday 29 November 06:00. It fails before with a chance of more than"
                + " 99 %.");
    assertThat(planner.http.json("/api/v1/strip").at("/open/sensors").asInt()).isEqualTo(1);
  }

  @Test
  void plannedMaintenance_isTheStopToUse_whenItComesFirst() {
    planner.feed(TestLives.life(20, 12, 30));

    planner.http.write("/api/v1/maintenance-windows", MAINTENANCE);

    assertThat(part().path("act").asText()).isEqualTo("AT_STOP");
    assertThat(part().path("stop").asText()).isEqualTo("on Monday 23 November 09:00 (oil)");
    assertThat(planner.http.json("/api/v1/strip").at("/open/sensors").asInt()).isZero();
  }

  @Test
  void olderLife_changesNothing() {
    planner.feed(TestLives.life(20, 12, 30));
    planner.feed(
        TestLives.life(
            120, 110, 125, TestSite.NOW.minusSeconds(9_000), TestSite.NOW.minusSeconds(1)));

    assertThat(part().at("/left/hours").asDouble()).isEqualTo(20);
  }

  @Test
  void replaced_isToldToTheJobOnce_andWhatWasToldOfTheOldPartIsForgotten() throws IOException {
    planner.feed(TestLives.life(20, 12, 30));

    var answer = planner.http.write(PATH + "/filler/replaced", "{\"by\":\"Ann\"}");
    planner.http.write(PATH + "/filler/replaced", "{\"by\":\"Ann\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Http.parse(answer).path("act").asText()).isEqualTo("WAIT");
    assertThat(part().path("replacedBy").asText()).isEqualTo("Ann");
    var sent =
        planner.store.call(transaction -> planner.store.outbox().oldest(transaction, "kafka", 10));
    assertThat(sent).extracting(row -> row.topic()).containsExactly("gemba.part-replacements");
    assertThat(Json.read(sent.get(0).payload(), PartReplacement.class))
        .isEqualTo(new PartReplacement("filler", TestSite.NOW, "Ann"));
    assertThat(audit())
        .containsExactly(new AuditTable.Entry(TestSite.NOW, "Ann", "replace-part", "filler"));

    planner.feed(
        TestLives.life(120, 110, 125, TestSite.NOW, TestSite.NOW.plus(Duration.ofHours(100))));
    assertThat(part().path("act").asText()).isEqualTo("LEAVE");
    assertThat(part().path("sentence").asText()).contains("as good as new", "110 h");
  }

  @Test
  void replacementToldByAnotherSystem_isTakenLikeAPersons_unlessItIsOlder() {
    planner.feed(TestLives.life(20, 12, 30));

    planner.feed(new PartReplacement("filler", TestSite.NOW.minusSeconds(60), "maintenance crew"));
    planner.feed(new PartReplacement("filler", TestSite.NOW.minusSeconds(9_000), "Bob"));

    assertThat(part().path("act").asText()).isEqualTo("WAIT");
    assertThat(part().path("replacedBy").asText()).isEqualTo("maintenance crew");
    assertThat(
            planner.store.<Integer>call(
                tx -> planner.store.outbox().oldest(tx, "kafka", 10).size()))
        .isZero();
  }

  @Test
  void replaced_ofAMachineWithoutSuchAPart_orAtAWrongTime_isRefusedByName() {
    var machine = planner.http.write(PATH + "/moon/replaced", "{}");
    var late = planner.http.write(PATH + "/filler/replaced", "{\"at\":\"2026-11-23T07:00:01Z\"}");
    var soon = planner.http.write(PATH + "/filler/replaced", "{\"at\":\"soon\"}");

    assertThat(machine.statusCode()).isEqualTo(404);
    assertThat(machine.body()).contains("moon", PATH);
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("2026-11-23T07:00:01Z", "must not be after");
    assertThat(soon.statusCode()).isEqualTo(422);
    assertThat(soon.body()).contains("'soon'", "like 2026");
    assertThat(audit()).isEmpty();
  }

  private JsonNode part() {
    JsonNode parts = planner.http.json(PATH);
    assertThat(parts).hasSize(1);
    return parts.path(0);
  }

  private List<AuditTable.Entry> audit() {
    return planner.store.call(transaction -> planner.store.audit().latest(transaction, 5));
  }

  private static Site site() {
    WearPart bearing =
        new WearPart(
            "bearing",
            "bearing-model",
            List.of(),
            60,
            null,
            40_000,
            30,
            240,
            90_000L,
            List.of(new WearPart.PlannedStop(DayOfWeek.SUNDAY, LocalTime.of(6, 0))));
    return TestSite.with(bearing);
  }
}

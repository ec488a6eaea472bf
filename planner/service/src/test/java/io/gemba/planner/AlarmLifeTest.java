package io.gemba.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gemba.message.AlarmFeedback;
import io.gemba.message.Episode;
import io.gemba.message.Episode.Severity;
import io.gemba.message.Json;
import io.gemba.planner.alarms.AlarmWatch;
import io.gemba.planner.events.Event;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.events.Subscription;
import io.gemba.planner.store.AuditTable;
import io.gemba.settings.Settings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do about alarms, over HTTP and a real database, by a clock that stands. */
class AlarmLifeTest {
  private static final String SHELVE = "{\"by\":\"Ann\",\"until\":\"%s\",\"reason\":\"known\"}";

  private final SetClock clock = new SetClock();
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
    planner = TestPlanner.open(settings, TestSite.site(), clock);
  }

  @Test
  void assigned_toAPersonOfTheSite_showsTheirName_alsoAfterARestart() {
    feed("a", Severity.HIGH);

    var nobody = write("a/assign", "{\"person\":\"zoe\"}");
    var given = write("a/assign", "{\"by\":\"Anke\",\"person\":\"ann\"}");
    write("a/assign", "{\"by\":\"Anke\",\"person\":\"ann\"}");
    stop();
    open();

    assertThat(nobody.statusCode()).isEqualTo(422);
    assertThat(Http.parse(nobody).at("/errors/0/field").asText()).isEqualTo("person");
    assertThat(nobody.body()).contains("zoe", "/api/v1/site");
    assertThat(given.statusCode()).isEqualTo(200);
    assertThat(alarm(0).path("assigneeName").asText()).isEqualTo("Ms ann");
    assertThat(audit()).containsExactly("Anke assign a");
    write("a/assign", "{\"by\":\"Anke\",\"person\":null}");
    assertThat(alarm(0).path("assignee").isNull()).isTrue();
  }

  @Test
  void shelved_comesBackByItself_andAtOnceWhenItGetsMoreSevere() {
    feed("a", Severity.MEDIUM);
    feed("b", Severity.MEDIUM);
    Instant until = TestSite.NOW.plusSeconds(3600);

    write("a/shelve", SHELVE.formatted(until));
    write("a/shelve", SHELVE.formatted(until));
    write("b/shelve", SHELVE.formatted(until));
    assertThat(standings()).containsExactly("SHELVED", "SHELVED");
    feed("b", Severity.HIGH);

    assertThat(alarms().findValuesAsText("id")).containsExactly("b", "a");
    assertThat(standings()).containsExactly("OPEN", "SHELVED");
    clock.now = until;
    assertThat(standings()).containsExactly("OPEN", "OPEN");
    assertThat(audit()).containsExactly("Ann shelve b", "Ann shelve a");
  }

  @Test
  void shelve_withWrongTimeOrNoReason_orOfAnAlarmThatIsOver_isRefusedByName() {
    feed("a", Severity.MEDIUM);
    Episode over = TestSite.closed(TestSite.episode("over", Severity.LOW), TestSite.NOW);
    planner.feed(over);

    var past = write("a/shelve", SHELVE.formatted(TestSite.NOW));
    var soon = write("a/shelve", SHELVE.formatted("soon"));
    var silent = write("a/shelve", "{\"until\":\"2026-11-23T09:00:00+01:00\"}");
    var late = write("over/shelve", SHELVE.formatted(TestSite.NOW.plusSeconds(60)));
    var unknown = write("none/shelve", SHELVE.formatted(TestSite.NOW.plusSeconds(60)));

    assertThat(past.statusCode()).isEqualTo(422);
    assertThat(past.body()).contains("2026-11-23T07:00:00Z", "30 days");
    assertThat(Http.parse(soon).at("/errors/0/message").asText()).contains("'soon'", "like 2026");
    assertThat(Http.parse(silent).at("/errors/0/field").asText()).isEqualTo("reason");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(audit()).isEmpty();
  }

  @Test
  void closed_isDone_untilItIsReopened() {
    feed("a", Severity.HIGH);

    write("a/close", "{\"by\":\"Ann\",\"reason\":\"belt changed\"}");
    JsonNode closed = alarm(0);
    JsonNode strip = planner.http.json("/api/v1/strip");
    write("a/reopen", "{\"by\":\"Bob\"}");

    assertThat(closed.path("standing").asText()).isEqualTo("DONE");
    assertThat(closed.at("/decision/reason").asText()).isEqualTo("belt changed");
    assertThat(strip.at("/open/sensors").asInt()).isZero();
    assertThat(standings()).containsExactly("OPEN");
    assertThat(audit()).containsExactly("Bob reopen a", "Ann close a");
  }

  @Test
  void notAFault_isToldToTheJobOnce_withWhoAndWhen() throws IOException {
    feed("a", Severity.HIGH);

    write("a/not-a-fault", "{\"by\":\"Ann\",\"reason\":\"cleaning\"}");
    write("a/not-a-fault", "{\"by\":\"Ann\",\"reason\":\"cleaning\"}");

    var sent =
        planner.store.call(transaction -> planner.store.outbox().oldest(transaction, "kafka", 10));
    assertThat(sent).extracting(row -> row.topic()).containsExactly("gemba.alarm-feedback");
    assertThat(Json.read(sent.get(0).payload(), AlarmFeedback.class))
        .isEqualTo(
            new AlarmFeedback(
                "a", "filler/vibration", "residual", TestSite.NOW, "Ann", TestSite.NOW));
    assertThat(alarm(0).at("/decision/kind").asText()).isEqualTo("NOT_A_FAULT");
    assertThat(standings()).containsExactly("DONE");
  }

  @Test
  void comments_andEverythingElse_areReadOffTheLog_newestFirst() {
    feed("a", Severity.LOW);

    write("a/comment", "{\"by\":\"Ann\",\"text\":\" looks at it \"}");
    write("a/comment", "{\"by\":\"Ann\",\"text\":\"looks at it\"}");
    write("a/acknowledge", "{\"by\":\"Ann\",\"comment\":\"seen\"}");
    write("a/acknowledge", "{\"by\":\"Ann\",\"comment\":\"seen\"}");
    write("a/assign", "{\"by\":\"Ann\",\"person\":\"bob\"}");

    JsonNode log = planner.http.json("/api/v1/alarms/a/log").path("lines");
    assertThat(log.findValuesAsText("what")).containsExactly("assign", "acknowledge", "comment");
    assertThat(log.findValuesAsText("text")).containsExactly("Ms bob", "seen", "looks at it");
    assertThat(planner.http.get("/api/v1/alarms/none/log").statusCode()).isEqualTo(404);
    assertThat(write("a/comment", "{\"text\":\" \"}").statusCode()).isEqualTo(422);
    assertThat(write("a/comment", "{\"text\":\"a\\u0000b\"}").statusCode()).isEqualTo(422);
  }

  @Test
  void severeAlarmThatNobodyAcknowledges_escalatesOnce_isFirst_andIsHeededByAnAcknowledgement() {
    feed("high", Severity.HIGH);
    look(Duration.ZERO);
    feed("critical", Severity.CRITICAL);
    feed("medium", Severity.MEDIUM);

    look(Duration.ofMinutes(14));
    List<String> before = alarms().findValuesAsText("id");
    look(Duration.ofMinutes(15));
    stop();
    open();
    look(Duration.ofMinutes(16));

    assertThat(before).containsExactly("critical", "high", "medium");
    assertThat(alarms().findValuesAsText("id")).containsExactly("high", "critical", "medium");
    assertThat(Instant.parse(alarm(0).path("escalatedAt").asText()))
        .isEqualTo(TestSite.NOW.plus(Duration.ofMinutes(15)));
    assertThat(audit()).containsExactly("gemba escalate high");
    assertThat(planner.http.get("/metrics").body()).contains("gemba_planner_alarms_escalated 1.0");
    write("high/acknowledge", "{\"by\":\"Ann\"}");
    assertThat(alarms().findValuesAsText("id")).containsExactly("critical", "high", "medium");
  }

  @Test
  void whatFollowsAnAcknowledgedCause_doesNotEscalate_untilItStandsAlone() {
    feed("a", Severity.HIGH);
    feed("b", Severity.HIGH);
    write("a/acknowledge", "{\"by\":\"Ann\"}");

    look(Duration.ZERO);
    look(Duration.ofMinutes(20));
    List<String> behindItsCause = audit();
    write("a/close", "{\"by\":\"Ann\",\"reason\":\"belt changed\"}");
    look(Duration.ofMinutes(21));
    look(Duration.ofMinutes(36));

    assertThat(behindItsCause).containsExactly("Ann acknowledge a");
    assertThat(audit()).startsWith("gemba escalate b");
  }

  @Test
  void escalation_andAShelfThatEnds_areToldToThePages() throws InterruptedException {
    feed("a", Severity.HIGH);
    feed("b", Severity.LOW);
    write("b/shelve", SHELVE.formatted(TestSite.NOW.plusSeconds(120)));
    EventHub hub = new EventHub("test");
    Subscription reader = hub.subscribe(null);
    List<Integer> toldAt = new ArrayList<>();

    try (AlarmWatch watch =
        new AlarmWatch(TestSite.site(), planner.store, hub, clock, Duration.ofMinutes(15))) {
      for (int seconds = 0; seconds <= 1_200; seconds += 60) {
        clock.now = TestSite.NOW.plusSeconds(seconds);
        watch.look();
        hub.tick();
        if (isTold(reader)) {
          toldAt.add(seconds);
        }
      }
    }

    assertThat(toldAt).as("the shelf ended, then it escalated").containsExactly(120, 900);
  }

  @Test
  void maintenance_suppressesWhatBeginsInIt_untilItIsEnded() {
    String window =
        "{\"by\":\"Ann\",\"machine\":\"filler\",\"from\":\"%s\",\"until\":\"%s\",\"reason\":\"belt\"}"
            .formatted(TestSite.NOW.minusSeconds(120), TestSite.NOW.plusSeconds(3600));

    var planned = planner.http.write("/api/v1/maintenance-windows", window);
    var again = planner.http.write("/api/v1/maintenance-windows", window);
    feed("a", Severity.HIGH);
    List<String> within = standings();
    String id = Http.parse(planned).path("id").asText();
    var ended =
        planner.http.write("/api/v1/maintenance-windows/" + id + "/end", "{\"by\":\"Bob\"}");

    assertThat(planned.statusCode()).isEqualTo(201);
    assertThat(Http.parse(again).path("id").asText()).isEqualTo(id);
    assertThat(within).containsExactly("SUPPRESSED");
    assertThat(Http.parse(ended).path("state").asText()).isEqualTo("OVER");
    assertThat(standings()).containsExactly("OPEN");
    assertThat(planner.http.json("/api/v1/maintenance-windows")).hasSize(1);
    assertThat(audit()).containsExactly("Bob end-maintenance " + id, "Ann plan-maintenance " + id);
  }

  @Test
  void maintenance_ofAnUnknownMachine_orTheWrongWayRound_isRefusedByName() {
    var machine = planner.http.write("/api/v1/maintenance-windows", "{\"machine\":\"moon\"}");
    var times =
        planner.http.write(
            "/api/v1/maintenance-windows",
            "{\"machine\":\"filler\",\"from\":\"2026-11-24T09:00:00Z\","
                + "\"until\":\"2026-11-24T08:00:00Z\",\"reason\":\"belt\"}");

    assertThat(machine.statusCode()).isEqualTo(422);
    assertThat(machine.body()).contains("moon", "/api/v1/site");
    assertThat(times.statusCode()).isEqualTo(422);
    assertThat(times.body()).contains("2026-11-24T08:00:00Z", "must be after");
  }

  @Test
  void alarmsOfOneMachine_thatBeginTogether_areOneGroup_withoutThoseThatAreDone() {
    feed("a", Severity.LOW);
    feed("b", Severity.HIGH);
    feed("c", Severity.HIGH);
    write("c/close", "{\"reason\":\"done\"}");

    assertThat(alarms().findValuesAsText("id")).containsExactly("b", "a", "c");
    assertThat(alarms().findValuesAsText("group")).containsExactly("a", "a", "c");
    assertThat(alarm(0).path("groupRank").asInt()).isEqualTo(1);
  }

  private static boolean isTold(Subscription reader) throws InterruptedException {
    boolean told = false;
    for (Event event = reader.poll(0); event != null; event = reader.poll(0)) {
      told |= event.name().equals("alarms");
    }
    return told;
  }

  private void look(Duration later) {
    clock.now = TestSite.NOW.plus(later);
    planner.service.alarmWatch().look();
  }

  private HttpResponse<String> write(String act, String body) {
    return planner.http.write("/api/v1/alarms/" + act, body);
  }

  private JsonNode alarms() {
    return planner.http.json("/api/v1/alarms").path("alarms");
  }

  private JsonNode alarm(int index) {
    return alarms().path(index);
  }

  private List<String> standings() {
    return alarms().findValuesAsText("standing");
  }

  private List<String> audit() {
    return planner.store.call(transaction -> planner.store.audit().latest(transaction, 20)).stream()
        .map((AuditTable.Entry one) -> one.who() + " " + one.what() + " " + one.subject())
        .toList();
  }

  private void feed(String id, Severity severity) {
    planner.feed(TestSite.episode(id, severity));
  }

  /** Stands until it is set. */
  private static final class SetClock extends Clock {
    private Instant now = TestSite.NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

package io.gemba.planner.api;

import io.gemba.planner.alarms.AlarmDesk;
import io.gemba.planner.alarms.AlarmView;
import io.gemba.planner.alarms.MaintenanceDesk;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Alarms, what people decide about them, and when somebody works on a machine. */
public final class AlarmApi {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_TEXT = 2000;
  private static final Duration LONGEST_SHELF = Duration.ofDays(30);
  private static final Duration LONGEST_MAINTENANCE = Duration.ofDays(30);
  private static final String PATH = "/api/v1/alarms/{id}/";
  private static final String WINDOWS = "/api/v1/maintenance-windows";

  private AlarmApi() {}

  /**
   * What it works with.
   *
   * @param alarms shows alarms and does what is decided
   * @param maintenance plans and ends windows
   * @param site whose machines and people can be named
   * @param clock what time it is
   */
  public record Desks(AlarmDesk alarms, MaintenanceDesk maintenance, Site site, Clock clock) {}

  /** Does one act; empty when there is no alarm with the id. */
  private interface Act {
    Optional<AlarmView.Row> on(String id);
  }

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<Desks> desks) {
    return List.of(
        Endpoint.get(
            "/api/v1/alarms",
            "Alarms: those that ask for somebody first, escalated and worst first",
            AlarmView.class,
            request -> Answer.ok(desks.get().alarms().view())),
        Endpoint.get(
            PATH + "log",
            "What was done about an alarm, newest first",
            AlarmView.Log.class,
            request -> log(desks.get(), request)),
        post(
            "acknowledge",
            "Say who has seen an alarm",
            AlarmView.AcknowledgeBody.class,
            request -> acknowledge(desks.get(), request)),
        post(
            "assign",
            "Give an alarm to a person of the site, or to nobody",
            AlarmView.AssignBody.class,
            request -> assign(desks.get(), request)),
        post(
            "comment",
            "Say something about an alarm",
            AlarmView.CommentBody.class,
            request -> comment(desks.get(), request)),
        post(
            "shelve",
            "Put an alarm aside until a time; it comes back at once when it gets more severe",
            AlarmView.ShelveBody.class,
            request -> shelve(desks.get(), request)),
        post(
            "close",
            "Say that nothing has to be done any more",
            AlarmView.ReasonBody.class,
            request -> close(desks.get(), request)),
        post(
            "not-a-fault",
            "Say that an alarm is no fault; what raised it asks for more from then on",
            AlarmView.ReasonBody.class,
            request -> notAFault(desks.get(), request)),
        post(
            "reopen",
            "Take back that an alarm was shelved, closed or no fault",
            AlarmView.ReasonBody.class,
            request -> reopen(desks.get(), request)),
        Endpoint.get(
            WINDOWS,
            "When somebody works on which machine",
            MaintenanceDesk.Row[].class,
            request -> Answer.ok(desks.get().maintenance().list())),
        Endpoint.post(
                WINDOWS,
                "Plan work on a machine: alarms that begin in it are suppressed",
                MaintenanceDesk.Body.class,
                MaintenanceDesk.Row.class,
                request -> plan(desks.get(), request))
            .answering(201),
        Endpoint.post(
            WINDOWS + "/{id}/end",
            "End the work on a machine now",
            AlarmView.ReasonBody.class,
            MaintenanceDesk.Row.class,
            request -> end(desks.get(), request)));
  }

  private static Endpoint post(String verb, String summary, Class<?> body, Endpoint.Action action) {
    return Endpoint.post(PATH + verb, summary, body, AlarmView.Row.class, action);
  }

  private static Answer log(Desks desks, Request request) {
    String id = request.path("id");
    return Answer.ok(desks.alarms().log(id).orElseThrow(() -> unknown(id)));
  }

  private static Answer acknowledge(Desks desks, Request request) {
    AlarmView.AcknowledgeBody body =
        request.body().length == 0
            ? new AlarmView.AcknowledgeBody(null, null)
            : request.read(AlarmView.AcknowledgeBody.class);
    String by = by(body.by(), request);
    String comment = body.comment() == null ? "" : shortEnough("comment", body.comment());
    return act(request, id -> desks.alarms().acknowledge(id, by, comment));
  }

  private static Answer assign(Desks desks, Request request) {
    AlarmView.AssignBody body = request.read(AlarmView.AssignBody.class);
    String person = body.person() == null || body.person().isBlank() ? null : body.person();
    if (person != null && !desks.alarms().isPerson(person)) {
      throw ProblemException.invalid(
          "person",
          "person ('%s') is nobody of the site file. Give an id of people in GET /api/v1/site."
              .formatted(person));
    }
    String by = by(body.by(), request);
    return act(request, id -> desks.alarms().assign(id, person, by));
  }

  private static Answer comment(Desks desks, Request request) {
    AlarmView.CommentBody body = request.read(AlarmView.CommentBody.class);
    String text = said("text", body.text());
    String by = by(body.by(), request);
    return act(request, id -> desks.alarms().comment(id, text, by));
  }

  private static Answer shelve(Desks desks, Request request) {
    AlarmView.ShelveBody body = request.read(AlarmView.ShelveBody.class);
    Instant until = later(desks, body.until(), LONGEST_SHELF, desks.clock().instant());
    String reason = said("reason", body.reason());
    String by = by(body.by(), request);
    return act(
        request,
        id -> {
          Optional<AlarmView.Row> row = desks.alarms().shelve(id, until, reason, by);
          row.filter(one -> one.end() != null)
              .ifPresent(
                  one -> {
                    throw ProblemException.conflict(
                        "Alarm '%s' was over at %s: nothing is left to shelve. Reload."
                            .formatted(id, one.end()));
                  });
          return row;
        });
  }

  private static Answer close(Desks desks, Request request) {
    AlarmView.ReasonBody body = request.read(AlarmView.ReasonBody.class);
    String reason = said("reason", body.reason());
    String by = by(body.by(), request);
    return act(request, id -> desks.alarms().close(id, reason, by));
  }

  private static Answer notAFault(Desks desks, Request request) {
    AlarmView.ReasonBody body = request.read(AlarmView.ReasonBody.class);
    String reason = said("reason", body.reason());
    String by = by(body.by(), request);
    return act(request, id -> desks.alarms().notAFault(id, reason, by));
  }

  private static Answer reopen(Desks desks, Request request) {
    String by = who(request);
    return act(request, id -> desks.alarms().reopen(id, by));
  }

  private static Answer plan(Desks desks, Request request) {
    MaintenanceDesk.Body body = request.read(MaintenanceDesk.Body.class);
    String machine = body.machine() == null ? "" : body.machine();
    if (desks.site().findMachine(machine).isEmpty()) {
      throw ProblemException.invalid(
          "machine",
          "machine ('%s') is none of the site file. Give an id of machines in GET /api/v1/site."
              .formatted(machine));
    }
    Instant now = desks.clock().instant();
    Instant from = body.from() == null ? now : time("from", body.from());
    Instant until = later(desks, body.until(), LONGEST_MAINTENANCE, from);
    String reason = said("reason", body.reason());
    return Answer.created(
        desks.maintenance().plan(machine, from, until, reason, by(body.by(), request)));
  }

  private static Answer end(Desks desks, Request request) {
    String id = request.path("id");
    return Answer.ok(
        desks
            .maintenance()
            .end(id, who(request))
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "There is no maintenance '%s'. GET %s lists them."
                            .formatted(id, WINDOWS))));
  }

  private static Answer act(Request request, Act act) {
    String id = request.path("id");
    return Answer.ok(act.on(id).orElseThrow(() -> unknown(id)));
  }

  private static String who(Request request) {
    return request.body().length == 0
        ? request.who()
        : by(request.read(AlarmView.ReasonBody.class).by(), request);
  }

  private static String by(@Nullable String by, Request request) {
    if (by == null || by.isBlank()) {
      return request.who();
    }
    if (by.length() > LONGEST_NAME) {
      throw ProblemException.invalid(
          "by",
          "by is %d characters long, at most %d are kept. Shorten it."
              .formatted(by.length(), LONGEST_NAME));
    }
    return shortEnough("by", by);
  }

  private static String said(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw ProblemException.invalid(field, field + " is missing. Say it in a few words.");
    }
    return shortEnough(field, text.strip());
  }

  private static String shortEnough(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      throw ProblemException.invalid(
          field, field + " has a character 0 in it, which cannot be kept. Leave it out.");
    }
    if (text.length() > LONGEST_TEXT) {
      throw ProblemException.invalid(
          field,
          "%s is %d characters long, at most %d are kept. Shorten it."
              .formatted(field, text.length(), LONGEST_TEXT));
    }
    return text;
  }

  /** A time that is still to come, after a first one, and not too long after it. */
  private static Instant later(Desks desks, @Nullable String text, Duration most, Instant from) {
    Instant until = time("until", text);
    Instant now = desks.clock().instant();
    Instant least = from.isAfter(now) ? from : now;
    if (!until.isAfter(least) || until.isAfter(from.plus(most))) {
      throw ProblemException.invalid(
          "until",
          "until (%s) must be after %s and at most %d days after %s."
              .formatted(until, least, most.toDays(), from.truncatedTo(ChronoUnit.SECONDS)));
    }
    return until;
  }

  private static Instant time(String field, @Nullable String text) {
    try {
      return OffsetDateTime.parse(text == null ? "" : text).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.invalid(
          field,
          "%s ('%s') must be a time with its zone, like 2026-11-22T10:42:00Z."
              .formatted(field, text == null ? "" : text));
    }
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound(
        "There is no alarm '%s'. GET /api/v1/alarms lists them.".formatted(id));
  }
}

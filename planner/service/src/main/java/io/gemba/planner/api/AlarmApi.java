package io.gemba.planner.api;

import io.gemba.planner.alarms.AlarmDesk;
import io.gemba.planner.alarms.AlarmView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Alarms, and what people decide about them. */
public final class AlarmApi {
  private static final Duration LONGEST_SHELF = Duration.ofDays(30);
  private static final String PATH = "/api/v1/alarms/{id}/";

  private AlarmApi() {}

  /**
   * What it works with.
   *
   * @param alarms shows alarms and does what is decided
   * @param clock what time it is
   */
  public record Desks(AlarmDesk alarms, Clock clock) {}

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
            request -> reopen(desks.get(), request)));
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
    String by = Said.by(body.by(), request);
    String comment = Said.textIfAny("comment", body.comment());
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
    String by = Said.by(body.by(), request);
    return act(request, id -> desks.alarms().assign(id, person, by));
  }

  private static Answer comment(Desks desks, Request request) {
    AlarmView.CommentBody body = request.read(AlarmView.CommentBody.class);
    String text = Said.text("text", body.text());
    String by = Said.by(body.by(), request);
    return act(request, id -> desks.alarms().comment(id, text, by));
  }

  private static Answer shelve(Desks desks, Request request) {
    AlarmView.ShelveBody body = request.read(AlarmView.ShelveBody.class);
    Instant now = desks.clock().instant();
    Instant until = Said.until(body.until(), now, LONGEST_SHELF, now);
    String reason = Said.text("reason", body.reason());
    String by = Said.by(body.by(), request);
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
    String reason = Said.text("reason", body.reason());
    String by = Said.by(body.by(), request);
    return act(request, id -> desks.alarms().close(id, reason, by));
  }

  private static Answer notAFault(Desks desks, Request request) {
    AlarmView.ReasonBody body = request.read(AlarmView.ReasonBody.class);
    String reason = Said.text("reason", body.reason());
    String by = Said.by(body.by(), request);
    return act(request, id -> desks.alarms().notAFault(id, reason, by));
  }

  private static Answer reopen(Desks desks, Request request) {
    String by = Said.by(request);
    return act(request, id -> desks.alarms().reopen(id, by));
  }

  private static Answer act(Request request, Act act) {
    String id = request.path("id");
    return Answer.ok(act.on(id).orElseThrow(() -> unknown(id)));
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound(
        "There is no alarm '%s'. GET /api/v1/alarms lists them.".formatted(id));
  }
}

package io.gemba.planner.api;

import io.gemba.planner.alarms.AlarmView;
import io.gemba.planner.alarms.MaintenanceDesk;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** When somebody works on a machine. */
public final class MaintenanceApi {
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final String PATH = "/api/v1/maintenance-windows";

  private MaintenanceApi() {}

  /**
   * What it works with.
   *
   * @param maintenance plans and ends windows
   * @param site whose machines can be named
   * @param clock what time it is
   */
  public record Desks(MaintenanceDesk maintenance, Site site, Clock clock) {}

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<Desks> desks) {
    return List.of(
        Endpoint.get(
            PATH,
            "When somebody works on which machine",
            MaintenanceDesk.Row[].class,
            request -> Answer.ok(desks.get().maintenance().list())),
        Endpoint.post(
                PATH,
                "Plan work on a machine: alarms that begin in it are suppressed",
                MaintenanceDesk.Body.class,
                MaintenanceDesk.Row.class,
                request -> plan(desks.get(), request))
            .answering(201),
        Endpoint.post(
            PATH + "/{id}/end",
            "End the work on a machine now",
            AlarmView.ReasonBody.class,
            MaintenanceDesk.Row.class,
            request -> end(desks.get(), request)));
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
    Instant from = body.from() == null ? now : Said.time("from", body.from());
    Instant until = Said.until(body.until(), from, LONGEST, now);
    String reason = Said.text("reason", body.reason());
    String by = Said.by(body.by(), request);
    return Answer.created(desks.maintenance().plan(machine, from, until, reason, by));
  }

  private static Answer end(Desks desks, Request request) {
    String id = request.path("id");
    return Answer.ok(
        desks
            .maintenance()
            .end(id, Said.by(request))
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "There is no maintenance '%s'. GET %s lists them.".formatted(id, PATH))));
  }
}

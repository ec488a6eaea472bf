package io.gemba.planner.api;

import io.gemba.planner.api.Endpoint.Parameter;
import io.gemba.planner.plans.PlanViews;
import io.gemba.planner.roster.RosterCheck;
import io.gemba.planner.roster.RosterDesk;
import io.gemba.planner.roster.RosterView;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** Rosters. */
public final class RosterApi {
  private static final String CALENDAR = "text/calendar";

  private RosterApi() {}

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<RosterDesk> desk) {
    return List.of(
        Endpoint.get(
            "/api/v1/roster",
            "The draft roster if there is one, else the published one",
            RosterView.class,
            request -> Answer.ok(desk.get().view())),
        Endpoint.post(
                "/api/v1/roster/plan",
                "Plan the roster again; the draft appears when the job is done",
                null,
                PlanViews.JobView.class,
                request -> plan(desk.get()))
            .answering(202),
        Endpoint.post(
            "/api/v1/roster/publish",
            "Put a draft in force; 409 when another version was published meanwhile",
            PlanViews.PublishBody.class,
            PlanViews.PublishedView.class,
            request -> publish(desk.get(), request)),
        Endpoint.get(
            "/api/v1/roster/why",
            "Why somebody works on a day, or does not, and who else could",
            RosterView.WhyView.class,
            request -> why(desk.get(), request),
            Parameter.needed("person", "Person id"),
            Parameter.needed("day", "A day of the roster, like 2026-11-22")),
        Endpoint.get(
                "/api/v1/roster/people/{id}/calendar.ics",
                "Somebody's shifts of the roster in force, for a calendar that follows it",
                String.class,
                request -> calendar(desk.get(), request.path("id")))
            .as(CALENDAR));
  }

  private static Answer plan(RosterDesk desk) {
    if (!desk.isStaffed()) {
      throw ProblemException.conflict(
          "The site file names no people with skills or no shifts, so there is nobody to roster.");
    }
    return Answer.accepted(
        new PlanViews.JobView(desk.plan(RosterDesk.Reason.of("Planned by hand."))));
  }

  private static Answer publish(RosterDesk desk, Request request) {
    String draftId = Drafts.id(request);
    try {
      return Answer.ok(
          desk.publish(draftId, request.who()).orElseThrow(() -> Drafts.overtaken(draftId)));
    } catch (RosterCheck.BrokenRulesException e) {
      throw ProblemException.conflict(String.valueOf(e.getMessage()));
    }
  }

  private static Answer calendar(RosterDesk desk, String person) {
    String feed =
        desk.calendar(person)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "There is no roster in force, or nobody with id '%s'.".formatted(person)));
    return Answer.bytes(feed.getBytes(StandardCharsets.UTF_8), CALENDAR);
  }

  private static Answer why(RosterDesk desk, Request request) {
    String person = request.query("person");
    request.query("day");
    LocalDate day = request.findDay("day").orElseThrow();
    return Answer.ok(
        desk.why(person, day)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "'%s' on %s is not in the roster that is shown.".formatted(person, day))));
  }
}

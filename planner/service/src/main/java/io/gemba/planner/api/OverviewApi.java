package io.gemba.planner.api;

import io.gemba.message.SimulationCommand.Fault;
import io.gemba.planner.chain.Chain;
import io.gemba.planner.chain.ChainDesk;
import io.gemba.planner.costs.StripDesk;
import io.gemba.planner.jobs.Jobs;
import io.gemba.planner.simulation.SimulationDesk;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The strip, chains, jobs and the demo menu. */
public final class OverviewApi {
  private static final double MOST_MINUTES = 7 * 24 * 60;
  private static final double MOST_INTENSITY = 100;

  private OverviewApi() {}

  /** What it works with. */
  public record Desks(StripDesk strip, ChainDesk chains, Jobs jobs, SimulationDesk simulation) {}

  /** What to get wrong; minutes 30 and intensity 1 when missing. */
  public record SimulationBody(
      @Nullable String fault,
      @Nullable String target,
      @Nullable Double minutes,
      @Nullable Double intensity) {}

  /** A job that was asked to stop. */
  public record Cancelled(String job) {}

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<Desks> desks) {
    return List.of(
        Endpoint.get(
            "/api/v1/strip",
            "What today costs against the rules before, and what waits on each page",
            StripDesk.Strip.class,
            request -> Answer.ok(desks.get().strip().strip())),
        Endpoint.get(
            "/api/v1/chains",
            "Lost capacity of the last days that leads to shortages or plans, newest first",
            ChainDesk.Row[].class,
            request -> Answer.ok(desks.get().chains().list())),
        Endpoint.get(
            "/api/v1/chains/{id}",
            "Everything an alarm, loss, proposal or plan change follows from and leads to",
            Chain.class,
            request -> Answer.ok(desks.get().chains().find(request.path("id")))),
        Endpoint.post(
                "/api/v1/jobs/{id}/cancel",
                "Stop a planning job with the best plan it has",
                null,
                Cancelled.class,
                request -> cancel(desks.get().jobs(), request.path("id")))
            .answering(202),
        Endpoint.get(
            "/api/v1/simulation",
            "What the demo can get wrong, and with whom",
            SimulationDesk.Menu.class,
            request -> Answer.ok(desks.get().simulation().menu())),
        Endpoint.post(
                "/api/v1/simulation",
                "Tell the demo to get something wrong",
                SimulationBody.class,
                SimulationDesk.Sent.class,
                request -> simulate(desks.get().simulation(), request))
            .answering(202));
  }

  private static Answer cancel(Jobs jobs, String id) {
    if (!jobs.cancel(id)) {
      throw ProblemException.notFound("There is no job '" + id + "' that runs or waits.");
    }
    return Answer.accepted(new Cancelled(id));
  }

  private static Answer simulate(SimulationDesk desk, Request request) {
    if (!desk.menu().enabled()) {
      throw ProblemException.conflict("The simulation is off. Set simulation.enabled to true.");
    }
    SimulationBody body = request.read(SimulationBody.class);
    Fault fault =
        java.util.Arrays.stream(Fault.values())
            .filter(one -> one.name().equals(body.fault()))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "fault",
                        "fault ('%s') must be one of %s."
                            .formatted(body.fault(), List.of(Fault.values()))));
    String target = body.target() == null ? "" : body.target();
    if (!desk.isTarget(fault, target)) {
      throw ProblemException.invalid(
          "target", "target ('%s') cannot have %s. GET lists who can.".formatted(target, fault));
    }
    double minutes = within("minutes", body.minutes(), 30, MOST_MINUTES);
    double intensity = within("intensity", body.intensity(), 1, MOST_INTENSITY);
    return Answer.accepted(desk.send(fault, target, minutes, intensity, request.who()));
  }

  private static double within(String field, @Nullable Double value, double fallback, double most) {
    double given = value == null ? fallback : value;
    if (!(given > 0) || given > most) {
      throw ProblemException.invalid(
          field, "%s (%s) must be above 0 and at most %s.".formatted(field, given, most));
    }
    return given;
  }
}

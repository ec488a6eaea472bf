package io.gemba.planner.api;

import io.gemba.planner.health.Counters;
import io.gemba.planner.health.Readiness;
import java.util.List;

/** Health and metrics: what a supervisor asks. */
public final class SystemApi {
  private SystemApi() {}

  /** Its endpoints; they answer from the first moment. */
  public static List<Endpoint> endpoints(Readiness readiness, Counters counters) {
    return List.of(
        Endpoint.get(
            "/health",
            "Whether every part is up: 200, or 503 with those still missing",
            Readiness.Report.class,
            request -> {
              Readiness.Report report = readiness.report();
              int status = report.status().equals("up") ? 200 : 503;
              return new Answer(status, report, "application/json");
            }),
        Endpoint.get(
            "/api/v1/health",
            "The same for a page, always 200: a browser takes a 503 for an error of the page",
            Readiness.Report.class,
            request -> Answer.ok(readiness.report())),
        Endpoint.get(
                "/metrics",
                "Counters in the Prometheus text format",
                String.class,
                request -> Answer.bytes(counters.text(), Counters.mediaType()))
            .as("text/plain"));
  }
}

package io.gemba.planner.api;

import io.gemba.message.ForecastOverride;
import io.gemba.planner.overrides.OverrideBody;
import io.gemba.planner.overrides.OverrideDesk;
import io.gemba.planner.overrides.OverrideResult;
import io.gemba.planner.timeseries.TimeSeriesReader;
import java.util.List;
import java.util.function.Supplier;

/** What planners say of demand instead of the model. */
public final class ForecastApi {
  private ForecastApi() {}

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<OverrideDesk> desk) {
    return List.of(
        Endpoint.get(
            "/api/v1/forecast-overrides",
            "Overrides in force or to come",
            ForecastOverride[].class,
            request -> Answer.ok(desk.get().list())),
        Endpoint.get(
            "/api/v1/forecast-overrides/results",
            "Overrides of the last 30 days against the model, on the days that are known",
            OverrideResult[].class,
            request -> results(desk.get())),
        Endpoint.post(
                "/api/v1/forecast-overrides",
                "Let other units, or a factor, count instead of the forecast of some days",
                OverrideBody.class,
                ForecastOverride.class,
                request -> take(desk.get(), request))
            .answering(201),
        Endpoint.post(
            "/api/v1/forecast-overrides/{id}/withdraw",
            "Let the forecast count again",
            null,
            ForecastOverride.class,
            request -> withdraw(desk.get(), request)));
  }

  private static Answer results(OverrideDesk desk) {
    try {
      return Answer.ok(desk.results());
    } catch (TimeSeriesReader.TimeSeriesException e) {
      throw ProblemException.unavailable(String.valueOf(e.getMessage()));
    }
  }

  private static Answer take(OverrideDesk desk, Request request) {
    return Answer.created(
        ProblemException.valid(desk.take(request.read(OverrideBody.class), request.who())));
  }

  private static Answer withdraw(OverrideDesk desk, Request request) {
    String id = request.path("id");
    return Answer.ok(
        desk.withdraw(id, request.who())
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "There is no override '" + id + "'. Reload the list.")));
  }
}

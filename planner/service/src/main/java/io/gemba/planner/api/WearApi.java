package io.gemba.planner.api;

import io.gemba.planner.wear.WearDesk;
import io.gemba.planner.wear.WearView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Parts of machines that wear. */
public final class WearApi {
  private static final String PATH = "/api/v1/wear-parts";

  private WearApi() {}

  /**
   * What it works with.
   *
   * @param desk shows and takes replacements
   * @param clock what time it is
   */
  public record Desks(WearDesk desk, Clock clock) {}

  /** Its endpoints. */
  public static List<Endpoint> endpoints(Supplier<Desks> desks) {
    return List.of(
        Endpoint.get(
            PATH,
            "What is left of machines' parts, and whether to replace them now or at a planned stop",
            WearView[].class,
            request -> Answer.ok(desks.get().desk().list())),
        Endpoint.post(
            PATH + "/{id}/replaced",
            "Say that a machine's part was replaced: its life begins anew",
            WearView.ReplacedBody.class,
            WearView.class,
            request -> replaced(desks.get(), request)));
  }

  private static Answer replaced(Desks desks, Request request) {
    WearView.ReplacedBody body =
        request.body().length == 0
            ? new WearView.ReplacedBody(null, null)
            : request.read(WearView.ReplacedBody.class);
    String machine = request.path("id");
    Instant now = desks.clock().instant();
    Instant at = body.at() == null ? now : Said.time("at", body.at());
    if (at.isAfter(now)) {
      throw ProblemException.invalid(
          "at", "at (%s) must not be after now (%s).".formatted(at, now));
    }
    String by = Said.by(body.by(), request);
    return Answer.ok(
        desks
            .desk()
            .replaced(machine, at, by)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "Machine '%s' has no wear part in the site file. GET %s lists those that have."
                            .formatted(machine, PATH))));
  }
}

package io.gemba.planner.routes;

import io.gemba.message.Json;
import io.gemba.message.Order;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A day's routes with everything needed to show and check them again.
 *
 * @param day the day
 * @param request what was asked
 * @param result what was found
 * @param orders all orders that were asked for
 * @param reloads those of them that nobody has ordered yet: publishing orders them
 */
public record RouteDocument(
    LocalDate day,
    RouteRequest request,
    RouteResult result,
    List<Order> orders,
    List<Order> reloads) {
  /** Copies the lists and leaves the search's trace behind. */
  public RouteDocument {
    orders = List.copyOf(orders);
    reloads = List.copyOf(reloads);
    result = withoutTrace(result);
  }

  static RouteDocument parse(String json) {
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8), RouteDocument.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Stored routes cannot be read", e);
    }
  }

  String json() {
    return new String(Json.write(this), StandardCharsets.UTF_8);
  }

  /** The van that brings each order; orders nobody brings are not there. */
  Map<String, String> vans() {
    Map<String, String> vans = new HashMap<>();
    for (RouteResult.Route route : result.routes()) {
      route.stops().forEach(stop -> vans.put(stop.order(), route.vehicle()));
    }
    return vans;
  }

  /** Orders that come with another van than in other routes, or with none, or now with one. */
  int changesFrom(RouteDocument other) {
    Map<String, String> before = other.vans();
    Map<String, String> now = vans();
    Set<String> all = new HashSet<>(before.keySet());
    all.addAll(now.keySet());
    return (int) all.stream().filter(id -> !Objects.equals(before.get(id), now.get(id))).count();
  }

  private static RouteResult withoutTrace(RouteResult result) {
    RouteResult.Run run = result.run();
    return new RouteResult(
        result.routes(),
        result.unassigned(),
        result.costs(),
        result.baselineCosts(),
        result.moved(),
        new RouteResult.Run(
            run.solver(), run.seed(), run.iterations(), run.millis(), run.cancelled(), List.of()));
  }
}

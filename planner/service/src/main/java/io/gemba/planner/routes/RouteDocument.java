package io.gemba.planner.routes;

import io.gemba.message.Json;
import io.gemba.message.Order;
import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * @param done what was done of the day before the question was asked, one route a van: its stops
 *     are not in the request any more; missing in documents of before = none
 */
public record RouteDocument(
    LocalDate day,
    RouteRequest request,
    RouteResult result,
    List<Order> orders,
    List<Order> reloads,
    List<RouteResult.Route> done) {
  /** Copies the lists and leaves the search's trace behind. */
  public RouteDocument {
    orders = List.copyOf(orders);
    reloads = List.copyOf(reloads);
    done = done == null ? List.of() : List.copyOf(done);
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

  /** The whole day's routes: what was done, and what is planned, one route a van. */
  List<RouteResult.Route> routes() {
    return routes(result.routes());
  }

  /** The same with other routes in place of the planned ones. */
  List<RouteResult.Route> routes(List<RouteResult.Route> planned) {
    Map<String, RouteResult.Route> whole = new LinkedHashMap<>();
    done.forEach(route -> whole.put(route.vehicle(), route));
    planned.forEach(route -> whole.merge(route.vehicle(), route, RouteParts::joined));
    return request.vehicles().stream()
        .map(vehicle -> whole.get(vehicle.id()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** What the whole day costs. */
  RouteCosts costs() {
    return withDone(result.costs());
  }

  /** What the whole day would cost if what is not done yet were planned by rule of thumb. */
  RouteCosts baselineCosts() {
    return withDone(result.baselineCosts());
  }

  private RouteCosts withDone(RouteCosts rest) {
    return done.stream().map(RouteResult.Route::costs).reduce(rest, RouteCosts::plus);
  }

  /** Whether a van had been on the road before the question was asked. */
  boolean hasDone(String vehicle) {
    return done.stream().anyMatch(route -> route.vehicle().equals(vehicle));
  }

  /** Whether a van had done an order before the question was asked. */
  boolean isDone(String vehicle, String order) {
    return done.stream()
        .filter(route -> route.vehicle().equals(vehicle))
        .flatMap(route -> route.stops().stream())
        .anyMatch(stop -> stop.order().equals(order) && stop.visit() != RouteResult.Visit.PICKUP);
  }

  /** The van that brings each order; orders nobody brings are not there. */
  Map<String, String> vans() {
    Map<String, String> vans = new HashMap<>();
    for (RouteResult.Route route : routes()) {
      route.stops().stream()
          .filter(stop -> stop.visit() != RouteResult.Visit.PICKUP)
          .forEach(stop -> vans.put(stop.order(), route.vehicle()));
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
            run.solver(), run.seed(), run.iterations(), run.millis(), run.cancelled(), List.of()),
        result.previousCosts());
  }
}

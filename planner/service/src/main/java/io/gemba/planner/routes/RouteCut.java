package io.gemba.planner.routes;

import io.gemba.routes.Duty.Break;
import io.gemba.routes.Duty.Underway;
import io.gemba.routes.Needs;
import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Visit;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.TravelMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A day's routes cut at a time: what is done and paid for, where each van goes on, and what it has
 * aboard. A van that has done all can be had again when it is back.
 */
final class RouteCut {
  private final RouteDocument document;
  private final LiveRoutes live;
  private final Instant now;
  private final RouteModel model;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Underway> underway = new HashMap<>();
  private final Map<String, Route> done = new HashMap<>();
  private final Map<String, String> carriers = new HashMap<>();
  private final Map<String, List<Break>> breaks = new HashMap<>();

  RouteCut(RouteDocument document, LiveRoutes live, Instant now, TravelMemory memory) {
    this.document = document;
    this.live = live;
    this.now = now;
    model = new RouteModel(document.request(), memory);
    document.request().places().forEach(place -> places.put(place.id(), places.size()));
    document.done().forEach(route -> done.put(route.vehicle(), route));
    done.keySet().forEach(id -> breaks.put(id, vehicle(id).duty().breaks()));
    document.request().orders().forEach(this::wasAboard);
    for (Route route : live.routes()) {
      cut(route);
    }
    carriers.values().removeIf(van -> !underway.containsKey(van));
  }

  /** Where a van goes on; null when it is at its depot. */
  @Nullable Underway underway(String vehicle) {
    return underway.get(vehicle);
  }

  /** The van that has an order's goods aboard; null when none has. */
  @Nullable String carrier(String order) {
    return carriers.get(order);
  }

  /** Where goods are that no van goes on with; null = at the depot, as far as is known. */
  @Nullable String waitsAt(String order) {
    Underway stranded = underway.get(carriers.getOrDefault(order, ""));
    if (stranded != null) {
      return stranded.place();
    }
    return document.request().orders().stream()
        .filter(one -> one.id().equals(order))
        .map(one -> one.needs().pickup())
        .filter(Objects::nonNull)
        .map(Needs.Pickup::place)
        .findFirst()
        .orElse(null);
  }

  /** Breaks that the driver of a van that has left has not had. */
  List<Break> breaksLeft(String vehicle) {
    return breaks.getOrDefault(vehicle, List.of());
  }

  /** What a van has done so far; null when it has not left. */
  @Nullable Route findDone(String vehicle) {
    return done.get(vehicle);
  }

  /** Orders that have been brought. */
  Set<String> brought() {
    return done.values().stream()
        .flatMap(route -> route.stops().stream())
        .filter(stop -> stop.visit() != Visit.PICKUP)
        .map(Stop::order)
        .collect(Collectors.toSet());
  }

  /** Whether a van has been on the road, and so its fixed costs are paid. */
  boolean hasLeft(String vehicle) {
    return done.containsKey(vehicle);
  }

  /** What is done, one route a van that has left, in the order of the plan's vans. */
  List<Route> done() {
    List<Route> list = new ArrayList<>();
    for (Vehicle vehicle : document.request().vehicles()) {
      Route route = done.get(vehicle.id());
      if (route != null) {
        list.add(route);
      }
    }
    return list;
  }

  /** Routes of the plan that is cut, with the times that vans have now. */
  List<Route> planned() {
    return live.routes();
  }

  /** What only one van may bring was aboard it when the plan was made. */
  private void wasAboard(RouteRequest.Order order) {
    if (order.pinnedVehicle() != null) {
      carriers.put(order.id(), order.pinnedVehicle());
    }
  }

  private void cut(Route route) {
    Vehicle van = vehicle(route.vehicle());
    Underway before = van.duty().underway();
    if (route.start().isAfter(now) && live.reportedStops(van.id()) == 0) {
      if (before != null) {
        underway.put(van.id(), before);
      }
      return;
    }
    String start = before == null ? van.depot() : before.place();
    RouteStage stage = new RouteStage(route, start, live.reportedStops(van.id()), now);
    if (!stage.isDone()) {
      underway.put(van.id(), new Underway(stage.place(), stage.free(), stage.committed()));
    } else if (route.end().isAfter(now)) {
      underway.put(van.id(), new Underway(van.depot(), route.end(), List.of()));
    }
    stage.aboard().forEach(order -> carriers.put(order, van.id()));
    breaks.put(van.id(), breaksLeft(van, stage.halts()));
    double metres = stage.isDone() ? route.metres() : metres(van, stage.path());
    Instant until = stage.isDone() ? route.end() : stage.free();
    Route part =
        new Route(
            van.id(),
            route.depot(),
            route.start(),
            until,
            metres,
            costs(van, route, stage.stops(), metres, until),
            stage.stops(),
            stage.halts());
    done.merge(van.id(), part, RouteParts::joined);
  }

  private static List<Break> breaksLeft(Vehicle van, List<Halt> halts) {
    List<Break> left = new ArrayList<>(van.duty().breaks());
    halts.stream()
        .filter(halt -> halt.kind() == Halt.Kind.BREAK)
        .forEach(
            halt ->
                left.stream()
                    .filter(one -> !halt.start().isBefore(one.earliest()))
                    .filter(one -> !halt.start().isAfter(one.latest()))
                    .findFirst()
                    .ifPresent(left::remove));
    return left;
  }

  private Vehicle vehicle(String id) {
    return document.request().vehicles().get(number(id));
  }

  private int number(String id) {
    List<Vehicle> vehicles = document.request().vehicles();
    int number = 0;
    while (!vehicles.get(number).id().equals(id)) {
      number++;
    }
    return number;
  }

  private double metres(Vehicle van, List<String> path) {
    int number = number(van.id());
    double metres = 0;
    for (int i = 1; i < path.size(); i++) {
      metres += model.metres(number, place(path.get(i - 1)), place(path.get(i)));
    }
    return metres;
  }

  private int place(String id) {
    return places.getOrDefault(id, 0);
  }

  private static RouteCosts costs(
      Vehicle van, Route route, List<Stop> stops, double metres, Instant until) {
    double hours = Duration.between(route.start(), until).toMillis() / 3_600_000.0;
    double late = stops.stream().mapToDouble(Stop::lateMinutes).sum();
    return new RouteCosts(
        route.costs().fixedCents(),
        Math.round(metres / 1000 * van.prices().centsPerKilometre()),
        Math.round(hours * van.prices().centsPerHour()),
        Math.round(late * van.prices().centsPerLateMinute()),
        0);
  }
}

package io.gemba.planner.routes;

import io.gemba.routes.Duty.Underway;
import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.TravelMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day's routes cut at a time: what is done and paid for, and where each van goes on. A stop is
 * done when its service has begun; a van between two stops is committed to the next one, and one
 * that has done all can be had again when it is back.
 */
final class RouteCut {
  private final RouteDocument document;
  private final LiveRoutes live;
  private final Instant now;
  private final RouteModel model;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Underway> underway = new HashMap<>();
  private final Map<String, Route> done = new HashMap<>();

  RouteCut(RouteDocument document, LiveRoutes live, Instant now, TravelMemory memory) {
    this.document = document;
    this.live = live;
    this.now = now;
    model = new RouteModel(document.request(), memory);
    document.request().places().forEach(place -> places.put(place.id(), places.size()));
    document.done().forEach(route -> done.put(route.vehicle(), route));
    for (Route route : live.routes()) {
      cut(route);
    }
  }

  /** Where a van goes on; null when it is at its depot. */
  @Nullable Underway underway(String vehicle) {
    return underway.get(vehicle);
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

  private void cut(Route route) {
    int number = vehicle(route.vehicle());
    Vehicle van = document.request().vehicles().get(number);
    Underway before = van.duty().underway();
    if (route.start().isAfter(now) && live.reportedStops(van.id()) == 0) {
      if (before != null) {
        underway.put(van.id(), before);
      }
      return;
    }
    List<Stop> stops = route.stops();
    int count = live.reportedStops(van.id());
    while (count < stops.size() && !stops.get(count).start().isAfter(now)) {
      count++;
    }
    String start = before == null ? van.depot() : before.place();
    String at = count == 0 ? start : stops.get(count - 1).place();
    Instant free = count == 0 ? route.start() : stops.get(count - 1).departure();
    boolean isDone = count == stops.size() && !free.isAfter(now);
    if (!isDone) {
      List<String> next = free.isAfter(now) ? List.of() : List.of(stops.get(count).order());
      underway.put(van.id(), new Underway(at, free, next));
    } else if (route.end().isAfter(now)) {
      underway.put(van.id(), new Underway(van.depot(), route.end(), List.of()));
    }
    double metres = isDone ? route.metres() : metres(number, start, stops.subList(0, count));
    Instant until = isDone ? route.end() : free;
    Route part =
        new Route(
            van.id(),
            route.depot(),
            route.start(),
            until,
            metres,
            costs(van, route, stops.subList(0, count), metres, until),
            stops.subList(0, count));
    done.merge(van.id(), part, RouteCut::joined);
  }

  private int vehicle(String id) {
    List<Vehicle> vehicles = document.request().vehicles();
    int number = 0;
    while (!vehicles.get(number).id().equals(id)) {
      number++;
    }
    return number;
  }

  private double metres(int vehicle, String from, List<Stop> stops) {
    double metres = 0;
    String at = from;
    for (Stop stop : stops) {
      metres += model.metres(vehicle, place(at), place(stop.place()));
      at = stop.place();
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

  /** One route after the other, of the same van. */
  static Route joined(Route first, Route second) {
    List<Stop> stops = new ArrayList<>(first.stops());
    stops.addAll(second.stops());
    return new Route(
        first.vehicle(),
        first.depot(),
        first.start(),
        second.end(),
        first.metres() + second.metres(),
        first.costs().plus(second.costs()),
        stops);
  }
}

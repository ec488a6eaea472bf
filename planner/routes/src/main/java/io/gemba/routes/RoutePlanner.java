package io.gemba.routes;

import io.gemba.routes.RouteRequest.PreviousRoute;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Run;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.baseline.NearestNeighbour;
import io.gemba.routes.check.RouteChecker;
import io.gemba.routes.model.Exclusions;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import io.gemba.routes.search.FleetPlanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plans delivery routes: request in, checked and explained plan out, never dearer than the
 * nearest-neighbour plan. Stateless, thread safe; the caller's thread does the work.
 */
public final class RoutePlanner {

  /**
   * Plans. Takes the request's time limit or less; a cancelled search still returns the best plan
   * so far.
   *
   * @param listener hears of each better plan on the caller's thread
   * @param cancelled looked at many times a second; true = stop and return
   * @throws InvalidRouteRequestException naming everything that is wrong with the request
   * @throws IllegalStateException if the checker refuses the plan: a defect of the planner
   */
  public RouteResult solve(
      RouteRequest request, RouteProgress.Listener listener, BooleanSupplier cancelled) {
    List<String> errors = RouteRequestErrors.list(request);
    if (!errors.isEmpty()) {
      throw new InvalidRouteRequestException(errors);
    }
    RouteResult result = new Planning(request, listener, cancelled).run();
    List<String> mismatches = RouteChecker.mismatches(request, result);
    if (!mismatches.isEmpty()) {
      throw new IllegalStateException(
          "The checker refuses the plan (seed %d): %s"
              .formatted(request.search().seed(), String.join("; ", mismatches)));
    }
    return result;
  }

  /** One call of {@link #solve}. */
  private static final class Planning {
    private final RouteRequest request;
    private final RouteProgress.Listener listener;
    private final BooleanSupplier cancelled;
    private final RouteModel model;
    private final List<RouteProgress> trace = new ArrayList<>();
    private final long beganNanos = System.nanoTime();

    Planning(RouteRequest request, RouteProgress.Listener listener, BooleanSupplier cancelled) {
      this.request = request;
      this.listener = listener;
      this.cancelled = cancelled;
      model = new RouteModel(request);
    }

    RouteResult run() {
      Tours baseline = NearestNeighbour.plan(model);
      Tours previous = request.previous().isEmpty() ? null : previous().filled();
      Tours best = previous == null ? baseline : Tours.cheaper(previous, baseline);
      String solver = best == baseline ? "nearest neighbour" : "previous plan";
      report(best, 0);
      int iterations = 0;
      if (!request.orders().isEmpty()
          && request.vehicles().stream().anyMatch(RouteRequest.Vehicle::available)) {
        FleetPlanner search =
            new FleetPlanner(
                model,
                request.search(),
                best,
                cancelled,
                found -> report(found.tours(), found.iterations()));
        Tours found = search.run().filled();
        iterations = search.iterations();
        if (search.isBetter() && found.feasible() && found.cents() <= best.cents()) {
          best = found;
          solver = "string removal";
        }
      }
      Run run =
          new Run(
              solver,
              request.search().seed(),
              iterations,
              millis(),
              cancelled.getAsBoolean(),
              trace);
      return result(best, baseline, run);
    }

    /** The previous plan as far as it still fits: orders in their old places, the rest dropped. */
    private Tours previous() {
      Map<String, Integer> vehicles = new HashMap<>();
      for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
        vehicles.put(model.vehicle(vehicle).id(), vehicle);
      }
      Map<String, Integer> open = new HashMap<>();
      for (int order = 0; order < model.orders(); order++) {
        open.put(model.order(order).id(), order);
      }
      List<Tour> tours = new ArrayList<>();
      for (PreviousRoute route : request.previous()) {
        Integer vehicle = vehicles.remove(route.vehicle());
        if (vehicle != null) {
          Tour tour = Tour.empty(model, vehicle);
          for (String id : route.orders()) {
            Integer order = open.get(id);
            if (order != null && tour.with(order, tour.size()).feasible()) {
              tour = tour.with(order, tour.size());
              open.remove(id);
            }
          }
          tours.add(tour);
        }
      }
      return Tours.of(model, tours);
    }

    private void report(Tours plan, int iterations) {
      if (!trace.isEmpty() && plan.cents() >= trace.get(trace.size() - 1).costCents()) {
        return;
      }
      RouteProgress progress =
          new RouteProgress(
              millis(),
              iterations,
              Math.round(plan.cents()),
              plan.vehiclesUsed(),
              plan.unassigned().length);
      trace.add(progress);
      listener.improved(progress);
    }

    private long millis() {
      return (System.nanoTime() - beganNanos) / 1_000_000;
    }

    private RouteResult result(Tours plan, Tours baseline, Run run) {
      return new RouteResult(
          plan.tours().stream().filter(tour -> tour.size() > 0).map(this::route).toList(),
          Exclusions.of(model, plan),
          costs(plan),
          costs(baseline),
          request.previous().isEmpty() ? List.of() : moved(plan),
          run);
    }

    private Route route(Tour tour) {
      List<Stop> stops = new ArrayList<>();
      double boxes = tour.boxes();
      double kilograms = tour.kilograms();
      for (int position = 0; position < tour.size(); position++) {
        RouteRequest.Order order = model.order(tour.order(position));
        long start = tour.serviceStartMillis(position);
        long lateMillis = Math.max(0, start - order.window().end().toEpochMilli());
        stops.add(
            new Stop(
                order.id(),
                order.place(),
                Instant.ofEpochMilli(tour.arrivalMillis(position)),
                (start - tour.arrivalMillis(position)) / 1000.0,
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(tour.departureMillis(position)),
                lateMillis / 60_000.0,
                boxes,
                kilograms));
        boxes = Math.max(0, boxes - order.boxes());
        kilograms = Math.max(0, kilograms - order.kilograms());
      }
      RouteRequest.Vehicle vehicle = model.vehicle(tour.vehicle());
      return new Route(
          vehicle.id(),
          vehicle.depot(),
          Instant.ofEpochMilli(tour.startMillis()),
          Instant.ofEpochMilli(tour.endMillis()),
          tour.metres(),
          tour.costs(),
          stops);
    }

    private RouteCosts costs(Tours plan) {
      RouteCosts sum = new RouteCosts(0, 0, 0, 0, 0);
      for (Tour tour : plan.tours()) {
        sum = sum.plus(tour.costs());
      }
      long lost = 0;
      for (int order : plan.unassigned()) {
        lost += model.order(order).undeliveredCents();
      }
      return sum.plus(new RouteCosts(0, 0, 0, 0, lost));
    }

    private List<String> moved(Tours plan) {
      Map<String, @Nullable String> before = new HashMap<>();
      request.previous().forEach(r -> r.orders().forEach(o -> before.put(o, r.vehicle())));
      List<String> moved = new ArrayList<>();
      for (Tour tour : plan.tours()) {
        for (int position = 0; position < tour.size(); position++) {
          String order = model.order(tour.order(position)).id();
          if (!model.vehicle(tour.vehicle()).id().equals(before.get(order))) {
            moved.add(order);
          }
        }
      }
      return moved;
    }
  }
}

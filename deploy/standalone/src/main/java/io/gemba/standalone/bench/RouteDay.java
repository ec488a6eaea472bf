package io.gemba.standalone.bench;

import io.gemba.routes.Duty;
import io.gemba.routes.Duty.Underway;
import io.gemba.routes.Needs;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.PreviousRoute;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A plan at one moment of its day, driven as planned: which orders are open, where each van is and
 * what it drives to.
 */
final class RouteDay {
  private final RouteRequest day;
  private final Instant now;
  private final List<Order> orders;
  private final List<Vehicle> vans = new ArrayList<>();
  private final List<PreviousRoute> left = new ArrayList<>();

  RouteDay(RouteRequest day, RouteResult plan, Instant now) {
    this.day = day;
    this.now = now;
    for (Vehicle van : day.vehicles()) {
      vans.add(
          plan.routes().stream()
              .filter(route -> route.vehicle().equals(van.id()))
              .findFirst()
              .map(route -> driven(van, route))
              .orElse(van));
    }
    Set<String> open = new HashSet<>();
    left.forEach(route -> open.addAll(route.orders()));
    orders =
        day.orders().stream()
            .filter(order -> open.contains(order.id()))
            .map(RouteDay::collected)
            .toList();
  }

  private Vehicle driven(Vehicle van, Route route) {
    List<Stop> open = route.stops().stream().filter(stop -> stop.departure().isAfter(now)).toList();
    left.add(new PreviousRoute(van.id(), open.stream().map(Stop::order).toList()));
    int done = route.stops().size() - open.size();
    if (done == 0 && route.start().isAfter(now)) {
      return van;
    }
    Stop last = done == 0 ? null : route.stops().get(done - 1);
    return van.withDuty(
        Duty.NONE.withUnderway(
            new Underway(
                last == null ? van.depot() : last.place(),
                last == null ? route.start() : last.departure(),
                open.isEmpty() ? List.of() : List.of(open.get(0).order()))));
  }

  /** Orders that no van has served yet. */
  List<Order> orders() {
    return orders;
  }

  /** The vans where they are. */
  List<Vehicle> vans() {
    return List.copyOf(vans);
  }

  /** The vans, one of them as given. */
  List<Vehicle> with(Vehicle changed) {
    return vans.stream().map(van -> van.id().equals(changed.id()) ? changed : van).toList();
  }

  /** A van on the road, those with most open orders first. */
  Vehicle busy(int number) {
    return left.stream()
        .sorted(Comparator.comparingInt((PreviousRoute route) -> -route.orders().size()))
        .map(route -> vans.stream().filter(van -> van.id().equals(route.vehicle())).findFirst())
        .map(van -> van.orElseThrow())
        .filter(van -> van.duty().underway() != null)
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  /** A van on the road that can go on only later than planned. */
  Vehicle delayed(Vehicle van, long seconds) {
    Underway underway = Objects.requireNonNull(van.duty().underway());
    return van.withDuty(
        van.duty()
            .withUnderway(
                new Underway(
                    underway.place(), underway.free().plusSeconds(seconds), underway.committed())));
  }

  /** A van that drives no more. */
  static Vehicle brokenDown(Vehicle van) {
    return new Vehicle(
        van.id(),
        van.depot(),
        van.shiftStart(),
        van.shiftEnd(),
        van.boxes(),
        van.kilograms(),
        van.prices(),
        false);
  }

  /** The order with goods to fetch instead of to bring. */
  static Order collected(Order order) {
    return order.withNeeds(new Needs(List.of(), List.of(), List.of(), null, true));
  }

  /** What is left of the day as a question; the plan is the one before. */
  RouteRequest request(List<Order> open, List<Vehicle> fleet, long centsPerMovedOrder) {
    return new RouteRequest(
        day.places(), fleet, open, day.travel(), left, centsPerMovedOrder, day.search());
  }
}

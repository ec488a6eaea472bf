package io.gemba.routes.check;

import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drives every route again, stop by stop, from the request and the order of the stops alone, and
 * compares times, loads, rules and money with what the result claims.
 */
public final class RouteChecker {
  private static final long CENT_TOLERANCE = 1;

  private final RouteRequest request;
  private final RouteResult result;
  private final Ways ways;
  private final Map<String, Order> orders = new HashMap<>();
  private final Map<String, Vehicle> vehicles = new HashMap<>();
  private final Set<String> served = new HashSet<>();
  private final List<String> mismatches = new ArrayList<>();
  private final List<Double> work = new ArrayList<>();
  private RouteCosts sum = new RouteCosts(0, 0, 0, 0, 0);

  private RouteChecker(RouteRequest request, RouteResult result) {
    this.request = request;
    this.result = result;
    ways = new Ways(request);
    request.orders().forEach(order -> orders.put(order.id(), order));
    request.vehicles().forEach(vehicle -> vehicles.put(vehicle.id(), vehicle));
  }

  /**
   * Lists what does not agree, each with vehicle or order and both values.
   *
   * @return empty = the plan keeps every hard rule and its times, loads and costs are true
   */
  public static List<String> mismatches(RouteRequest request, RouteResult result) {
    RouteChecker checker = new RouteChecker(request, result);
    Set<String> driven = new HashSet<>();
    for (Route route : result.routes()) {
      if (!driven.add(route.vehicle())) {
        checker.mismatches.add("Vehicle '%s' has two routes.".formatted(route.vehicle()));
      }
      Vehicle vehicle = checker.vehicles.get(route.vehicle());
      if (vehicle == null) {
        checker.mismatches.add("Vehicle '%s' is unknown.".formatted(route.vehicle()));
      } else {
        checker.drive(route, vehicle);
      }
    }
    checker.underway(driven);
    checker.unassigned();
    checker.balance();
    checker.costs("the plan", checker.sum, result.costs());
    return List.copyOf(checker.mismatches);
  }

  private void drive(Route route, Vehicle vehicle) {
    boolean mayBeEmpty = vehicle.duty().underway() != null;
    if (!vehicle.available() || (route.stops().isEmpty() && !mayBeEmpty)) {
      mismatches.add("Vehicle '%s' must stay at home.".formatted(vehicle.id()));
    }
    for (Stop stop : route.stops()) {
      Order order = orders.get(stop.order());
      if (order == null) {
        mismatches.add("Order '%s' is unknown.".formatted(stop.order()));
        return;
      }
      if (stop.visit() != Visit.PICKUP && !served.add(stop.order())) {
        mismatches.add("Order '%s' is served twice.".formatted(stop.order()));
      }
      if (!order.allows(vehicle)) {
        mismatches.add("'%s' may not bring order '%s'.".formatted(vehicle.id(), order.id()));
      }
    }
    new LoadCheck(vehicle, orders, mismatches).check(route);
    DriveCheck check = new DriveCheck(ways, vehicle, orders, mismatches);
    check.check(route);
    RouteCosts costs = check.costs(route, moved(route) * request.centsPerMovedOrder());
    costs(vehicle.id(), costs, route.costs());
    sum = sum.plus(route.costs());
    if (request.balance() != null) {
      work.add(check.work(route, request.balance().measure()));
    }
  }

  /** Orders that another vehicle had in the plan before. */
  private long moved(Route route) {
    Map<String, String> before = new HashMap<>();
    request.previous().forEach(old -> old.orders().forEach(id -> before.put(id, old.vehicle())));
    return route.stops().stream()
        .filter(stop -> stop.visit() != Visit.PICKUP)
        .map(stop -> before.getOrDefault(stop.order(), route.vehicle()))
        .filter(vehicle -> !vehicle.equals(route.vehicle()))
        .count();
  }

  /** Every vehicle on the road is in the plan, as it cannot be called back in time. */
  private void underway(Set<String> driven) {
    for (Vehicle vehicle : request.vehicles()) {
      if (vehicle.available()
          && vehicle.duty().underway() != null
          && !driven.contains(vehicle.id())) {
        mismatches.add("Vehicle '%s' is underway and has no route.".formatted(vehicle.id()));
      }
    }
  }

  private void unassigned() {
    long lost = 0;
    for (RouteResult.Unassigned open : result.unassigned()) {
      Order order = orders.get(open.order());
      if (order == null || !served.add(open.order())) {
        mismatches.add("Unassigned order '%s' is unknown or served.".formatted(open.order()));
      } else {
        lost += order.undeliveredCents();
      }
    }
    sum = sum.plus(new RouteCosts(0, 0, 0, 0, lost));
    for (Order order : request.orders()) {
      if (!served.contains(order.id())) {
        mismatches.add("Order '%s' is nowhere in the plan.".formatted(order.id()));
      }
    }
  }

  /** What each vehicle on the road does above the mean of them. */
  private void balance() {
    RouteRequest.Balance balance = request.balance();
    if (balance != null) {
      double mean = work.stream().mapToDouble(one -> one).average().orElse(0);
      double above = work.stream().mapToDouble(one -> Math.max(0, one - mean)).sum();
      long cents = Math.round(above * balance.centsPerUnit());
      sum = sum.plus(new RouteCosts(0, 0, 0, 0, 0, 0L, cents));
    }
  }

  private void costs(String where, RouteCosts expected, RouteCosts claimed) {
    cents("fixedCents", where, claimed.fixedCents(), expected.fixedCents());
    cents("distanceCents", where, claimed.distanceCents(), expected.distanceCents());
    cents("timeCents", where, claimed.timeCents(), expected.timeCents());
    cents("latenessCents", where, claimed.latenessCents(), expected.latenessCents());
    cents("undeliveredCents", where, claimed.undeliveredCents(), expected.undeliveredCents());
    cents("movedCents", where, claimed.movedCents(), expected.movedCents());
    cents("balanceCents", where, claimed.balanceCents(), expected.balanceCents());
  }

  private void cents(String what, String where, long claimed, long expected) {
    if (Math.abs(claimed - expected) > CENT_TOLERANCE) {
      differs(what, where, claimed, expected);
    }
  }

  private void differs(String what, String where, Object claimed, Object expected) {
    mismatches.add("%s of '%s' is %s, must be %s.".formatted(what, where, claimed, expected));
  }
}

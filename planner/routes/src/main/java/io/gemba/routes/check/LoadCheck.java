package io.gemba.routes.check;

import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Carries the goods of one route, order by order: a list of what is on board at each moment, and so
 * also whether pairs are fetched before they are brought.
 */
final class LoadCheck {
  private static final double TOLERANCE = 1e-5;

  private final Vehicle vehicle;
  private final Map<String, Order> orders;
  private final List<String> mismatches;
  private final List<Order> aboard = new ArrayList<>();

  LoadCheck(Vehicle vehicle, Map<String, Order> orders, List<String> mismatches) {
    this.vehicle = vehicle;
    this.orders = orders;
    this.mismatches = mismatches;
  }

  void check(Route route) {
    Set<String> collected = new HashSet<>();
    board(route, 0);
    for (int i = 0; i < route.stops().size(); i++) {
      if (i > 0 && reloadsBefore(route, i)) {
        aboard.removeIf(order -> collected.contains(order.id()));
        board(route, i);
      }
      Stop stop = route.stops().get(i);
      Order order = orders.get(stop.order());
      if (order == null) {
        continue;
      }
      claimed(order, stop);
      Visit expected =
          order.needs().pickup() != null && !aboard.contains(order)
              ? Visit.PICKUP
              : order.needs().collected() ? Visit.COLLECTION : Visit.DELIVERY;
      if (stop.visit() != expected) {
        mismatches.add(
            "visit of '%s' is %s, must be %s.".formatted(order.id(), stop.visit(), expected));
      }
      if (stop.visit() == Visit.DELIVERY) {
        aboard.remove(order);
      } else {
        aboard.add(order);
        fits();
      }
      if (stop.visit() == Visit.COLLECTION) {
        collected.add(order.id());
      }
    }
    aboard.stream()
        .filter(order -> order.needs().pickup() != null)
        .forEach(o -> mismatches.add("The goods of '%s' are never brought.".formatted(o.id())));
  }

  private static boolean reloadsBefore(Route route, int stop) {
    return route.halts().stream()
        .anyMatch(halt -> halt.kind() == Halt.Kind.RELOAD && halt.before() == stop);
  }

  /** Takes on board what is delivered before the next reload. */
  private void board(Route route, int from) {
    for (int i = from; i < route.stops().size(); i++) {
      if (i > from && reloadsBefore(route, i)) {
        break;
      }
      Stop stop = route.stops().get(i);
      Order order = orders.get(stop.order());
      if (order != null && stop.visit() == Visit.DELIVERY && order.needs().pickup() == null) {
        aboard.add(order);
      }
    }
    fits();
  }

  private void fits() {
    fits("boxes", aboard(Order::boxes), vehicle.boxes());
    fits("kilograms", aboard(Order::kilograms), vehicle.kilograms());
    for (String name : named()) {
      fits(name, aboard(name), vehicle.duty().capacities().getOrDefault(name, 0.0));
    }
  }

  private void fits(String what, double load, double capacity) {
    if (load > capacity + TOLERANCE) {
      differs(what, vehicle.id(), load, "at most " + capacity);
    }
  }

  /** Dimensions beside boxes and kilograms of what is aboard. */
  private Set<String> named() {
    Set<String> named = new HashSet<>();
    aboard.forEach(order -> named.addAll(order.needs().loads().keySet()));
    return named;
  }

  private double aboard(String name) {
    return aboard(order -> order.needs().loads().getOrDefault(name, 0.0));
  }

  private double aboard(ToDoubleFunction<Order> load) {
    return aboard.stream().mapToDouble(load).sum();
  }

  private void claimed(Order order, Stop stop) {
    claimed(order, stop.boxesOnBoard(), aboard(Order::boxes));
    claimed(order, stop.kilogramsOnBoard(), aboard(Order::kilograms));
    Set<String> named = named();
    named.addAll(stop.loadsOnBoard().keySet());
    for (String name : named) {
      claimed(order, stop.loadsOnBoard().getOrDefault(name, 0.0), aboard(name));
    }
  }

  private void claimed(Order order, double claimed, double load) {
    if (!(Math.abs(claimed - load) <= TOLERANCE)) {
      differs("load", order.id(), claimed, load);
    }
  }

  private void differs(String what, String where, Object claimed, Object expected) {
    mismatches.add("%s of '%s' is %s, must be %s.".formatted(what, where, claimed, expected));
  }
}

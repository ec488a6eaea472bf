package io.gemba.routes;

import io.gemba.routes.Duty.Underway;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** What is wrong with the orders that vehicles underway are committed to. */
final class CommitmentErrors {
  private static final double TOLERANCE = 1e-6;

  private final Map<String, Order> orders = new HashMap<>();
  private final Map<String, String> vehicleOf = new HashMap<>();
  private final Map<String, Integer> times = new HashMap<>();
  private final List<String> errors = new ArrayList<>();

  private CommitmentErrors(RouteRequest request) {
    request.orders().forEach(order -> orders.put(order.id(), order));
  }

  static List<String> list(RouteRequest request) {
    CommitmentErrors found = new CommitmentErrors(request);
    request.vehicles().forEach(found::vehicle);
    return found.errors;
  }

  private void vehicle(Vehicle vehicle) {
    Underway underway = vehicle.duty().underway();
    if (underway == null) {
      return;
    }
    if (!vehicle.available()) {
      errors.add(
          "vehicle '%s' is underway and not available. Make it one of both; what it carried is to be planned anew."
              .formatted(vehicle.id()));
    }
    for (String id : underway.committed()) {
      Order order = orders.get(id);
      String other = vehicleOf.putIfAbsent(id, vehicle.id());
      if (order == null) {
        errors.add(
            "committed '%s' of vehicle '%s' is no order. Leave out what is served."
                .formatted(id, vehicle.id()));
      } else if (other != null && !other.equals(vehicle.id())) {
        errors.add(
            "order '%s' is committed to vehicles '%s' and '%s'. Keep one."
                .formatted(id, other, vehicle.id()));
      } else if (!order.allows(vehicle)) {
        errors.add(
            "order '%s' is committed to vehicle '%s', which may not bring it."
                .formatted(id, vehicle.id()));
      }
      times.merge(id, 1, Integer::sum);
    }
    underway.committed().stream().distinct().forEach(id -> times(id, vehicle.id()));
    loads(vehicle, underway);
  }

  private void times(String id, String vehicle) {
    Order order = orders.get(id);
    int wanted = order != null && order.needs().pickup() != null ? 2 : 1;
    int is = times.getOrDefault(id, 0);
    if (order != null && is != wanted) {
      errors.add(
          "order '%s' is committed to vehicle '%s' %d times, must be %d. A pair counts twice; when its goods are aboard, drop the pickup."
              .formatted(id, vehicle, is, wanted));
    }
  }

  private void loads(Vehicle vehicle, Underway underway) {
    load(vehicle, "boxes", vehicle.boxes(), most(underway, Order::boxes));
    load(vehicle, "kg", vehicle.kilograms(), most(underway, Order::kilograms));
    Set<String> named = new TreeSet<>();
    underway.committed().stream()
        .map(orders::get)
        .filter(Objects::nonNull)
        .forEach(order -> named.addAll(order.needs().loads().keySet()));
    for (String name : named) {
      double capacity = vehicle.duty().capacities().getOrDefault(name, 0.0);
      double most = most(underway, order -> order.needs().loads().getOrDefault(name, 0.0));
      load(vehicle, name, capacity, most);
    }
  }

  private void load(Vehicle vehicle, String what, double capacity, double most) {
    if (most > capacity + TOLERANCE) {
      errors.add(
          "vehicle '%s' is committed to carry %s %s, more than it can carry (%s)."
              .formatted(vehicle.id(), most, what, capacity));
    }
  }

  private double most(Underway underway, ToDoubleFunction<Order> load) {
    Set<String> fetched = new HashSet<>();
    double aboard = delivered(underway).stream().mapToDouble(load).sum();
    double most = aboard;
    for (String id : underway.committed()) {
      Order order = orders.get(id);
      if (order != null) {
        boolean isPaired = order.needs().pickup() != null;
        int sign = order.needs().collected() || (isPaired && fetched.add(id)) ? 1 : -1;
        aboard += sign * load.applyAsDouble(order);
        most = Math.max(most, aboard);
      }
    }
    return most;
  }

  private List<Order> delivered(Underway underway) {
    return underway.committed().stream()
        .map(orders::get)
        .filter(Objects::nonNull)
        .filter(order -> order.needs().pickup() == null && !order.needs().collected())
        .toList();
  }
}

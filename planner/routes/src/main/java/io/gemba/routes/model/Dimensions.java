package io.gemba.routes.model;

import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What load is measured in: boxes, kilograms, and what vehicles name beside these, by name. */
final class Dimensions {
  private static final int BOXES = 0;
  private static final int KILOGRAMS = 1;

  final List<String> names;

  Dimensions(List<Vehicle> vehicles) {
    TreeSet<String> named = new TreeSet<>();
    vehicles.forEach(vehicle -> named.addAll(vehicle.duty().capacities().keySet()));
    names = new ArrayList<>(List.of("boxes", "kg"));
    names.addAll(named);
  }

  int count() {
    return names.size();
  }

  double load(Order order, int dimension) {
    return switch (dimension) {
      case BOXES -> order.boxes();
      case KILOGRAMS -> order.kilograms();
      default -> order.needs().loads().getOrDefault(names.get(dimension), 0.0);
    };
  }

  double capacity(Vehicle vehicle, int dimension) {
    return switch (dimension) {
      case BOXES -> vehicle.boxes();
      case KILOGRAMS -> vehicle.kilograms();
      default -> vehicle.duty().capacities().getOrDefault(names.get(dimension), 0.0);
    };
  }

  /** Whether all loads of an order are in dimensions that some vehicle names. */
  boolean knows(Order order) {
    return order.needs().loads().entrySet().stream()
        .allMatch(load -> load.getValue() == 0 || names.contains(load.getKey()));
  }
}

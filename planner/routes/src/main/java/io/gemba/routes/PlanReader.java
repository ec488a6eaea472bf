package io.gemba.routes;

import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the nodes of a result's routes in the model of its request. Immutable, thread safe. */
final class PlanReader {
  private final RouteModel model;
  private final Map<String, Integer> orders = new HashMap<>();
  private final Map<String, Integer> vehicles = new HashMap<>();

  PlanReader(RouteModel model) {
    this.model = model;
    for (int order = 0; order < model.orders(); order++) {
      orders.put(model.order(order).id(), order);
    }
    for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
      vehicles.put(model.vehicle(vehicle).id(), vehicle);
    }
  }

  /**
   * @throws IllegalArgumentException naming an order or a vehicle that is not in the request
   */
  Tours tours(RouteResult result) {
    List<Tour> tours = new ArrayList<>();
    for (Route route : result.routes()) {
      tours.add(Tour.of(model, vehicle(route.vehicle()), nodes(route)));
    }
    return Tours.of(model, tours);
  }

  int vehicle(String id) {
    return known(vehicles, id);
  }

  private int[] nodes(Route route) {
    List<Halt> reloads =
        route.halts().stream().filter(halt -> halt.kind() == Halt.Kind.RELOAD).toList();
    int[] nodes = new int[route.stops().size() + reloads.size()];
    int count = 0;
    for (int stop = 0; stop <= route.stops().size(); stop++) {
      int here = stop;
      for (long i = reloads.stream().filter(halt -> halt.before() == here).count(); i > 0; i--) {
        nodes[count++] = model.reload();
      }
      if (stop < route.stops().size()) {
        int order = known(orders, route.stops().get(stop).order());
        boolean isPickup = route.stops().get(stop).visit() == RouteResult.Visit.PICKUP;
        nodes[count++] = isPickup ? model.pickupOf(order) : order;
      }
    }
    return nodes;
  }

  private static int known(Map<String, Integer> indices, String id) {
    Integer index = indices.get(id);
    if (index == null) {
      throw new IllegalArgumentException("'%s' of the plan is not in its request.".formatted(id));
    }
    return index;
  }
}

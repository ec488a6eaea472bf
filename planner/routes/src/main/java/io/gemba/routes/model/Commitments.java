package io.gemba.routes.model;

import io.gemba.routes.Duty.Underway;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.PreviousRoute;
import io.gemba.routes.RouteRequest.Vehicle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What vehicles are committed to, and which vehicle had an order in the plan before. */
final class Commitments {
  private static final int NONE = RouteModel.NONE;

  /** For each vehicle the nodes it serves first. */
  final int[][] nodes;

  /** For each order the vehicle that is committed to it; one entry more than orders. */
  final int[] vehicle;

  /** For each order its vehicle before, an index beyond all for an unknown one; one more entry. */
  final int[] previous;

  private final Map<String, Integer> orderIndex = new HashMap<>();

  Commitments(RouteRequest request, VisitTable visits) {
    List<Vehicle> vehicles = request.vehicles();
    int orders = request.orders().size();
    for (int order = 0; order < orders; order++) {
      orderIndex.put(request.orders().get(order).id(), order);
    }
    vehicle = new int[orders + 1];
    Arrays.fill(vehicle, NONE);
    nodes = new int[vehicles.size()][];
    for (int van = 0; van < nodes.length; van++) {
      nodes[van] = nodes(van, vehicles.get(van).duty().underway(), visits);
    }
    previous = new int[orders + 1];
    Arrays.fill(previous, NONE);
    previous(request);
  }

  /** Whether the request has an order with this id. */
  boolean hasOrder(String id) {
    return orderIndex.containsKey(id);
  }

  private int[] nodes(int van, @Nullable Underway underway, VisitTable visits) {
    if (underway == null) {
      return new int[0];
    }
    int[] first = new int[underway.committed().size()];
    for (int i = 0; i < first.length; i++) {
      int order = Objects.requireNonNull(orderIndex.get(underway.committed().get(i)));
      boolean isFirst = vehicle[order] == NONE;
      first[i] = isFirst && visits.pickup[order] != NONE ? visits.pickup[order] : order;
      vehicle[order] = van;
    }
    return first;
  }

  private void previous(RouteRequest request) {
    Map<String, Integer> vehicleIndex = new HashMap<>();
    for (int van = 0; van < nodes.length; van++) {
      vehicleIndex.put(request.vehicles().get(van).id(), van);
    }
    for (PreviousRoute route : request.previous()) {
      for (String id : route.orders()) {
        Integer order = orderIndex.get(id);
        if (order != null) {
          previous[order] = vehicleIndex.getOrDefault(route.vehicle(), nodes.length);
        }
      }
    }
  }
}

package io.gemba.routes.model;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request as arrays. Orders and vehicles go by their index in the request; vehicles that stay at
 * home keep their index but allow no order. Times are epoch milliseconds. Immutable, thread safe.
 */
public final class RouteModel {
  final RouteRequest request;
  final TravelTable travel;
  final int[] orderPlace;
  final int[] depot;
  final long[] windowStart;
  final long[] windowEnd;
  final long[] serviceMillis;
  final long[] shiftStart;
  final long[] shiftEnd;
  private final boolean[][] allowed;

  /**
   * @param request one that {@link io.gemba.routes.RouteRequestErrors} finds nothing wrong with
   */
  public RouteModel(RouteRequest request) {
    this.request = request;
    travel = TravelTable.of(request);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < request.places().size(); i++) {
      places.put(request.places().get(i).id(), i);
    }
    List<Order> orders = request.orders();
    List<Vehicle> vehicles = request.vehicles();
    orderPlace = orders.stream().mapToInt(order -> place(places, order.place())).toArray();
    depot = vehicles.stream().mapToInt(vehicle -> place(places, vehicle.depot())).toArray();
    windowStart = orders.stream().mapToLong(o -> o.window().start().toEpochMilli()).toArray();
    windowEnd = orders.stream().mapToLong(o -> o.window().end().toEpochMilli()).toArray();
    serviceMillis = orders.stream().mapToLong(o -> Math.round(o.serviceSeconds() * 1000)).toArray();
    shiftStart = vehicles.stream().mapToLong(v -> v.shiftStart().toEpochMilli()).toArray();
    shiftEnd = vehicles.stream().mapToLong(v -> v.shiftEnd().toEpochMilli()).toArray();
    allowed = new boolean[orders.size()][vehicles.size()];
    for (int order = 0; order < orders.size(); order++) {
      for (int vehicle = 0; vehicle < vehicles.size(); vehicle++) {
        allowed[order][vehicle] =
            vehicles.get(vehicle).available()
                && orders.get(order).allows(vehicles.get(vehicle).id());
      }
    }
  }

  private static int place(Map<String, Integer> places, String id) {
    Integer index = places.get(id);
    if (index == null) {
      throw new IllegalArgumentException("'" + id + "' is no place of the request.");
    }
    return index;
  }

  /** The request it was made from. */
  public RouteRequest request() {
    return request;
  }

  /** How many orders. */
  public int orders() {
    return orderPlace.length;
  }

  /** How many vehicles, those at home included. */
  public int vehicles() {
    return depot.length;
  }

  /** One order of the request. */
  public Order order(int order) {
    return request.orders().get(order);
  }

  /** One vehicle of the request. */
  public Vehicle vehicle(int vehicle) {
    return request.vehicles().get(vehicle);
  }

  /** Whether the vehicle is available and the order's rules allow it. */
  public boolean allows(int order, int vehicle) {
    return allowed[order][vehicle];
  }

  /** Index of the place an order goes to. */
  public int placeOfOrder(int order) {
    return orderPlace[order];
  }

  /** Index of the place a vehicle starts and ends at. */
  public int placeOfDepot(int vehicle) {
    return depot[vehicle];
  }

  /** Length of the way between two places. */
  public double metres(int fromPlace, int toPlace) {
    return travel.metres[fromPlace][toPlace];
  }

  /** Time of the way between two places. */
  public long travelMillis(int fromPlace, int toPlace) {
    return travel.millis[fromPlace][toPlace];
  }

  /** Price of a minute that the vehicle starts the order's service too late. */
  public double centsPerLateMinute(int order, int vehicle) {
    Long own = order(order).window().centsPerLateMinute();
    return own != null ? own : vehicle(vehicle).prices().centsPerLateMinute();
  }
}

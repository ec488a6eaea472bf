package io.gemba.routes.model;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import java.util.ArrayList;
import java.util.Arrays;
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

  private RouteModel(RouteModel base, Order order) {
    List<Order> orders = new ArrayList<>(base.request.orders());
    orders.add(order);
    request =
        new RouteRequest(
            base.request.places(),
            base.request.vehicles(),
            orders,
            base.request.travel(),
            List.of(),
            base.request.search());
    travel = base.travel;
    depot = base.depot;
    shiftStart = base.shiftStart;
    shiftEnd = base.shiftEnd;
    int count = base.orders();
    orderPlace = Arrays.copyOf(base.orderPlace, count + 1);
    windowStart = Arrays.copyOf(base.windowStart, count + 1);
    windowEnd = Arrays.copyOf(base.windowEnd, count + 1);
    serviceMillis = Arrays.copyOf(base.serviceMillis, count + 1);
    allowed = Arrays.copyOf(base.allowed, count + 1);
    orderPlace[count] = base.placeNamed(order.place());
    windowStart[count] = order.window().start().toEpochMilli();
    windowEnd[count] = order.window().end().toEpochMilli();
    serviceMillis[count] = Math.round(order.serviceSeconds() * 1000);
    allowed[count] = new boolean[base.vehicles()];
    for (int vehicle = 0; vehicle < base.vehicles(); vehicle++) {
      Vehicle van = base.vehicle(vehicle);
      allowed[count][vehicle] = van.available() && order.allows(van.id());
    }
  }

  /**
   * The same model with one more order, which gets the next index. Shares everything that is big.
   *
   * @throws IllegalArgumentException when its id is taken or its place is none of the request
   */
  public RouteModel withOrder(Order order) {
    if (request.orders().stream().anyMatch(known -> known.id().equals(order.id()))) {
      throw new IllegalArgumentException("Order '%s' is there already.".formatted(order.id()));
    }
    return new RouteModel(this, order);
  }

  private int placeNamed(String id) {
    for (int i = 0; i < request.places().size(); i++) {
      if (request.places().get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("'" + id + "' is no place of the request.");
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

  /** Whether two vehicles are the same to the search as long as both are empty. */
  public boolean isLike(int vehicle, int other) {
    Vehicle a = vehicle(vehicle);
    Vehicle b = vehicle(other);
    boolean alike =
        a.depot().equals(b.depot())
            && a.shiftStart().equals(b.shiftStart())
            && a.shiftEnd().equals(b.shiftEnd())
            && a.boxes() == b.boxes()
            && a.kilograms() == b.kilograms()
            && a.prices().equals(b.prices());
    for (int order = 0; alike && order < orders(); order++) {
      alike = allowed[order][vehicle] == allowed[order][other];
    }
    return alike;
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

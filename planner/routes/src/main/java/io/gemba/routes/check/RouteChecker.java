package io.gemba.routes.check;

import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Drives every route again, stop by stop, from the request and the order of the stops alone, and
 * compares times, loads, rules and money with what the result claims.
 */
public final class RouteChecker {
  private static final double LOAD_TOLERANCE = 1e-5;
  private static final double TIME_TOLERANCE_SECONDS = 0.01;
  private static final long TOLERANCE_MILLIS = 10;
  private static final double LENGTH_TOLERANCE_METRES = 0.01;
  private static final long CENT_TOLERANCE = 1;

  private final RouteRequest request;
  private final RouteResult result;
  private final Ways ways;
  private final Map<String, Order> orders = new HashMap<>();
  private final Map<String, Vehicle> vehicles = new HashMap<>();
  private final Set<String> served = new HashSet<>();
  private final List<String> mismatches = new ArrayList<>();
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
    checker.unassigned();
    checker.costs("the plan", checker.sum, result.costs());
    return List.copyOf(checker.mismatches);
  }

  private void drive(Route route, Vehicle vehicle) {
    if (!vehicle.available() || route.stops().isEmpty()) {
      mismatches.add("Vehicle '%s' must stay at home.".formatted(vehicle.id()));
    }
    if (route.start().isBefore(vehicle.shiftStart())) {
      differs("start", vehicle.id(), route.start(), "not before " + vehicle.shiftStart());
    }
    loads(route, vehicle);
    Instant now = route.start();
    String at = vehicle.depot();
    double metres = 0;
    double lateCents = 0;
    for (Stop stop : route.stops()) {
      Order order = orders.get(stop.order());
      if (order == null || !served.add(stop.order())) {
        mismatches.add("Order '%s' is unknown or served twice.".formatted(stop.order()));
        continue;
      }
      if (!order.allows(vehicle.id())) {
        mismatches.add("'%s' may not bring order '%s'.".formatted(vehicle.id(), order.id()));
      }
      metres += ways.metres(at, order.place());
      now = now.plus(ways.time(at, order.place()));
      at = order.place();
      same("arrival", order.id(), stop.arrival(), now);
      now = now.isBefore(order.window().start()) ? order.window().start() : now;
      same("start", order.id(), stop.start(), now);
      lateCents += lateCents(order, vehicle, stop, now);
      now = now.plusMillis(Math.round(order.serviceSeconds() * 1000));
      same("departure", order.id(), stop.departure(), now);
    }
    metres += ways.metres(at, vehicle.depot());
    now = now.plus(ways.time(at, vehicle.depot()));
    same("end", vehicle.id(), route.end(), now);
    if (now.isAfter(vehicle.shiftEnd().plusMillis(TOLERANCE_MILLIS))) {
      differs("end", vehicle.id(), now, "not after " + vehicle.shiftEnd());
    }
    if (!(Math.abs(metres - route.metres()) <= LENGTH_TOLERANCE_METRES)) {
      differs("metres", vehicle.id(), route.metres(), metres);
    }
    double hours = Duration.between(route.start(), now).toMillis() / 3_600_000.0;
    RouteCosts costs =
        new RouteCosts(
            vehicle.prices().fixedCents(),
            Math.round(metres / 1000 * vehicle.prices().centsPerKilometre()),
            Math.round(hours * vehicle.prices().centsPerHour()),
            Math.round(lateCents),
            0);
    costs(vehicle.id(), costs, route.costs());
    sum = sum.plus(route.costs());
  }

  private double lateCents(Order order, Vehicle vehicle, Stop stop, Instant start) {
    double late = Duration.between(order.window().end(), start).toMillis() / 60_000.0;
    if (late * 60_000 > TOLERANCE_MILLIS && order.window().hard()) {
      differs("start", order.id(), start, "not after " + order.window().end());
    }
    if (!(Math.abs(stop.lateMinutes() - Math.max(0, late)) <= TIME_TOLERANCE_SECONDS)) {
      differs("lateMinutes", order.id(), stop.lateMinutes(), Math.max(0, late));
    }
    Long price = order.window().centsPerLateMinute();
    return Math.max(0, late) * (price == null ? vehicle.prices().centsPerLateMinute() : price);
  }

  private void loads(Route route, Vehicle vehicle) {
    double boxes = 0;
    double kilograms = 0;
    for (int i = route.stops().size() - 1; i >= 0; i--) {
      Stop stop = route.stops().get(i);
      Order order = orders.get(stop.order());
      if (order == null) {
        continue;
      }
      boxes += order.boxes();
      kilograms += order.kilograms();
      if (!(Math.abs(stop.boxesOnBoard() - boxes) <= LOAD_TOLERANCE)
          || !(Math.abs(stop.kilogramsOnBoard() - kilograms) <= LOAD_TOLERANCE)) {
        differs("load", order.id(), stop.boxesOnBoard(), boxes);
      }
    }
    if (boxes > vehicle.boxes() + LOAD_TOLERANCE) {
      differs("boxes", vehicle.id(), boxes, "at most " + vehicle.boxes());
    }
    if (kilograms > vehicle.kilograms() + LOAD_TOLERANCE) {
      differs("kilograms", vehicle.id(), kilograms, "at most " + vehicle.kilograms());
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

  private void costs(String where, RouteCosts expected, RouteCosts claimed) {
    cents("fixedCents", where, claimed.fixedCents(), expected.fixedCents());
    cents("distanceCents", where, claimed.distanceCents(), expected.distanceCents());
    cents("timeCents", where, claimed.timeCents(), expected.timeCents());
    cents("latenessCents", where, claimed.latenessCents(), expected.latenessCents());
    cents("undeliveredCents", where, claimed.undeliveredCents(), expected.undeliveredCents());
  }

  private void cents(String what, String where, long claimed, long expected) {
    if (Math.abs(claimed - expected) > CENT_TOLERANCE) {
      differs(what, where, claimed, expected);
    }
  }

  private void same(String what, String where, Instant claimed, Instant expected) {
    double seconds = Duration.between(claimed, expected).toMillis() / 1000.0;
    if (Math.abs(seconds) > TIME_TOLERANCE_SECONDS) {
      differs(what, where, claimed, expected);
    }
  }

  private void differs(String what, String where, Object claimed, Object expected) {
    mismatches.add("%s of '%s' is %s, must be %s.".formatted(what, where, claimed, expected));
  }

  /** Lengths and times straight from the request, by place id. */
  private static final class Ways {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;
    private final RouteRequest request;
    private final Map<String, Integer> rows = new HashMap<>();

    Ways(RouteRequest request) {
      this.request = request;
      request.places().forEach(place -> rows.put(place.id(), rows.size()));
    }

    double metres(String from, String to) {
      RouteRequest.Matrix matrix = request.travel().matrix();
      if (matrix != null) {
        return matrix.metres().get(row(from)).get(row(to));
      }
      return from.equals(to)
          ? 0
          : EARTH_RADIUS_METRES * angle(place(from), place(to)) * request.travel().detourFactor();
    }

    Duration time(String from, String to) {
      RouteRequest.Matrix matrix = request.travel().matrix();
      double seconds =
          matrix != null
              ? matrix.seconds().get(row(from)).get(row(to))
              : metres(from, to) / (request.travel().kilometresPerHour() / 3.6);
      return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private int row(String id) {
      return Objects.requireNonNull(rows.get(id), id);
    }

    private Place place(String id) {
      return request.places().get(row(id));
    }

    /** The angle between two points as unit vectors, by cross and dot product. */
    private static double angle(Place a, Place b) {
      double[] u = vector(a);
      double[] v = vector(b);
      double x = u[1] * v[2] - u[2] * v[1];
      double y = u[2] * v[0] - u[0] * v[2];
      double z = u[0] * v[1] - u[1] * v[0];
      double dot = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
      return Math.atan2(Math.sqrt(x * x + y * y + z * z), dot);
    }

    private static double[] vector(Place place) {
      double latitude = Math.toRadians(place.latitude());
      double longitude = Math.toRadians(place.longitude());
      return new double[] {
        Math.cos(latitude) * Math.cos(longitude),
        Math.cos(latitude) * Math.sin(longitude),
        Math.sin(latitude)
      };
    }
  }
}

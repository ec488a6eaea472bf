package io.gemba.routes.check;

import io.gemba.routes.Duty.Break;
import io.gemba.routes.Duty.Home;
import io.gemba.routes.Duty.Limits;
import io.gemba.routes.Duty.Underway;
import io.gemba.routes.Needs.Pickup;
import io.gemba.routes.Needs.Span;
import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Drives one route stop by stop: times, windows, breaks, limits and what it costs. */
final class DriveCheck {
  private static final double TIME_TOLERANCE_SECONDS = 0.01;
  private static final Duration TOLERANCE = Duration.ofMillis(10);
  private static final double LENGTH_TOLERANCE_METRES = 0.01;

  private final Vehicle vehicle;
  private final Map<String, Order> orders;
  private final List<String> mismatches;
  private final Ways ways;
  private final int committed;
  private Instant now = Instant.EPOCH;
  private Instant endOfCommitted = Instant.EPOCH;
  private double metresOfCommitted;
  private boolean arrived;
  private String at;
  private double metres;
  private double lateCents;

  DriveCheck(Ways ways, Vehicle vehicle, Map<String, Order> orders, List<String> mismatches) {
    this.ways = ways;
    this.vehicle = vehicle;
    this.orders = orders;
    this.mismatches = mismatches;
    Underway underway = vehicle.duty().underway();
    committed = underway == null ? 0 : underway.committed().size();
    at = underway == null ? vehicle.depot() : underway.place();
  }

  void check(Route route) {
    start(route);
    now = route.start();
    List<Halt> halts = new ArrayList<>(route.halts());
    committedEnds();
    for (int i = 0; i < route.stops().size(); i++) {
      Stop stop = route.stops().get(i);
      Order order = orders.get(stop.order());
      if (order != null) {
        halts(halts, i, stop);
        stop(order, stop, i < committed);
      }
      if (i + 1 == committed) {
        committedEnds();
      }
    }
    halts(halts, route.stops().size(), null);
    if (!halts.isEmpty()) {
      differs("halts", vehicle.id(), halts, "none that belong to no stop");
    }
    String home = home();
    if (home != null) {
      go(home);
    }
    same("end", vehicle.id(), route.end(), now);
    if (!(Math.abs(metres - route.metres()) <= LENGTH_TOLERANCE_METRES)) {
      differs("metres", vehicle.id(), route.metres(), metres);
    }
    breaks(route);
    limits(route);
  }

  /** What the vehicle must do in any case: its limits cannot be kept by leaving stops out. */
  private void committedEnds() {
    if (vehicle.duty().underway() != null) {
      String home = home();
      endOfCommitted = home == null ? now : ways.arrival(vehicle, at, home, now);
      for (Break one : vehicle.duty().breaks()) {
        endOfCommitted = endOfCommitted.plusMillis(Math.round(one.seconds() * 1000));
      }
      metresOfCommitted = metres + (home == null ? 0 : ways.metres(vehicle, at, home));
    }
  }

  private void start(Route route) {
    Underway underway = vehicle.duty().underway();
    if (underway != null) {
      same("start", vehicle.id(), route.start(), underway.free());
      List<String> first = route.stops().stream().limit(committed).map(Stop::order).toList();
      if (!first.equals(underway.committed())) {
        differs("stops", vehicle.id(), first, "first " + underway.committed());
      }
    } else if (route.start().isBefore(vehicle.shiftStart())) {
      differs("start", vehicle.id(), route.start(), "not before " + vehicle.shiftStart());
    }
  }

  private @Nullable String home() {
    Home home = vehicle.duty().home();
    return home == null ? vehicle.depot() : home.place();
  }

  private void go(String place) {
    metres += ways.metres(vehicle, at, place);
    now = ways.arrival(vehicle, at, place, now);
    at = place;
  }

  /** Does what is due before a stop; a break at the stop's place comes after the way there. */
  private void halts(List<Halt> halts, int before, @Nullable Stop stop) {
    while (!halts.isEmpty() && halts.get(0).before() == before) {
      Halt halt = halts.get(0);
      if (stop != null
          && halt.kind() == Halt.Kind.BREAK
          && halt.place().equals(stop.place())
          && !halt.start().isBefore(stop.arrival())) {
        arrive(stop);
      } else if (isOnArrivalAtReload(halts)) {
        go(vehicle.depot());
      } else if (halt.kind() == Halt.Kind.RELOAD) {
        if (!halt.place().equals(vehicle.depot()) || vehicle.duty().reloads() == null) {
          differs("reload", vehicle.id(), halt.place(), "at the depot and allowed");
        }
        go(vehicle.depot());
      }
      if (!halt.place().equals(at)) {
        differs("halt", vehicle.id(), halt.place(), at);
      }
      if (halt.start().isBefore(now.minus(TOLERANCE))) {
        differs("halt", vehicle.id(), halt.start(), "not before " + now);
      }
      now = halt.end();
      halts.remove(0);
    }
  }

  /** Whether the next halt is a break at the depot, before the reload that it came for. */
  private boolean isOnArrivalAtReload(List<Halt> halts) {
    Halt halt = halts.get(0);
    return halt.kind() == Halt.Kind.BREAK
        && halt.place().equals(vehicle.depot())
        && !at.equals(halt.place())
        && halts.size() > 1
        && halts.get(1).kind() == Halt.Kind.RELOAD
        && halts.get(1).before() == halt.before();
  }

  private void arrive(Stop stop) {
    if (!arrived) {
      arrived = true;
      go(stop.place());
      same("arrival", stop.order(), stop.arrival(), now);
    }
  }

  private void stop(Order order, Stop stop, boolean isCommitted) {
    Pickup pickup = stop.visit() == Visit.PICKUP ? order.needs().pickup() : null;
    String place = pickup == null ? order.place() : pickup.place();
    if (!stop.place().equals(place)) {
      differs("place", order.id(), stop.place(), place);
    }
    arrive(stop);
    arrived = false;
    Window window = pickup == null ? order.window() : pickup.window();
    List<Span> spans = new ArrayList<>(List.of(new Span(window.start(), window.end())));
    if (pickup == null) {
      spans.addAll(order.needs().otherWindows());
    }
    Span open = spans.get(0);
    for (Span span : spans) {
      open = now.isAfter(open.end()) ? span : open;
    }
    now = now.isBefore(open.start()) ? open.start() : now;
    same("start", order.id(), stop.start(), now);
    late(order, stop, open, window.hard() && !isCommitted);
    double seconds = pickup == null ? order.serviceSeconds() : pickup.serviceSeconds();
    now = now.plusMillis(Math.round(seconds * 1000));
    same("departure", order.id(), stop.departure(), now);
  }

  private void late(Order order, Stop stop, Span window, boolean isHard) {
    double late = Duration.between(window.end(), now).toMillis() / 60_000.0;
    if (isHard && now.isAfter(window.end().plus(TOLERANCE))) {
      differs("start", order.id(), now, "not after " + window.end());
    }
    if (!(Math.abs(stop.lateMinutes() - Math.max(0, late)) <= TIME_TOLERANCE_SECONDS)) {
      differs("lateMinutes", order.id(), stop.lateMinutes(), Math.max(0, late));
    }
    Long price = order.window().centsPerLateMinute();
    lateCents +=
        Math.max(0, late) * (price == null ? vehicle.prices().centsPerLateMinute() : price);
  }

  private void breaks(Route route) {
    List<Halt> taken =
        new ArrayList<>(
            route.halts().stream().filter(halt -> halt.kind() == Halt.Kind.BREAK).toList());
    for (Break one : vehicle.duty().breaks()) {
      Duration length = Duration.ofMillis(Math.round(one.seconds() * 1000));
      boolean isTaken =
          taken.removeIf(
              halt ->
                  !halt.start().isBefore(one.earliest())
                      && !halt.start().isAfter(one.latest().plus(TOLERANCE))
                      && Duration.between(halt.start(), halt.end()).equals(length));
      boolean isDue =
          route.start().isBefore(one.latest()) && route.end().isAfter(one.latest().plus(TOLERANCE));
      if (isDue && !isTaken) {
        differs(
            "break",
            vehicle.id(),
            "missing",
            "from %s to %s".formatted(one.earliest(), one.latest()));
      }
    }
    if (!taken.isEmpty()) {
      differs("halts", vehicle.id(), taken, "breaks of the vehicle");
    }
  }

  private void limits(Route route) {
    Instant latest = later(vehicle.shiftEnd(), endOfCommitted);
    if (now.isAfter(latest.plus(TOLERANCE))) {
      differs("end", vehicle.id(), now, "not after " + latest);
    }
    Limits limits = vehicle.duty().limits();
    Double most = limits == null ? null : limits.metres();
    if (most != null && metres > Math.max(most, metresOfCommitted) + LENGTH_TOLERANCE_METRES) {
      differs("metres", vehicle.id(), metres, "at most " + most);
    }
    Double seconds = limits == null ? null : limits.seconds();
    double took = Duration.between(route.start(), now).toMillis() / 1000.0;
    double needed = Duration.between(route.start(), endOfCommitted).toMillis() / 1000.0;
    if (seconds != null && took > Math.max(seconds, needed) + TIME_TOLERANCE_SECONDS) {
      differs("duration", vehicle.id(), took, "at most " + seconds);
    }
    Integer stops = limits == null ? null : limits.stops();
    if (stops != null && route.stops().size() > Math.max(stops, committed)) {
      differs("stops", vehicle.id(), route.stops().size(), "at most " + stops);
    }
    long reloads = route.halts().stream().filter(h -> h.kind() == Halt.Kind.RELOAD).count();
    if (vehicle.duty().reloads() != null && reloads > vehicle.duty().reloads().most()) {
      differs("reloads", vehicle.id(), reloads, "at most " + vehicle.duty().reloads().most());
    }
  }

  /** What the vehicle did of what work is measured by. */
  double work(Route route, RouteRequest.Measure measure) {
    return switch (measure) {
      case HOURS -> Duration.between(route.start(), now).toMillis() / 3_600_000.0;
      case STOPS -> route.stops().size();
      case BOXES -> carried(route, Order::boxes);
      case KILOGRAMS -> carried(route, Order::kilograms);
    };
  }

  private double carried(Route route, ToDoubleFunction<Order> load) {
    return route.stops().stream()
        .filter(stop -> stop.visit() != Visit.PICKUP && orders.containsKey(stop.order()))
        .mapToDouble(stop -> load.applyAsDouble(orders.get(stop.order())))
        .sum();
  }

  RouteCosts costs(Route route, long movedCents) {
    double hours = Duration.between(route.start(), now).toMillis() / 3_600_000.0;
    return new RouteCosts(
        vehicle.prices().fixedCents(),
        Math.round(metres / 1000 * vehicle.prices().centsPerKilometre()),
        Math.round(hours * vehicle.prices().centsPerHour()),
        Math.round(lateCents),
        0,
        movedCents);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
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
}

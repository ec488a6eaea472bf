package io.gemba.planner.routes;

import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a van has come on its route at a time, the van having left. A stop is done when its
 * service has begun. Between two stops a van is committed to the next; one that comes back for
 * goods goes on from where it fetches them.
 */
final class RouteStage {
  private final Route route;
  private final Instant now;
  private final List<String> path = new ArrayList<>();
  private final List<Halt> halts = new ArrayList<>();
  private final List<String> committed = new ArrayList<>();
  private int stops;
  private String place;
  private Instant free;
  private boolean isDone;

  /**
   * @param start place the route begins at
   * @param reported stops that the van has said to be done
   */
  RouteStage(Route route, String start, int reported, Instant now) {
    this.route = route;
    this.now = now;
    place = start;
    free = route.start();
    path.add(start);
    stops = reported;
    while (stops < route.stops().size() && !route.stops().get(stops).start().isAfter(now)) {
      stops++;
    }
    goTo();
    if (!free.isAfter(now)) {
      goOn();
    }
  }

  /** Stops that are done. */
  List<Stop> stops() {
    return route.stops().subList(0, stops);
  }

  /** Breaks and reloads that have begun. */
  List<Halt> halts() {
    return halts;
  }

  /** Places in the order they were driven to, from the first to where the van goes on. */
  List<String> path() {
    return path;
  }

  /** Where the van goes on. */
  String place() {
    return place;
  }

  /** When it can go on. */
  Instant free() {
    return free;
  }

  /** The order it is driving to; empty when it stands, fetches goods or goes home. */
  List<String> committed() {
    return committed;
  }

  /** Whether nothing is left but the way home. */
  boolean isDone() {
    return isDone;
  }

  /** Orders of the route that are in the van and not brought yet. */
  List<String> aboard() {
    List<String> fetched = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < route.stops().size(); i++) {
      if (route.stops().get(i).visit() == Visit.PICKUP) {
        (i < stops ? fetched : open).add(route.stops().get(i).order());
      }
    }
    List<String> aboard = new ArrayList<>();
    boolean isLoaded = true;
    for (int i = stops; i < route.stops().size(); i++) {
      isLoaded &= halts(i).stream().noneMatch(this::isReloadToCome);
      Stop stop = route.stops().get(i);
      boolean isIn = fetched.contains(stop.order()) || (isLoaded && !open.contains(stop.order()));
      if (stop.visit() == Visit.DELIVERY && isIn) {
        aboard.add(stop.order());
      }
    }
    return aboard;
  }

  private void goTo() {
    for (int i = 0; i < stops; i++) {
      halts(i).forEach(this::pass);
      Stop stop = route.stops().get(i);
      drive(stop.place(), stop.departure());
    }
    for (Halt halt : halts(stops)) {
      if (!halt.start().isAfter(now) && !halt.start().isBefore(free)) {
        pass(halt);
      }
    }
  }

  private void goOn() {
    Halt reload = halts(stops).stream().filter(this::isReloadToCome).findFirst().orElse(null);
    if (reload != null) {
      drive(reload.place(), later(reload.start(), now));
    } else if (stops == route.stops().size()) {
      isDone = true;
    } else if (route.stops().get(stops).visit() == Visit.PICKUP) {
      Stop stop = route.stops().get(stops);
      drive(stop.place(), later(stop.arrival(), now));
    } else {
      committed.add(route.stops().get(stops).order());
    }
  }

  private void pass(Halt halt) {
    drive(halt.place(), halt.end());
    halts.add(halt);
  }

  private void drive(String to, Instant until) {
    place = to;
    free = until;
    path.add(to);
  }

  private boolean isReloadToCome(Halt halt) {
    return halt.kind() == Halt.Kind.RELOAD && !halts.contains(halt);
  }

  private List<Halt> halts(int before) {
    return route.halts().stream().filter(halt -> halt.before() == before).toList();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }
}

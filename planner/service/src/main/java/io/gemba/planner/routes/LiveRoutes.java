package io.gemba.planner.routes;

import io.gemba.planner.store.VanReport;
import io.gemba.routes.RouteEtas;
import io.gemba.routes.RouteEtas.Eta;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.model.TravelMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A plan's routes with the times that follow from what vans report instead of the planned ones. */
final class LiveRoutes {
  private static final double LATE_MINUTES = 5;

  private final RouteDocument document;
  private final Map<String, VanReport> reports = new HashMap<>();
  private final Map<String, Integer> reported = new HashMap<>();
  private final List<Route> routes = new ArrayList<>();

  /**
   * @param said the day's reports; those about stops that the plan does not have are left out
   */
  LiveRoutes(RouteDocument document, Collection<VanReport> said, TravelMemory memory) {
    this.document = document;
    said.forEach(report -> reports.put(report.vehicle(), report));
    for (Route route : document.result().routes()) {
      int stops = stopsDone(route);
      if (stops >= 0) {
        reported.put(route.vehicle(), stops);
      }
    }
    RouteEtas etas =
        reported.isEmpty() ? null : new RouteEtas(document.request(), document.result(), memory);
    for (Route route : document.result().routes()) {
      routes.add(etas == null || !isReported(route.vehicle()) ? route : live(route, etas));
    }
  }

  /** Routes of the plan from where they began; what was done before is not in them. */
  List<Route> routes() {
    return List.copyOf(routes);
  }

  /** Whether a van of the plan has said where it is. */
  boolean isReported(String vehicle) {
    return reported.containsKey(vehicle);
  }

  /** How many stops of its route a van has said to be done. */
  int reportedStops(String vehicle) {
    return reported.getOrDefault(vehicle, 0);
  }

  /** Vans that come to a stop too late, and some minutes later than planned. */
  List<String> lateVans() {
    List<String> late = new ArrayList<>();
    for (int i = 0; i < routes.size(); i++) {
      List<Stop> planned = document.result().routes().get(i).stops();
      List<Stop> now = routes.get(i).stops();
      boolean isLate = false;
      for (int stop = 0; stop < now.size(); stop++) {
        double more = now.get(stop).lateMinutes() - planned.get(stop).lateMinutes();
        isLate |= more >= LATE_MINUTES;
      }
      if (isLate) {
        late.add(routes.get(i).vehicle());
      }
    }
    return late;
  }

  /** -1 when the van said nothing, or nothing about this route. */
  private int stopsDone(Route route) {
    VanReport report = reports.get(route.vehicle());
    if (report == null) {
      return -1;
    }
    if (report.order() == null || document.isDone(route.vehicle(), report.order())) {
      return report.order() == null && document.hasDone(route.vehicle()) ? -1 : 0;
    }
    List<String> orders = route.stops().stream().map(Stop::order).toList();
    int index = orders.lastIndexOf(report.order());
    return index < 0 ? -1 : index + 1;
  }

  private Route live(Route route, RouteEtas etas) {
    Instant free = Objects.requireNonNull(reports.get(route.vehicle())).free();
    int done = reportedStops(route.vehicle());
    List<Eta> after = etas.after(new RouteEtas.Report(route.vehicle(), done, free));
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < route.stops().size(); i++) {
      Stop stop = route.stops().get(i);
      stops.add(i < done ? past(stop, free, i == done - 1) : coming(stop, after.get(i - done)));
    }
    Instant planned = left(route.start(), route.stops());
    Instant now = left(done == 0 ? free : route.start(), stops);
    Instant start = done == 0 ? later(route.start(), free) : earlier(route.start(), free);
    return new Route(
        route.vehicle(),
        route.depot(),
        start,
        route.end().plus(Duration.between(planned, now)),
        route.metres(),
        route.costs(),
        stops,
        route.halts().stream()
            .map(halt -> halt.before() < done ? halt : halt(halt, route, stops, free))
            .toList());
  }

  /** As much later as the stop that follows, and not before the van is free. */
  private static Halt halt(Halt halt, Route route, List<Stop> now, Instant free) {
    int next = Math.min(halt.before(), now.size() - 1);
    Duration later =
        now.isEmpty()
            ? Duration.ZERO
            : Duration.between(route.stops().get(next).arrival(), now.get(next).arrival());
    Instant start = later(halt.start().plus(later), free);
    Duration length = Duration.between(halt.start(), halt.end());
    return new Halt(halt.kind(), halt.place(), start, start.plus(length), halt.before());
  }

  private static Stop past(Stop stop, Instant free, boolean isLast) {
    return with(
        stop,
        earlier(stop.arrival(), free),
        earlier(stop.start(), free),
        isLast ? free : earlier(stop.departure(), free),
        stop.lateMinutes());
  }

  private static Stop coming(Stop stop, Eta eta) {
    Duration service = Duration.between(stop.start(), stop.departure());
    return with(stop, eta.arrival(), eta.start(), eta.start().plus(service), eta.lateMinutes());
  }

  private static Stop with(
      Stop stop, Instant arrival, Instant start, Instant departure, double lateMinutes) {
    return new Stop(
        stop.order(),
        stop.place(),
        arrival,
        Duration.between(arrival, start).toMillis() / 1000.0,
        start,
        departure,
        lateMinutes,
        stop.boxesOnBoard(),
        stop.kilogramsOnBoard(),
        stop.visit(),
        stop.loadsOnBoard());
  }

  private static Instant left(Instant start, List<Stop> stops) {
    return stops.isEmpty() ? start : stops.get(stops.size() - 1).departure();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }
}

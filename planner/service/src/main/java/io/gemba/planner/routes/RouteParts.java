package io.gemba.planner.routes;

import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Routes put together and taken apart, their halts where they belong. */
final class RouteParts {
  private RouteParts() {}

  /** A route without the stops of some orders. */
  static Route without(Route route, Predicate<String> isLeftOut) {
    List<Stop> stops = new ArrayList<>();
    int[] kept = new int[route.stops().size() + 1];
    for (int i = 0; i < route.stops().size(); i++) {
      if (!isLeftOut.test(route.stops().get(i).order())) {
        stops.add(route.stops().get(i));
      }
      kept[i + 1] = stops.size();
    }
    return new Route(
        route.vehicle(),
        route.depot(),
        route.start(),
        route.end(),
        route.metres(),
        route.costs(),
        stops,
        route.halts().stream()
            .map(
                one ->
                    new Halt(one.kind(), one.place(), one.start(), one.end(), kept[one.before()]))
            .toList());
  }

  /** One route after the other, of the same van. */
  static Route joined(Route first, Route second) {
    List<Stop> stops = new ArrayList<>(first.stops());
    stops.addAll(second.stops());
    List<Halt> halts = new ArrayList<>(first.halts());
    for (Halt halt : second.halts()) {
      halts.add(
          new Halt(
              halt.kind(),
              halt.place(),
              halt.start(),
              halt.end(),
              first.stops().size() + halt.before()));
    }
    return new Route(
        first.vehicle(),
        first.depot(),
        first.start(),
        second.end(),
        first.metres() + second.metres(),
        first.costs().plus(second.costs()),
        stops,
        halts);
  }
}

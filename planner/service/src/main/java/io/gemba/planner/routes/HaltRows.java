package io.gemba.planner.routes;

import io.gemba.planner.routes.RoutesView.HaltRow;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Breaks of a route, and where it loads more: at reloads, and where it fetches goods. What is
 * fetched at one place one after the other is loaded once, and what is fetched at the depot before
 * the first way is what every route begins with.
 */
final class HaltRows {
  private static final String BREAK = "BREAK";
  private static final String LOADING = "LOADING";

  private HaltRows() {}

  /** In order of time. */
  static List<HaltRow> of(Route route) {
    List<HaltRow> rows = new ArrayList<>();
    int[] seq = new int[route.stops().size() + 1];
    seq[0] = 1;
    String loadsAt = route.depot();
    for (int i = 0; i < route.stops().size(); i++) {
      Stop stop = route.stops().get(i);
      boolean isPickup = stop.visit() == Visit.PICKUP;
      seq[i + 1] = isPickup ? seq[i] : seq[i] + 1;
      if (isPickup && !stop.place().equals(loadsAt)) {
        rows.add(new HaltRow(LOADING, stop.place(), stop.start(), stop.departure(), seq[i]));
      } else if (isPickup && !rows.isEmpty()) {
        HaltRow last = rows.remove(rows.size() - 1);
        rows.add(new HaltRow(LOADING, stop.place(), last.start(), stop.departure(), last.before()));
      }
      loadsAt = isPickup ? stop.place() : "";
    }
    for (Halt halt : route.halts()) {
      rows.add(
          new HaltRow(
              halt.kind() == Halt.Kind.BREAK ? BREAK : LOADING,
              halt.place(),
              halt.start(),
              halt.end(),
              seq[halt.before()]));
    }
    rows.sort(Comparator.comparing(HaltRow::start));
    return rows;
  }
}

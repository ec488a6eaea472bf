package io.gemba.planner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.planner.TestSite;
import io.gemba.planner.routes.RoutesView.HaltRow;
import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HaltRowsTest {
  @Test
  void goodsFetchedTogether_areLoadedOnce_andThoseBeforeTheFirstWayAreNot() {
    Route route =
        route(
            List.of(
                stop("a", "depot", 0, Visit.PICKUP),
                stop("a", "north", 10, Visit.DELIVERY),
                stop("b", "depot", 20, Visit.PICKUP),
                stop("c", "depot", 21, Visit.PICKUP),
                stop("b", "south", 30, Visit.DELIVERY),
                stop("c", "south", 31, Visit.DELIVERY)),
            List.of());

    assertThat(HaltRows.of(route))
        .containsExactly(new HaltRow("LOADING", "depot", at(20), at(21), 2));
  }

  @Test
  void breaksAndReloads_areInOrderOfTimeBeforeTheStopThatFollows() {
    Route route =
        route(
            List.of(stop("a", "north", 10, Visit.DELIVERY), stop("b", "south", 30, Visit.DELIVERY)),
            List.of(
                new Halt(Halt.Kind.RELOAD, "depot", at(15), at(20), 1),
                new Halt(Halt.Kind.BREAK, "south", at(32), at(40), 2)));

    assertThat(HaltRows.of(route))
        .containsExactly(
            new HaltRow("LOADING", "depot", at(15), at(20), 2),
            new HaltRow("BREAK", "south", at(32), at(40), 3));
  }

  private static Route route(List<Stop> stops, List<Halt> halts) {
    return new Route("v", "depot", at(0), at(60), 1, new RouteCosts(0, 0, 0, 0, 0), stops, halts);
  }

  private static Instant at(int minutes) {
    return TestSite.NOW.plusSeconds(60L * minutes);
  }

  private static Stop stop(String order, String place, int minute, Visit visit) {
    return new Stop(order, place, at(minute), 0, at(minute), at(minute), 0, 0, 0, visit, Map.of());
  }
}

package io.gemba.planner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.planner.TestSite;
import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A van leaves at 0, brings a (10 to 20), rests there (20 to 40), loads again at the depot (50 to
 * 60), brings b (70 to 80), fetches c at the depot (90) and brings it (100 to 110).
 */
class RouteStageTest {
  private static final Route ROUTE =
      new Route(
          "v",
          "depot",
          at(0),
          at(120),
          1,
          new RouteCosts(0, 0, 0, 0, 0),
          List.of(
              stop("a", "north", 10, 20, Visit.DELIVERY),
              stop("b", "south", 70, 80, Visit.DELIVERY),
              stop("c", "depot", 90, 90, Visit.PICKUP),
              stop("c", "west", 100, 110, Visit.DELIVERY)),
          List.of(
              new Halt(Halt.Kind.BREAK, "north", at(20), at(40), 1),
              new Halt(Halt.Kind.RELOAD, "depot", at(50), at(60), 1)));

  private static RouteStage stage(int minutes) {
    return new RouteStage(ROUTE, "depot", 0, at(minutes));
  }

  @Test
  void onTheWayToAStop_itIsCommittedAndHasWhatItLoaded() {
    RouteStage stage = stage(5);

    assertThat(stage.stops()).isEmpty();
    assertThat(stage.place()).isEqualTo("depot");
    assertThat(stage.free()).isEqualTo(at(0));
    assertThat(stage.committed()).containsExactly("a");
    assertThat(stage.aboard()).containsExactly("a");
  }

  @Test
  void inABreak_itGoesOnWhenThatEnds() {
    RouteStage stage = stage(25);

    assertThat(stage.place()).isEqualTo("north");
    assertThat(stage.free()).isEqualTo(at(40));
    assertThat(stage.committed()).isEmpty();
    assertThat(stage.halts()).extracting(Halt::kind).containsExactly(Halt.Kind.BREAK);
    assertThat(stage.aboard()).isEmpty();
  }

  @Test
  void onTheWayBackForMore_itGoesOnFromTheDepotWithNothingAboard() {
    RouteStage stage = stage(45);

    assertThat(stage.place()).isEqualTo("depot");
    assertThat(stage.free()).isEqualTo(at(50));
    assertThat(stage.path()).containsExactly("depot", "north", "north", "depot");
    assertThat(stage.aboard()).isEmpty();
  }

  @Test
  void atTheReload_itHasWhatItLoads() {
    RouteStage stage = stage(55);

    assertThat(stage.free()).isEqualTo(at(60));
    assertThat(stage.halts()).hasSize(2);
    assertThat(stage.aboard()).containsExactly("b");
  }

  @Test
  void onTheWayToFetchAnOrder_thatIsNotAboard() {
    RouteStage stage = stage(85);

    assertThat(stage.place()).isEqualTo("depot");
    assertThat(stage.free()).isEqualTo(at(90));
    assertThat(stage.committed()).isEmpty();
    assertThat(stage.aboard()).isEmpty();
  }

  @Test
  void whenItIsFetched_itIsAboard() {
    RouteStage stage = stage(95);

    assertThat(stage.committed()).containsExactly("c");
    assertThat(stage.aboard()).containsExactly("c");
  }

  @Test
  void afterTheLastStop_itIsDone() {
    assertThat(stage(110).isDone()).isTrue();
    assertThat(stage(109).isDone()).isFalse();
    assertThat(stage(109).free()).isEqualTo(at(110));
  }

  @Test
  void reportedStops_areDoneBeforeTheirTime() {
    RouteStage stage = new RouteStage(ROUTE, "depot", 1, at(5));

    assertThat(stage.stops()).extracting(Stop::order).containsExactly("a");
    assertThat(stage.free()).isEqualTo(at(20));
  }

  private static Instant at(int minutes) {
    return TestSite.NOW.plusSeconds(60L * minutes);
  }

  private static Stop stop(String order, String place, int start, int end, Visit visit) {
    return new Stop(order, place, at(start), 0, at(start), at(end), 0, 0, 0, visit, Map.of());
  }
}

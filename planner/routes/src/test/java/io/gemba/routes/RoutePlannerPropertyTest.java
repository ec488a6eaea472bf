package io.gemba.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.check.RouteChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every plan, over random cities. The seed is the parameter. */
class RoutePlannerPropertyTest {
  private final RoutePlanner planner = new RoutePlanner();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyRequest_isPlannedOnceAndChecked(long seed) {
    RouteRequest request = TestRequests.random(seed, 24, 5, new Search(30, 2_000, seed, 1));

    RouteResult result = planner.solve(request, RouteProgress.Listener.SILENT, () -> false);

    List<String> planned = new ArrayList<>();
    for (Route route : result.routes()) {
      route.stops().forEach(stop -> planned.add(stop.order()));
    }
    result.unassigned().forEach(open -> planned.add(open.order()));
    assertThat(planned)
        .containsExactlyInAnyOrderElementsOf(request.orders().stream().map(Order::id).toList());
    assertThat(RouteChecker.mismatches(request, result)).isEmpty();
    assertThat(result.costs().totalCents())
        .isLessThanOrEqualTo(result.baselineCosts().totalCents());
    assertThat(result.run().solver()).isEqualTo("string removal");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  void anythingAtOnce_isPlannedOnceAndChecked(long seed) {
    RouteRequest request = TestRequests.rich(seed, 24, 5, new Search(30, 600, seed, 1));

    RouteResult result = planner.solve(request, RouteProgress.Listener.SILENT, () -> false);

    List<String> planned = new ArrayList<>();
    for (Route route : result.routes()) {
      route.stops().stream()
          .filter(stop -> stop.visit() != RouteResult.Visit.PICKUP)
          .forEach(stop -> planned.add(stop.order()));
    }
    result.unassigned().forEach(open -> planned.add(open.order()));
    assertThat(planned)
        .containsExactlyInAnyOrderElementsOf(request.orders().stream().map(Order::id).toList());
    assertThat(RouteChecker.mismatches(request, result)).isEmpty();
  }

  static LongStream manySeeds() {
    return LongStream.rangeClosed(1, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void sameSeedAndIterations_givesTheSamePlan(long seed) {
    RouteRequest request = TestRequests.random(seed, 20, 4, new Search(30, 1_000, seed, 1));

    RouteResult first = planner.solve(request, RouteProgress.Listener.SILENT, () -> false);
    RouteResult second = planner.solve(request, RouteProgress.Listener.SILENT, () -> false);

    assertThat(second.routes()).isEqualTo(first.routes());
    assertThat(second.unassigned()).isEqualTo(first.unassigned());
  }
}

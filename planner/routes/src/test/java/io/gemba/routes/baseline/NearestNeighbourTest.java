package io.gemba.routes.baseline;

import static io.gemba.routes.TestRequests.order;
import static io.gemba.routes.TestRequests.request;
import static io.gemba.routes.TestRequests.vehicle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.TestRequests;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tours;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNeighbourTest {

  @Test
  void orders_areVisitedNearestFirst() {
    RouteModel model =
        new RouteModel(
            request(
                List.of(vehicle("v")),
                List.of(order("far", "p5"), order("near", "p1"), order("middle", "p3"))));

    Tours plan = NearestNeighbour.plan(model);

    assertThat(plan.tours().get(0).nodes()).containsExactly(1, 2, 0);
  }

  @Test
  void fullVehicle_leavesTheRestToTheNext() {
    RouteModel model =
        new RouteModel(
            request(
                List.of(vehicle("v1"), vehicle("v2")),
                java.util.stream.IntStream.range(0, 12)
                    .mapToObj(i -> order("o" + i, "p1"))
                    .toList()));

    Tours plan = NearestNeighbour.plan(model);

    assertThat(plan.tours().get(0).size()).isEqualTo(10);
    assertThat(plan.tours().get(1).size()).isEqualTo(2);
    assertThat(plan.unassigned()).isEmpty();
  }

  @Test
  void anyCity_isServedWithinTheRules() {
    for (long seed = 1; seed <= 30; seed++) {
      RouteModel model = new RouteModel(TestRequests.random(seed, 40, 6, Search.seconds(1, seed)));

      Tours plan = NearestNeighbour.plan(model);

      assertThat(plan.feasible()).as("seed %d", seed).isTrue();
    }
  }
}

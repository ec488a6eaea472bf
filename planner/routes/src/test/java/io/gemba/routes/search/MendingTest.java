package io.gemba.routes.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.TestRequests;
import io.gemba.routes.baseline.NearestNeighbour;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans that are good but for a few orders. */
class MendingTest {

  @Test
  void sorePoints_areTheLateAndTheAdded() {
    Order onTime = TestRequests.order("on time", "p1");
    Order late = at("late", "p2", 0.1);
    Order added = TestRequests.order("added", "p3");
    RouteModel model =
        new RouteModel(
            TestRequests.request(
                List.of(TestRequests.vehicle("v1")), List.of(onTime, late, added)));
    Tours plan = Tours.of(model, List.of(Tour.of(model, 0, 0, 1, 2)));

    FleetPlanner.Start start = FleetPlanner.Start.mending(plan, 0.6, new int[] {2});

    assertThat(start.sore()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void filledPlan_bringsWhatItCan() {
    RouteModel model = new RouteModel(TestRequests.random(3, 40, 8, Search.seconds(1, 3)));
    Tours empty = Tours.of(model, List.of());

    Tours filled = FleetPlanner.filled(empty, 1);

    assertThat(filled.unassigned()).hasSizeLessThan(15);
    assertThat(filled.feasible()).isTrue();
    assertThat(filled.cents()).isLessThan(empty.cents());
  }

  @Test
  void fewSteps_mendMoreWhereItIsSore() {
    double around = 0;
    double anywhere = 0;
    for (long seed = 1; seed <= 6; seed++) {
      Tours good = searched(good(seed), 20_000, seed);
      RouteModel model = new RouteModel(withRushOrders(good.model().request()));
      Tours asItWas =
          Tours.of(
              model,
              good.tours().stream()
                  .map(tour -> Tour.of(model, tour.vehicle(), tour.nodes()))
                  .toList());
      Tours filled = FleetPlanner.filled(asItWas, seed);
      around += mended(FleetPlanner.Start.mending(filled, 0.6, asItWas.unassigned()), seed);
      anywhere += mended(new FleetPlanner.Start(filled, 0.6), seed);
    }

    assertThat(around).isLessThan(anywhere);
  }

  private static Tours good(long seed) {
    RouteRequest request = TestRequests.random(seed, 120, 20, Search.seconds(60, seed));
    return NearestNeighbour.plan(new RouteModel(request));
  }

  private static Tours searched(Tours from, int steps, long seed) {
    return run(new FleetPlanner.Start(from, 0), steps, seed);
  }

  private static double mended(FleetPlanner.Start start, long seed) {
    return run(start, 150, seed).cents();
  }

  private static Tours run(FleetPlanner.Start start, int steps, long seed) {
    RouteModel model = start.tours().model();
    return new FleetPlanner(model, new Search(60, steps, seed, 1), start, () -> false, found -> {})
        .run();
  }

  private static RouteRequest withRushOrders(RouteRequest request) {
    List<Order> orders = new ArrayList<>(request.orders());
    for (int i = 0; i < 3; i++) {
      orders.add(at("rush" + i, "p" + 7 * i, 3));
    }
    return request.withOrders(orders);
  }

  private static Order at(String id, String place, double latestHour) {
    Window window = Window.soft(TestRequests.SIX, TestRequests.hour(latestHour));
    return new Order(id, place, window, 600, 5, 50, 40_000, List.of(), null);
  }
}

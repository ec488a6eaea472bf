package io.gemba.routes.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.TestRequests;
import io.gemba.routes.baseline.NearestNeighbour;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick prices against tours that are built and driven, over random cities. */
class TourClockTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void cheapestInsertion_isTheOneFoundByBuildingAll(long seed) {
    RouteModel model = new RouteModel(TestRequests.random(seed, 40, 5, Search.seconds(1, seed)));
    Tours plan = NearestNeighbour.plan(model);
    TourClock clock = new TourClock(model);
    for (Tour tour : plan.tours()) {
      double cents = clock.load(tour.vehicle(), tour.nodes(), tour.size());
      assertThat(cents).isCloseTo(tour.cents(), within(1e-6));

      for (int order : plan.unassigned()) {
        Tours.Insertion slow = plan.cheapest(order, tour.vehicle(), Tour::feasible);
        Placement found = clock.findInsertion(order, 1e12);

        assertThat(found != null)
            .as("order %d in %d", order, tour.vehicle())
            .isEqualTo(slow != null);
        if (slow != null) {
          assertThat(clock.deltaCents()).isCloseTo(slow.deltaCents(), within(1e-6));
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void anythingAtOnce_cheapestInsertionIsTheOneFoundByBuildingAll(long seed) {
    RouteRequest request = TestRequests.rich(seed, 40, 6, Search.seconds(1, seed));
    RouteModel model = new RouteModel(seed % 2 == 0 ? request : TestRequests.oneWindow(request));
    Tours plan = NearestNeighbour.plan(model);
    TourClock clock = new TourClock(model);
    for (Tour tour : plan.tours()) {
      double cents = clock.load(tour.vehicle(), tour.nodes(), tour.size());
      assertThat(cents).isCloseTo(tour.cents(), within(1e-6));

      for (int order : plan.unassigned()) {
        Tours.Insertion slow = plan.cheapest(order, tour.vehicle(), Tour::feasible);
        Placement found = clock.findInsertion(order, 1e12);

        assertThat(found != null)
            .as("order %d in %d", order, tour.vehicle())
            .isEqualTo(slow != null);
        if (slow != null && found != null) {
          int[] longer = found.into(tour.nodes(), tour.size());
          assertThat(Tour.of(model, tour.vehicle(), longer).cents() - cents)
              .isCloseTo(clock.deltaCents(), within(1e-6));
          boolean laterMayBeCheaper =
              model.hasBreaks(tour.vehicle())
                  || model.request().travel().traffic() != null
                  || model.request().orders().stream()
                      .anyMatch(one -> !one.needs().otherWindows().isEmpty());
          if (laterMayBeCheaper) {
            assertThat(clock.deltaCents()).isGreaterThan(slow.deltaCents() - 1e-6);
          } else {
            assertThat(clock.deltaCents()).isCloseTo(slow.deltaCents(), within(1e-6));
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void onTheRoad_cheapestInsertionIsTheOneFoundByBuildingAll(long seed) {
    RouteModel model =
        new RouteModel(TestRequests.onTheRoad(seed, 40, 6, seed % 2 == 0, Search.seconds(1, seed)));
    Tours plan = NearestNeighbour.plan(model);
    TourClock clock = new TourClock(model);
    for (Tour tour : plan.tours()) {
      assertThat(model.isPlain(tour.vehicle())).isTrue();
      double cents = clock.load(tour.vehicle(), tour.nodes(), tour.size());
      assertThat(cents).isCloseTo(tour.cents(), within(1e-6));

      for (int order : plan.unassigned()) {
        Tours.Insertion slow = plan.cheapest(order, tour.vehicle(), Tour::feasible);
        if (slow == null) {
          assertThat(clock.findInsertion(order, 1e12)).isNull();
        } else {
          assertThat(clock.findInsertion(order, slow.deltaCents() + 1)).isNotNull();
          assertThat(clock.deltaCents()).isCloseTo(slow.deltaCents(), within(1e-6));
          assertThat(clock.findInsertion(order, slow.deltaCents() - 1)).isNull();
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void searchedPlan_costsWhatItsToursCost(long seed) {
    RouteModel model = new RouteModel(TestRequests.rich(seed, 40, 5, Search.seconds(1, seed)));
    FleetSearch search =
        new FleetSearch(model, new Nearness(model), NearestNeighbour.plan(model), seed);

    for (int i = 0; i < 500; i++) {
      search.step(i / 500.0);
    }

    assertThat(search.tours().cents()).isCloseTo(search.cents(), within(1e-3));
    assertThat(search.tours().feasible()).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void brokenPlan_isRepaired(long seed) {
    RouteModel model = new RouteModel(TestRequests.random(seed, 30, 6, Search.seconds(1, seed)));
    int[] all = new int[30];
    java.util.Arrays.setAll(all, i -> i);
    Tours broken = Tours.of(model, java.util.List.of(Tour.of(model, 0, all)));
    assertThat(broken.feasible()).isFalse();

    Tours repaired =
        new FleetPlanner(
                model,
                new Search(20, 2_000, seed, 1),
                new FleetPlanner.Start(broken, 0),
                () -> false,
                found -> {})
            .run();

    assertThat(repaired.feasible()).isTrue();
    assertThat(repaired.unassigned()).hasSizeLessThan(25);
  }
}

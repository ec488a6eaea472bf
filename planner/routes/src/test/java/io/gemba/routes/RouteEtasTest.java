package io.gemba.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.routes.RouteEtas.Eta;
import io.gemba.routes.RouteEtas.Report;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.model.TravelMemory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteEtasTest {
  private static RouteResult plan(RouteRequest request) {
    return new RoutePlanner().solve(request, RouteProgress.Listener.SILENT, () -> false);
  }

  private static RouteEtas etas(RouteRequest request, RouteResult plan) {
    return new RouteEtas(request, plan, new TravelMemory());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void vanInTime_comesAsPlanned(long seed) {
    RouteRequest request = TestRequests.random(seed, 40, 5, new Search(20, 300, seed, 1));
    RouteResult plan = plan(request);
    RouteEtas etas = etas(request, plan);

    for (Route route : plan.routes()) {
      for (int served = 0; served <= route.stops().size(); served++) {
        List<Stop> left = route.stops().subList(served, route.stops().size());
        List<Eta> found =
            etas.after(
                new Report(
                    route.vehicle(),
                    served,
                    served == 0 ? route.start() : route.stops().get(served - 1).departure()));

        assertThat(found).extracting(Eta::order).isEqualTo(left.stream().map(Stop::order).toList());
        assertThat(found)
            .extracting(Eta::arrival)
            .isEqualTo(left.stream().map(Stop::arrival).toList());
        assertThat(found).extracting(Eta::start).isEqualTo(left.stream().map(Stop::start).toList());
        assertThat(found)
            .extracting(Eta::lateMinutes)
            .isEqualTo(left.stream().map(Stop::lateMinutes).toList());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void vanOfAnHourLate_comesLaterByAnHourAtMost(long seed) {
    RouteRequest request = TestRequests.random(seed, 40, 5, new Search(20, 300, seed, 1));
    RouteResult plan = plan(request);
    RouteEtas etas = etas(request, plan);

    for (Route route : plan.routes()) {
      List<Eta> found =
          etas.after(new Report(route.vehicle(), 0, route.start().plus(Duration.ofHours(1))));

      assertThat(Duration.between(route.stops().get(0).arrival(), found.get(0).arrival()))
          .isEqualTo(Duration.ofHours(1));
      for (int i = 0; i < found.size(); i++) {
        assertThat(Duration.between(route.stops().get(i).arrival(), found.get(i).arrival()))
            .isBetween(Duration.ZERO, Duration.ofHours(1));
        assertThat(found.get(i).lateMinutes())
            .isGreaterThanOrEqualTo(route.stops().get(i).lateMinutes());
      }
    }
  }

  @Test
  void moreStopsDoneThanThereAre_isRefused() {
    RouteRequest request =
        TestRequests.request(
            List.of(TestRequests.vehicle("v")), List.of(TestRequests.order("o", "p1")));
    RouteResult plan = plan(request);
    RouteEtas etas = etas(request, plan);

    assertThatThrownBy(() -> etas.after(new Report("v", 2, plan.routes().get(0).start())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 stops of 'v' cannot be done; its route has 1.");
  }

  @Test
  void unknownVan_isNamed() {
    RouteRequest request =
        TestRequests.request(
            List.of(TestRequests.vehicle("v")), List.of(TestRequests.order("o", "p1")));
    RouteResult plan = plan(request);
    RouteEtas etas = etas(request, plan);

    assertThatThrownBy(() -> etas.after(new Report("w", 0, plan.routes().get(0).start())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'w'");
  }
}

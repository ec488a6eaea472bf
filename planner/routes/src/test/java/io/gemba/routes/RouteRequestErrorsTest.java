package io.gemba.routes;

import static io.gemba.routes.TestRequests.PRICES;
import static io.gemba.routes.TestRequests.SIX;
import static io.gemba.routes.TestRequests.hour;
import static io.gemba.routes.TestRequests.order;
import static io.gemba.routes.TestRequests.request;
import static io.gemba.routes.TestRequests.vehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.Travel.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteRequestErrorsTest {

  @Test
  void goodRequest_hasNone() {
    RouteRequest request = request(List.of(vehicle("v")), List.of(order("o", "p1")));

    assertThat(RouteRequestErrors.list(request)).isEmpty();
  }

  @Test
  void everythingWrong_isSaidAtOnce() {
    RouteRequest request =
        new RouteRequest(
            List.of(new Place("depot", 91, 13), new Place("a", 52, -181), new Place("a", 52, 13)),
            List.of(new Vehicle("v", "moon", hour(5), SIX, -1, 10, PRICES, true)),
            List.of(
                new Order(
                    "o",
                    "nowhere",
                    Window.soft(hour(4), hour(3)),
                    Double.NaN,
                    -2,
                    1,
                    -5,
                    List.of("ghost"),
                    "phantom")),
            new Travel(0.5, 0, null),
            List.of(),
            new Search(0, 0, 1, 0));

    assertThatThrownBy(
            () -> new RoutePlanner().solve(request, RouteProgress.Listener.SILENT, () -> false))
        .isInstanceOf(InvalidRouteRequestException.class)
        .hasMessageContainingAll(
            "latitude (91.0) of place 'depot'",
            "longitude (-181.0) of place 'a'",
            "place 'a' is there twice",
            "depot 'moon' of vehicle 'v'",
            "shiftEnd",
            "boxes (-1.0) of vehicle 'v'",
            "place 'nowhere' of order 'o'",
            "window of order 'o' ends",
            "serviceSeconds (NaN)",
            "boxes (-2.0) of order 'o'",
            "undeliveredCents (-5)",
            "allowedVehicles 'ghost'",
            "pinnedVehicle 'phantom'",
            "detourFactor (0.5)",
            "kilometresPerHour (0.0)",
            "seconds (0.0) of search",
            "threads (0)",
            "iterations (0)")
        .satisfies(
            e -> assertThat(((InvalidRouteRequestException) e).errors()).hasSizeBetween(18, 20));
  }

  @Test
  void matrixOfTheWrongSize_isNamed() {
    RouteRequest good = request(List.of(vehicle("v")), List.of());
    Matrix matrix = new Matrix(List.of(List.of(0.0)), List.of(List.of(-1.0)));

    RouteRequest bad =
        new RouteRequest(
            good.places().subList(0, 1),
            good.vehicles(),
            List.of(),
            Travel.given(new Matrix(List.of(List.of(0.0, 1.0)), matrix.seconds())),
            List.of(),
            good.search());

    assertThat(RouteRequestErrors.list(bad))
        .containsExactly(
            "The matrix of metres must be 1 x 1, one row and column a place.",
            "seconds (-1.0) from 'depot' to 'depot' must be finite and not negative.");
  }

  @Test
  void nothingAtAll_isSaid() {
    RouteRequest empty =
        new RouteRequest(null, null, null, Travel.estimated(1, 50), null, Search.seconds(1, 1));

    assertThat(RouteRequestErrors.list(empty))
        .containsExactly(
            "places are empty. Name at least the depot.", "vehicles are empty. Name at least one.");
  }
}

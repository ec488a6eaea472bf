package io.gemba.routes.check;

import static io.gemba.routes.TestRequests.order;
import static io.gemba.routes.TestRequests.request;
import static io.gemba.routes.TestRequests.vehicle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.routes.RouteCosts;
import io.gemba.routes.RoutePlanner;
import io.gemba.routes.RouteProgress;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Takes a true plan and lies about one thing at a time. */
class RouteCheckerTest {
  private final RouteRequest request =
      request(List.of(vehicle("v")), List.of(order("a", "p1"), order("b", "p2")));
  private final RouteResult result =
      new RoutePlanner().solve(request, RouteProgress.Listener.SILENT, () -> false);
  private final Route route = result.routes().get(0);
  private final Stop first = route.stops().get(0);

  private List<String> mismatches(List<Route> routes, RouteCosts costs) {
    return RouteChecker.mismatches(
        request,
        new RouteResult(
            routes, result.unassigned(), costs, result.baselineCosts(), List.of(), result.run()));
  }

  private List<String> withStops(List<Stop> stops) {
    return mismatches(
        List.of(
            new Route(
                "v", "depot", route.start(), route.end(), route.metres(), route.costs(), stops)),
        result.costs());
  }

  private List<String> withFirst(Stop stop) {
    return withStops(List.of(stop, route.stops().get(1)));
  }

  @Test
  void truePlan_agrees() {
    assertThat(RouteChecker.mismatches(request, result)).isEmpty();
  }

  @Test
  void forgottenOrder_isFound() {
    assertThat(withStops(List.of(first))).anyMatch(text -> text.contains("is nowhere in the plan"));
  }

  @Test
  void orderTwice_isFound() {
    assertThat(withStops(List.of(first, route.stops().get(1), first)))
        .anyMatch(text -> text.contains("served twice"));
  }

  @Test
  void wrongArrival_isFound() {
    Stop early =
        new Stop(
            first.order(),
            first.place(),
            first.arrival().minusSeconds(60),
            first.waitSeconds(),
            first.start(),
            first.departure(),
            first.lateMinutes(),
            first.boxesOnBoard(),
            first.kilogramsOnBoard());

    assertThat(withFirst(early)).singleElement().asString().contains("arrival of");
  }

  @Test
  void wrongLoad_isFound() {
    Stop light =
        new Stop(
            first.order(),
            first.place(),
            first.arrival(),
            first.waitSeconds(),
            first.start(),
            first.departure(),
            first.lateMinutes(),
            first.boxesOnBoard() - 1,
            first.kilogramsOnBoard());

    assertThat(withFirst(light)).singleElement().asString().contains("load of");
  }

  @Test
  void hiddenLateness_isFound() {
    Stop late =
        new Stop(
            first.order(),
            first.place(),
            first.arrival(),
            first.waitSeconds(),
            first.start(),
            first.departure(),
            5,
            first.boxesOnBoard(),
            first.kilogramsOnBoard());

    assertThat(withFirst(late)).singleElement().asString().contains("lateMinutes of");
  }

  @Test
  void cheaperCosts_areFound() {
    RouteCosts cheap = result.costs().plus(new RouteCosts(0, -10, 0, 0, 0));

    assertThat(mismatches(result.routes(), cheap))
        .singleElement()
        .asString()
        .contains("distanceCents of 'the plan'");
  }

  @Test
  void leavingBeforeTheShift_isFound() {
    Route early =
        new Route(
            "v",
            "depot",
            route.start().minusSeconds(3_600),
            route.end(),
            route.metres(),
            route.costs(),
            route.stops());

    assertThat(mismatches(List.of(early), result.costs()))
        .anyMatch(text -> text.startsWith("start of 'v'"));
  }

  @Test
  void overloadAndAbsence_areFound() {
    Vehicle v = vehicle("v");
    Vehicle smallAndAway =
        new Vehicle("v", "depot", v.shiftStart(), v.shiftEnd(), 5, 5, v.prices(), false);
    RouteRequest smaller = request(List.of(smallAndAway), request.orders());

    assertThat(RouteChecker.mismatches(smaller, result))
        .contains(
            "Vehicle 'v' must stay at home.",
            "boxes of 'v' is 20.0, must be at most 5.0.",
            "kilograms of 'v' is 100.0, must be at most 5.0.");
  }
}

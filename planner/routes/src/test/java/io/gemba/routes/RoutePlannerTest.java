package io.gemba.routes;

import static io.gemba.routes.TestRequests.PRICES;
import static io.gemba.routes.TestRequests.SIX;
import static io.gemba.routes.TestRequests.hour;
import static io.gemba.routes.TestRequests.order;
import static io.gemba.routes.TestRequests.request;
import static io.gemba.routes.TestRequests.vehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.message.Json;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.PreviousRoute;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.RouteResult.Reason;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Unassigned;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RoutePlannerTest {
  private final RoutePlanner planner = new RoutePlanner();

  private RouteResult solve(RouteRequest request) {
    return planner.solve(request, RouteProgress.Listener.SILENT, () -> false);
  }

  private static RouteRequest before(RouteRequest request, List<PreviousRoute> previous) {
    return new RouteRequest(
        request.places(),
        request.vehicles(),
        request.orders(),
        request.travel(),
        previous,
        request.search());
  }

  private static Order hard(String id, String place, double from, double to) {
    return new Order(
        id, place, Window.hard(hour(from), hour(to)), 600, 10, 50, 20_000, List.of(), null);
  }

  @Test
  void shiftThatBeginsBetweenTwoMilliseconds_isPlannedFromTheSecond() {
    Vehicle v = vehicle("v");
    Vehicle late =
        new Vehicle(
            v.id(),
            v.depot(),
            SIX.plusNanos(581_384_751),
            v.shiftEnd().minusNanos(1),
            v.boxes(),
            v.kilograms(),
            v.prices(),
            true);

    RouteResult result = solve(request(List.of(late), List.of(order("o", "p1"))));

    assertThat(result.routes()).hasSize(1);
    assertThat(late.shiftStart()).isEqualTo(SIX.plusMillis(582));
    assertThat(late.shiftEnd()).isEqualTo(v.shiftEnd());
  }

  @Test
  void windowThatIsOneInstantBetweenTwoMilliseconds_isStillOne() {
    Window window = Window.soft(SIX.plusNanos(1), SIX.plusNanos(1));

    assertThat(window).isEqualTo(Window.soft(SIX.plusMillis(1), SIX.plusMillis(1)));
  }

  /** p1 is 11.12 km north: at 60 km/h 11.12 minutes each way. */
  @Test
  void oneOrder_isTimedAndPriced() {
    RouteRequest request = request(List.of(vehicle("v")), List.of(order("o", "p1")));

    RouteResult result = solve(request);

    Stop stop = result.routes().get(0).stops().get(0);
    double kilometres = 2 * 6_371.0088 * Math.toRadians(0.1);
    assertThat(result.metres()).isCloseTo(kilometres * 1000, within(1.0));
    assertThat(stop.arrival()).isBetween(SIX.plusSeconds(667), SIX.plusSeconds(668));
    assertThat(stop.departure()).isEqualTo(stop.start().plusSeconds(600));
    assertThat(stop.boxesOnBoard()).isEqualTo(10);
    assertThat(result.costs())
        .isEqualTo(
            new RouteCosts(
                5_000,
                Math.round(kilometres * 60),
                Math.round((kilometres / 60 + 1 / 6.0) * 3_000),
                0,
                0));
  }

  @Test
  void vehicle_leavesAsLateAsMakesNothingLater() {
    RouteRequest request = request(List.of(vehicle("v")), List.of(hard("o", "p1", 3, 4)));

    RouteResult result = solve(request);

    Stop stop = result.routes().get(0).stops().get(0);
    assertThat(stop.start()).isEqualTo(hour(3));
    assertThat(stop.waitSeconds()).isZero();
    assertThat(result.routes().get(0).start()).isAfter(hour(2.8));
  }

  @Test
  void lateOrder_costsItsMinutes() {
    Order late =
        new Order("o", "p5", new Window(SIX, SIX, false, 7L), 0, 1, 1, 90_000, List.of(), null);

    RouteResult result = solve(request(List.of(vehicle("v")), List.of(late)));

    Stop stop = result.routes().get(0).stops().get(0);
    assertThat(stop.lateMinutes()).isCloseTo(55.6, within(0.1));
    assertThat(result.costs().latenessCents()).isEqualTo(Math.round(stop.lateMinutes() * 7));
  }

  @Test
  void tooMuchLoad_isUnassignedForCapacity() {
    Order big =
        new Order("big", "p1", Window.soft(SIX, hour(8)), 600, 101, 50, 20_000, List.of(), null);

    RouteResult result = solve(request(List.of(vehicle("v")), List.of(big)));

    assertThat(result.unassigned())
        .singleElement()
        .returns(Reason.CAPACITY, Unassigned::reason)
        .returns("v", Unassigned::vehicle)
        .extracting(Unassigned::detail)
        .asString()
        .contains("101.0 of 100.0 boxes");
    assertThat(result.costs()).isEqualTo(new RouteCosts(0, 0, 0, 0, 20_000));
  }

  @Test
  void shortShift_isNamedAsTheReason() {
    Vehicle brief = new Vehicle("v", "depot", SIX, hour(0.5), 100, 1_000, PRICES, true);

    RouteResult result = solve(request(List.of(brief), List.of(order("far", "p5"))));

    assertThat(result.unassigned()).singleElement().returns(Reason.SHIFT_END, Unassigned::reason);
  }

  @Test
  void hardWindowBeforeArrival_isNamedAsTheReason() {
    RouteResult result = solve(request(List.of(vehicle("v")), List.of(hard("o", "p5", 0, 0.1))));

    assertThat(result.unassigned()).singleElement().returns(Reason.WINDOW, Unassigned::reason);
  }

  @Test
  void hardWindowBeforeTheFirstShift_isNamedAsTheReason() {
    RouteResult result =
        solve(
            request(
                List.of(vehicle("v")), List.of(hard("past", "depot", -3, -2), order("o", "p1"))));

    assertThat(result.unassigned())
        .singleElement()
        .returns("past", Unassigned::order)
        .returns(Reason.WINDOW, Unassigned::reason);
    assertThat(result.routes())
        .singleElement()
        .satisfies(route -> assertThat(route.stops()).extracting(Stop::order).containsExactly("o"));
  }

  @Test
  void pinToAFullVehicle_namesTheRuleOfTheOther() {
    Order pinned =
        new Order("o", "p1", Window.soft(SIX, hour(8)), 600, 60, 50, 20_000, List.of(), "small");
    Vehicle small = new Vehicle("small", "depot", SIX, hour(10), 50, 1_000, PRICES, true);

    RouteResult result = solve(request(List.of(small, vehicle("big")), List.of(pinned)));

    assertThat(result.unassigned())
        .singleElement()
        .returns(
            true, open -> List.of(Reason.VEHICLE_RULE, Reason.CAPACITY).contains(open.reason()));
  }

  @Test
  void pinToAVehicleAtHome_namesNone() {
    Order pinned =
        new Order("o", "p1", Window.soft(SIX, hour(8)), 600, 1, 1, 100, List.of(), "away");
    Vehicle away = new Vehicle("away", "depot", SIX, hour(10), 50, 1_000, PRICES, false);

    RouteResult result = solve(request(List.of(away), List.of(pinned)));

    assertThat(result.unassigned()).singleElement().returns(Reason.NO_VEHICLE, Unassigned::reason);
    assertThat(result.routes()).isEmpty();
  }

  @Test
  void pinnedOrders_goWithTheirVehicle() {
    List<Order> orders = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      orders.add(
          new Order(
              "o" + i,
              "p" + i,
              Window.soft(SIX, hour(8)),
              60,
              1,
              1,
              50_000,
              List.of(),
              i % 2 == 0 ? "even" : "odd"));
    }

    RouteResult result = solve(request(List.of(vehicle("odd"), vehicle("even")), orders));

    assertThat(result.routes())
        .filteredOn(route -> route.vehicle().equals("even"))
        .singleElement()
        .satisfies(
            route -> assertThat(route.stops()).extracting(Stop::order).containsOnly("o2", "o4"));
    assertThat(result.unassigned()).isEmpty();
  }

  @Test
  void previousPlan_isKeptWhenNothingIsBetter() {
    List<Order> orders = List.of(order("a", "p1"), order("b", "p2"));
    RouteRequest request = request(List.of(vehicle("v1"), vehicle("v2")), orders);
    RouteResult first = solve(request);
    String vehicle = first.routes().get(0).vehicle();
    PreviousRoute route = new PreviousRoute(vehicle, List.of("a", "gone", "b"));

    RouteResult second =
        solve(before(request, List.of(route, new PreviousRoute("sold", List.of()))));

    assertThat(second.costs()).isEqualTo(first.costs());
    assertThat(second.moved()).isEmpty();
  }

  @Test
  void previousPlan_isPricedAsFarAsItFits() {
    List<Order> orders = List.of(order("a", "p1"), order("b", "p2"), order("new", "p1"));
    RouteRequest request = request(List.of(vehicle("v1"), vehicle("v2")), orders);
    List<PreviousRoute> old =
        List.of(new PreviousRoute("v1", List.of("b")), new PreviousRoute("v2", List.of("a")));

    RouteResult result = solve(before(request, old));

    RouteCosts before = java.util.Objects.requireNonNull(result.previousCosts());
    assertThat(before.fixedCents()).isEqualTo(2 * PRICES.fixedCents());
    assertThat(before.undeliveredCents()).isEqualTo(20_000);
    assertThat(result.costs().totalCents()).isLessThan(before.totalCents());
    assertThat(solve(request).previousCosts()).isNull();
  }

  @Test
  void ordersOnAnotherVehicleThanBefore_areMoved() {
    RouteRequest request = request(List.of(vehicle("v1")), List.of(order("a", "p1")));

    RouteResult result = solve(before(request, List.of(new PreviousRoute("sold", List.of("a")))));

    assertThat(result.moved()).containsExactly("a");
  }

  @Test
  void cancelledSearch_returnsAtOnceWithAPlan() {
    RouteRequest request = TestRequests.random(5, 300, 30, Search.seconds(120, 1));
    AtomicBoolean cancel = new AtomicBoolean();
    List<RouteProgress> heard = new ArrayList<>();
    long[] cancelledAt = new long[1];

    RouteResult result =
        planner.solve(
            request,
            progress -> {
              heard.add(progress);
              cancel.set(true);
              cancelledAt[0] = System.nanoTime();
            },
            cancel::get);

    assertThat(result.run().cancelled()).isTrue();
    assertThat(result.run().millis()).isLessThan(60_000);
    assertThat(heard).isNotEmpty().isEqualTo(result.run().trace());
    assertThat(cancelledAt[0]).isPositive();
  }

  @Test
  void twoThreads_planAsWell() {
    RouteRequest request = TestRequests.random(7, 40, 6, new Search(30, 2_000, 7, 2));

    RouteResult result = solve(request);

    assertThat(result.run().solver()).isEqualTo("string removal");
    assertThat(result.costs().totalCents())
        .isLessThanOrEqualTo(result.baselineCosts().totalCents());
  }

  @Test
  void noOrders_needNoVehicle() {
    RouteResult result = solve(request(List.of(vehicle("v")), List.of()));

    assertThat(result.routes()).isEmpty();
    assertThat(result.costs().totalCents()).isZero();
  }

  @Test
  void requestAndResult_surviveJson() throws IOException {
    RouteRequest request = TestRequests.random(2, 8, 2, new Search(10, 10, 2, 1));

    RouteRequest read = Json.read(Json.write(request), RouteRequest.class);
    RouteResult result = solve(read);

    assertThat(read).isEqualTo(request);
    assertThat(Json.read(Json.write(result), RouteResult.class)).isEqualTo(result);
  }
}

package io.gemba.routes;

import static io.gemba.routes.TestRequests.SIX;
import static io.gemba.routes.TestRequests.hour;
import static io.gemba.routes.TestRequests.order;
import static io.gemba.routes.TestRequests.request;
import static io.gemba.routes.TestRequests.vehicle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.routes.Duty.Break;
import io.gemba.routes.Duty.Home;
import io.gemba.routes.Duty.Limits;
import io.gemba.routes.Duty.Reloads;
import io.gemba.routes.Duty.Underway;
import io.gemba.routes.Needs.Pickup;
import io.gemba.routes.Needs.Span;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.PreviousRoute;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Reason;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Unassigned;
import io.gemba.routes.RouteResult.Visit;
import io.gemba.routes.check.RouteChecker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Each duty and need alone: what the plan makes of it, and that the checker sees it broken. */
class DutiesAndNeedsTest {
  private static RouteResult plan(RouteRequest request) {
    return new RoutePlanner().solve(request, RouteProgress.Listener.SILENT, () -> false);
  }

  private static Vehicle with(List<Break> breaks) {
    return vehicle("v").withDuty(new Duty(null, breaks, null, null, List.of(), null));
  }

  private static Vehicle with(Limits limits) {
    return vehicle("v").withDuty(new Duty(null, List.of(), null, limits, List.of(), null));
  }

  private static Vehicle underway(Instant free, String... committed) {
    Underway underway = new Underway("p3", free, List.of(committed));
    return vehicle("v").withDuty(new Duty(null, List.of(), null, null, List.of(), underway));
  }

  private static Order at(String id, String place, Window window) {
    return new Order(id, place, window, 600, 10, 50, 900_000, List.of(), null);
  }

  private static List<String> stops(Route route) {
    return route.stops().stream().map(Stop::order).toList();
  }

  private static List<String> without(RouteRequest request, RouteResult result, Halt.Kind kind) {
    List<Route> routes = new ArrayList<>();
    for (Route route : result.routes()) {
      routes.add(
          new Route(
              route.vehicle(),
              route.depot(),
              route.start(),
              route.end(),
              route.metres(),
              route.costs(),
              route.stops(),
              route.halts().stream().filter(halt -> halt.kind() != kind).toList()));
    }
    return RouteChecker.mismatches(
        request,
        new RouteResult(
            routes,
            result.unassigned(),
            result.costs(),
            result.baselineCosts(),
            result.moved(),
            result.run()));
  }

  @Test
  void breakInTheMiddle_isTakenInItsWindowAndPaid() {
    Order early = at("early", "p1", Window.hard(hour(1), hour(1)));
    Order late = at("late", "p2", Window.hard(hour(3), hour(3.2)));
    Break noon = new Break(hour(2), hour(2.5), 1_800);
    RouteRequest request = request(List.of(with(List.of(noon))), List.of(early, late));

    RouteResult result = plan(request);

    Halt halt = result.routes().get(0).halts().get(0);
    assertThat(halt.kind()).isEqualTo(Halt.Kind.BREAK);
    assertThat(halt.start()).isBetween(hour(2), hour(2.5));
    assertThat(Duration.between(halt.start(), halt.end())).hasMinutes(30);
    assertThat(result.routes().get(0).stops().get(1).start()).isEqualTo(hour(3));
    assertThat(without(request, result, Halt.Kind.BREAK))
        .anyMatch(text -> text.startsWith("break of 'v' is missing"));
  }

  @Test
  void breakAfterTheTour_isNotDue() {
    Order only = at("only", "p1", Window.hard(hour(1), hour(1.5)));
    Break evening = new Break(hour(4), hour(5), 1_800);

    RouteResult result = plan(request(List.of(with(List.of(evening))), List.of(only)));

    assertThat(result.routes().get(0).halts()).isEmpty();
  }

  @Test
  void breakBeforeTheTour_doesNotMakeItLeaveEarlier() {
    Order only = at("only", "p1", Window.hard(hour(5), hour(5)));
    Break morning = new Break(hour(1), hour(2), 1_800);

    RouteResult result = plan(request(List.of(with(List.of(morning))), List.of(only)));

    assertThat(result.routes().get(0).halts()).isEmpty();
    assertThat(result.routes().get(0).start()).isAfter(hour(4.5));
  }

  @Test
  void moreThanFits_isFetchedByAReload() {
    Vehicle van =
        vehicle("v")
            .withDuty(new Duty(null, List.of(), new Reloads(1, 900), null, List.of(), null));
    List<Order> orders = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      orders.add(
          new Order(
              "o" + i, "p" + i, Window.soft(SIX, hour(9)), 60, 40, 0, 900_000, List.of(), null));
    }
    RouteRequest request = request(List.of(van), orders);

    RouteResult result = plan(request);

    assertThat(result.unassigned()).isEmpty();
    assertThat(result.routes().get(0).halts())
        .singleElement()
        .returns(Halt.Kind.RELOAD, Halt::kind)
        .returns("depot", Halt::place);
    assertThat(without(request, result, Halt.Kind.RELOAD))
        .anyMatch(text -> text.startsWith("boxes of 'v'"));
  }

  @Test
  void pair_isFetchedBeforeItIsBrought() {
    Pickup pickup = new Pickup("p4", Window.hard(SIX, hour(8)), 300);
    Order pair =
        order("pair", "p1").withNeeds(new Needs(List.of(), List.of(), List.of(), pickup, false));
    Order full = new Order("full", "p2", Window.soft(SIX, hour(8)), 60, 95, 0, 90_000, null, null);

    RouteResult result = plan(request(List.of(vehicle("v")), List.of(pair, full)));

    Route route = result.routes().get(0);
    assertThat(stops(route)).containsExactly("full", "pair", "pair");
    assertThat(route.stops().stream().map(Stop::visit))
        .containsExactly(Visit.DELIVERY, Visit.PICKUP, Visit.DELIVERY);
    assertThat(route.stops().get(1).place()).isEqualTo("p4");
    assertThat(route.stops().get(2).boxesOnBoard()).isEqualTo(10);
  }

  @Test
  void collectedGoods_takeTheRoomThatDeliveriesLeave() {
    Order brought = new Order("a", "p1", Window.soft(SIX, hour(8)), 60, 90, 0, 900_000, null, null);
    Order fetched =
        new Order("b", "p2", Window.soft(SIX, hour(8)), 60, 90, 0, 900_000, null, null)
            .withNeeds(new Needs(List.of(), List.of(), List.of(), null, true));

    RouteResult result = plan(request(List.of(vehicle("v")), List.of(fetched, brought)));

    assertThat(result.routes()).hasSize(1);
    assertThat(stops(result.routes().get(0))).containsExactly("a", "b");
  }

  @Test
  void secondWindow_isWaitedForWhenTheFirstIsMissed() {
    Needs later = new Needs(List.of(new Span(hour(2), hour(3))), List.of(), List.of(), null, false);
    Order order = at("o", "p5", Window.hard(SIX, hour(0.1))).withNeeds(later);

    RouteResult result = plan(request(List.of(vehicle("v")), List.of(order)));

    assertThat(result.routes().get(0).stops().get(0).start()).isEqualTo(hour(2));
    assertThat(result.routes().get(0).stops().get(0).lateMinutes()).isZero();
  }

  @Test
  void openEnd_savesTheWayBack() {
    Vehicle open =
        vehicle("v").withDuty(new Duty(new Home(null), List.of(), null, null, List.of(), null));

    RouteResult there = plan(request(List.of(open), List.of(order("o", "p5"))));
    RouteResult back = plan(request(List.of(vehicle("v")), List.of(order("o", "p5"))));

    assertThat(there.metres() * 2).isEqualTo(back.metres());
  }

  @Test
  void limits_keepOrdersOutAndAreNamed() {
    List<Order> orders = List.of(order("a", "p1"), order("b", "p2"));
    for (Limits limits :
        List.of(
            new Limits(23_000.0, null, null),
            new Limits(null, 2_400.0, null),
            new Limits(null, null, 1))) {
      RouteResult result = plan(request(List.of(with(limits)), orders));

      assertThat(result.unassigned())
          .as("%s", limits)
          .singleElement()
          .returns(Reason.LIMIT, Unassigned::reason)
          .returns("v", Unassigned::vehicle);
    }
  }

  @Test
  void skillAndForbiddenVehicle_chooseTheVan() {
    Vehicle skilled =
        vehicle("w").withDuty(new Duty(null, List.of(), null, null, List.of("lift"), null));
    Order lifted =
        order("a", "p1").withNeeds(new Needs(List.of(), List.of("lift"), List.of(), null, false));
    Order refused =
        order("b", "p2").withNeeds(new Needs(List.of(), List.of(), List.of("w"), null, false));

    RouteResult result = plan(request(List.of(vehicle("v"), skilled), List.of(lifted, refused)));

    assertThat(result.routes().stream().filter(r -> r.vehicle().equals("w")).map(r -> stops(r)))
        .containsExactly(List.of("a"));
    assertThat(result.routes().stream().filter(r -> r.vehicle().equals("v")).map(r -> stops(r)))
        .containsExactly(List.of("b"));
  }

  @Test
  void underway_servesWhatItIsCommittedToFirstThoughLate() {
    Order missed = at("missed", "p4", Window.hard(SIX, hour(1)));
    Order other = at("other", "p5", Window.hard(SIX, hour(9)));
    RouteRequest request = request(List.of(underway(hour(2), "missed")), List.of(other, missed));

    RouteResult result = plan(request);

    Route route = result.routes().get(0);
    assertThat(stops(route)).containsExactly("missed", "other");
    assertThat(route.start()).isEqualTo(hour(2));
    assertThat(route.stops().get(0).lateMinutes()).isGreaterThan(60);
    assertThat(result.costs().latenessCents()).isPositive();
  }

  @Test
  void underwayWithNothingToDo_onlyGoesHome() {
    RouteRequest request = request(List.of(underway(hour(2))), List.of());

    Route route = plan(request).routes().get(0);

    assertThat(route.stops()).isEmpty();
    assertThat(route.metres()).isBetween(33_000.0, 34_000.0);
  }

  @Test
  void underwayTooLateForItsShift_isPlannedHomeWithoutMore() {
    RouteRequest request =
        request(
            List.of(underway(hour(9.9), "a")),
            List.of(at("a", "p4", Window.soft(SIX, hour(1))), order("b", "p5")));

    RouteResult result = plan(request);

    assertThat(stops(result.routes().get(0))).containsExactly("a");
    assertThat(result.routes().get(0).end()).isAfter(hour(10));
    assertThat(result.unassigned())
        .singleElement(InstanceOfAssertFactories.type(Unassigned.class))
        .returns(Reason.SHIFT_END, Unassigned::reason);
  }

  @Test
  void priceOfAMove_keepsAnOrderWhereItWas() {
    Vehicle dear =
        new Vehicle(
            "dear",
            "depot",
            SIX,
            hour(10),
            100,
            1_000,
            new RouteRequest.Prices(5_400, 60, 3_000, 50),
            true);
    List<PreviousRoute> before = List.of(new PreviousRoute("dear", List.of("o")));
    RouteRequest plain = request(List.of(vehicle("v"), dear), List.of(order("o", "p1")));

    RouteResult free = plan(moving(plain, before, 300));
    RouteResult kept = plan(moving(plain, before, 500));

    assertThat(free.routes().get(0).vehicle()).isEqualTo("v");
    assertThat(free.costs().movedCents()).isEqualTo(300);
    assertThat(kept.routes().get(0).vehicle()).isEqualTo("dear");
    assertThat(kept.costs().movedCents()).isZero();
  }

  private static RouteRequest moving(
      RouteRequest request, List<PreviousRoute> before, long centsPerMovedOrder) {
    return new RouteRequest(
        request.places(),
        request.vehicles(),
        request.orders(),
        request.travel(),
        before,
        centsPerMovedOrder,
        request.search());
  }

  @Test
  void everythingWrong_isNamedAtOnce() {
    Duty duty =
        new Duty(
            new Home("moon"),
            List.of(new Break(hour(3), hour(2), 0)),
            new Reloads(0, -1),
            new Limits(-1.0, null, 0),
            List.of(),
            new Underway("sun", SIX, List.of("nobody", "pair")));
    Needs needs =
        new Needs(
            List.of(new Span(SIX, SIX)),
            List.of("magic"),
            List.of("ghost"),
            new Pickup("mars", Window.hard(hour(2), hour(1)), -1),
            true);
    RouteRequest request =
        request(
            List.of(vehicle("v").withDuty(duty)), List.of(order("pair", "p1").withNeeds(needs)));

    assertThat(String.join("\n", RouteRequestErrors.list(moving(request, List.of(), -1))))
        .contains(
            "home 'moon'",
            "seconds of a break (0.0)",
            "at the latest",
            "most reloads (0.0)",
            "seconds of reloads (-1.0)",
            "limit of metres (-1.0)",
            "limit of stops (0)",
            "underway 'sun'",
            "committed 'nobody'",
            "order 'pair' is committed to vehicle 'v' 1 times, must be 2",
            "otherWindows of order 'pair'",
            "skill 'magic'",
            "forbiddenVehicles 'ghost'",
            "pickup 'mars'",
            "The pickup of order 'pair' ends",
            "has a pickup and is collected",
            "centsPerMovedOrder (-1)");
  }
}

package io.gemba.routes;

import static io.gemba.routes.TestRequests.SIX;
import static io.gemba.routes.TestRequests.hour;
import static io.gemba.routes.TestRequests.order;
import static io.gemba.routes.TestRequests.request;
import static io.gemba.routes.TestRequests.vehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.message.Json;
import io.gemba.routes.RouteRequest.Balance;
import io.gemba.routes.RouteRequest.Measure;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.RouteResult.Reason;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Unassigned;
import io.gemba.routes.Travel.Period;
import io.gemba.routes.Travel.Profile;
import io.gemba.routes.Travel.Traffic;
import io.gemba.routes.check.RouteChecker;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Traffic, profiles, named loads and even work, each alone, and the checker that sees them. */
class RoadsAndLoadsTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static RouteResult plan(RouteRequest request) {
    return new RoutePlanner().solve(request, RouteProgress.Listener.SILENT, () -> false);
  }

  private static RouteRequest on(Travel travel, RouteRequest request) {
    return new RouteRequest(
        request.places(),
        request.vehicles(),
        request.orders(),
        travel,
        request.previous(),
        request.centsPerMovedOrder(),
        request.balance(),
        request.search());
  }

  private static Traffic jam(double factor) {
    return new Traffic(UTC, List.of(new Period(LocalTime.of(6, 0), LocalTime.of(9, 0), factor)));
  }

  private static Order pallets(String id, double pallets) {
    Order order = order(id, "p1");
    return order.withNeeds(order.needs().withLoads(Map.of("pallets", pallets)));
  }

  private static Vehicle carrying(String id, double pallets) {
    Vehicle van = vehicle(id);
    return van.withDuty(van.duty().withCapacities(Map.of("pallets", pallets)));
  }

  private static Vehicle underway(String id, String place) {
    Duty duty = new Duty(new Duty.Home(place), List.of(), null, null, List.of(), null);
    return vehicle(id).withDuty(duty.withUnderway(new Duty.Underway(place, SIX, List.of())));
  }

  @Test
  void jam_takesTwiceTheTime() {
    Order early =
        new Order("o", "p1", Window.hard(hour(1), hour(1)), 600, 10, 50, 900_000, List.of(), null);
    RouteRequest free = request(List.of(vehicle("v")), List.of(early));
    RouteRequest jammed = on(free.travel().withTraffic(jam(0.5)), free);

    Duration before = Duration.between(plan(free).routes().get(0).start(), hour(1));
    RouteResult result = plan(jammed);

    assertThat(Duration.between(result.routes().get(0).start(), hour(1)).toMillis())
        .isCloseTo(2 * before.toMillis(), within(2L));
    assertThat(RouteChecker.mismatches(jammed, result)).isEmpty();
    assertThat(RouteChecker.mismatches(free, result)).isNotEmpty();
  }

  @Test
  void wayBackAfterTheJam_isDrivenFast() {
    Order late =
        new Order(
            "o", "p3", Window.hard(hour(2.9), hour(2.9)), 600, 10, 50, 900_000, List.of(), null);
    RouteRequest free = request(List.of(vehicle("v")), List.of(late));
    RouteRequest jammed = on(free.travel().withTraffic(jam(0.5)), free);

    RouteResult result = plan(jammed);

    assertThat(result.routes().get(0).end()).isEqualTo(plan(free).routes().get(0).end());
  }

  @Test
  void vehiclesOfAProfile_haveWaysOfTheirOwn() {
    Vehicle bicycle = vehicle("v");
    RouteRequest base = request(List.of(bicycle), List.of(order("o", "p1")));
    RouteRequest slow =
        new RouteRequest(
            base.places(),
            List.of(bicycle.withDuty(bicycle.duty().withProfile("bicycle"))),
            base.orders(),
            base.travel().withProfiles(List.of(new Profile("bicycle", 15, null))),
            List.of(),
            base.search());

    RouteResult result = plan(slow);

    Stop stop = result.routes().get(0).stops().get(0);
    Duration way = Duration.between(result.routes().get(0).start(), stop.arrival());
    assertThat(way.toSeconds() / 60.0).isCloseTo(11.12 * 4, within(0.1));
    assertThat(RouteChecker.mismatches(base, result)).anyMatch(text -> text.contains("arrival"));
  }

  @Test
  void palletsBeyondTheCapacity_stayOut() {
    RouteRequest request =
        request(List.of(carrying("v", 4)), List.of(pallets("a", 3), pallets("b", 2)));

    RouteResult result = plan(request);

    Unassigned open = result.unassigned().get(0);
    assertThat(open.reason()).isEqualTo(Reason.CAPACITY);
    assertThat(open.detail()).contains("5.0 of 4.0 pallets");
    assertThat(result.routes().get(0).stops().get(0).loadsOnBoard()).containsKey("pallets");
    RouteRequest less =
        request(List.of(carrying("v", 1)), List.of(pallets("a", 3), pallets("b", 2)));
    assertThat(RouteChecker.mismatches(less, result))
        .anyMatch(text -> text.startsWith("pallets of 'v'"));
  }

  @Test
  void vehicleThatNamesNoPallets_carriesNone() {
    RouteRequest request =
        request(List.of(vehicle("none"), carrying("some", 9)), List.of(pallets("a", 1)));

    assertThat(plan(request).routes().get(0).vehicle()).isEqualTo("some");
  }

  @Test
  void priceOfUnevenStops_sharesThemOut() {
    List<Order> orders =
        List.of(order("a", "p1"), order("b", "p1"), order("c", "p2"), order("d", "p2"));
    RouteRequest request = request(List.of(underway("v", "depot"), underway("w", "p5")), orders);
    RouteRequest even = request.withBalance(new Balance(Measure.STOPS, 20_000));

    RouteResult alone = plan(request);
    RouteResult shared = plan(even);

    assertThat(alone.routes()).extracting(route -> route.stops().size()).containsExactly(4, 0);
    assertThat(shared.routes()).extracting(route -> route.stops().size()).containsExactly(2, 2);
    assertThat(shared.costs().balanceCents()).isZero();
    assertThat(RouteChecker.mismatches(even, alone))
        .anyMatch(text -> text.contains("balanceCents of 'the plan' is 0, must be 40000"));
  }

  @Test
  void wrongRoadsAndLoads_areSaidAtOnce() {
    Vehicle van =
        vehicle("v").withDuty(Duty.NONE.withCapacities(Map.of("pallets", -1.0)).withProfile("ox"));
    RouteRequest base = request(List.of(van), List.of(pallets("a", -2)));
    Order strange = order("b", "p1").withNeeds(Needs.NONE.withLoads(Map.of("crates", 1.0)));
    Traffic traffic =
        new Traffic(
            UTC,
            List.of(
                new Period(LocalTime.of(9, 0), LocalTime.of(8, 0), 0),
                new Period(LocalTime.of(7, 0), LocalTime.of(8, 0), 1)));
    Travel travel =
        base.travel()
            .withTraffic(traffic)
            .withProfiles(
                List.of(
                    new Profile("car", 0, null),
                    new Profile("car", 1, new Travel.Matrix(List.of(), List.of()))));

    List<String> errors =
        RouteRequestErrors.list(
            on(travel, base.withOrders(List.of(base.orders().get(0), strange)))
                .withBalance(new Balance(Measure.HOURS, -1)));

    assertThat(String.join("\n", errors))
        .contains(
            "capacity 'pallets' (-1.0) of vehicle 'v'",
            "load 'pallets' (-2.0) of order 'a'",
            "load 'crates' of order 'b'",
            "centsPerUnit (-1) of balance",
            "profile 'car' is there twice",
            "kilometresPerHour (0.0) of profile 'car'",
            "The matrix of metres of profile 'car' must be 6 x 6",
            "profile 'ox' of vehicle 'v'",
            "traffic from 09:00 ends at 08:00",
            "speedFactor (0.0)",
            "traffic from 07:00 begins before");
  }

  @Test
  void everythingAtOnce_survivesJson() throws IOException {
    RouteRequest request =
        TestRequests.rich(5, 12, 3, new RouteRequest.Search(20, 50, 5, 1))
            .withBalance(new Balance(Measure.HOURS, 900));
    RouteRequest jammed = on(request.travel().withTraffic(TestRequests.rushHours(0.5)), request);
    RouteResult result = plan(jammed);

    assertThat(Json.read(Json.write(jammed), RouteRequest.class)).isEqualTo(jammed);
    assertThat(Json.read(Json.write(result), RouteResult.class)).isEqualTo(result);
  }
}

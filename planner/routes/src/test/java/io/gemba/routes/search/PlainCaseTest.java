package io.gemba.routes.search;

import static io.gemba.routes.TestRequests.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.routes.Duty;
import io.gemba.routes.RoutePlanner;
import io.gemba.routes.RouteProgress;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Balance;
import io.gemba.routes.RouteRequest.Measure;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.PreviousRoute;
import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.RouteResult;
import io.gemba.routes.TestRequests;
import io.gemba.routes.engine.PlainPlan;
import io.gemba.routes.engine.PlainProblem;
import io.gemba.routes.engine.PlainSearch;
import io.gemba.routes.engine.SearchLimit;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the plain engine may be given, and those that it may not. */
class PlainCaseTest {
  private static final Search EFFORT = new Search(30, 2_000, 1, 1);

  private static Vehicle van(int number, long centsPerHour) {
    Prices prices = new Prices(4_000, 70, centsPerHour, 0);
    return new Vehicle("v" + number, "depot", hour(0), hour(9), 60, 5_000, prices, true, Duty.NONE);
  }

  /** Equal vans, hard windows; only boxes can be too many. */
  private static RouteRequest plain(long seed, long centsPerHour) {
    Random random = new Random(seed);
    RouteRequest base = TestRequests.random(seed, 30, 1, EFFORT);
    List<Vehicle> vans = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      vans.add(van(i, centsPerHour));
    }
    List<Order> orders =
        base.orders().stream()
            .map(
                order -> {
                  double opens = random.nextInt(8) / 2.0;
                  return new Order(
                      order.id(),
                      order.place(),
                      Window.hard(hour(opens), hour(opens + 2 + random.nextInt(3))),
                      order.serviceSeconds(),
                      order.boxes(),
                      order.kilograms(),
                      900_000,
                      List.of(),
                      null);
                })
            .toList();
    return new RouteRequest(base.places(), vans, orders, base.travel(), List.of(), EFFORT);
  }

  private static Optional<PlainCase> find(RouteRequest request) {
    return PlainCase.find(new RouteModel(request));
  }

  private static RouteRequest with(RouteRequest request, Vehicle first) {
    List<Vehicle> vans = new ArrayList<>(request.vehicles());
    vans.set(0, first);
    return new RouteRequest(
        request.places(), vans, request.orders(), request.travel(), List.of(), EFFORT);
  }

  private static RouteRequest with(RouteRequest request, Order first) {
    List<Order> orders = new ArrayList<>(request.orders());
    orders.set(0, first);
    return request.withOrders(orders);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void enginesPlan_keepsTheModelsRulesAndCostsWhatTheEngineSays(long seed) {
    RouteModel model = new RouteModel(plain(seed, 0));
    PlainCase plain = PlainCase.find(model).orElseThrow();
    PlainProblem problem = plain.problem(500_000);
    SearchLimit limit = new SearchLimit(System.nanoTime(), 30, 2_000, () -> false);

    PlainPlan plan =
        new PlainSearch(problem, new PlainSearch.Effort(1, seed), limit, found -> {}).run(null);
    Tours tours = plain.tours(plan.routes());

    assertThat(plain.isExact()).isTrue();
    assertThat(plan.absent()).isZero();
    assertThat(tours.feasible()).isTrue();
    assertThat(tours.unassigned()).isEmpty();
    assertThat(tours.cents()).isCloseTo(plan.length() / 100.0, within(0.5));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void planner_isNotDearerThanWithoutTheEngineAndRepeatsItself(long seed) {
    RouteRequest request = plain(seed, 2_000);
    RouteRequest notPlain =
        new RouteRequest(
            request.places(),
            request.vehicles(),
            request.orders(),
            request.travel(),
            List.of(new PreviousRoute("nobody", List.of())),
            EFFORT);
    RoutePlanner planner = new RoutePlanner();

    RouteResult first = planner.solve(request, RouteProgress.Listener.SILENT, () -> false);
    RouteResult again = planner.solve(request, RouteProgress.Listener.SILENT, () -> false);
    RouteResult without = planner.solve(notPlain, RouteProgress.Listener.SILENT, () -> false);

    assertThat(again.routes()).isEqualTo(first.routes());
    assertThat(first.costs().totalCents()).isLessThan(without.costs().totalCents() * 102 / 100);
  }

  @Test
  void anythingTheEngineDoesNotKnow_isNotPlain() {
    RouteRequest request = plain(1, 0);
    Vehicle van = request.vehicles().get(0);
    Order order = request.orders().get(0);
    Order soft =
        new Order(
            order.id(),
            order.place(),
            Window.soft(hour(1), hour(2)),
            600,
            1,
            1,
            900_000,
            List.of(),
            null);
    Order bound =
        new Order(
            order.id(), order.place(), order.window(), 600, 1, 1, 900_000, List.of("v1"), null);
    Order heavy =
        new Order(
            order.id(), order.place(), order.window(), 600, 1, 5_001, 900_000, List.of(), null);

    assertThat(find(request)).isPresent();
    assertThat(find(with(request, soft))).isEmpty();
    assertThat(find(with(request, bound))).isEmpty();
    assertThat(find(with(request, heavy))).isEmpty();
    assertThat(find(with(request, van(0, 100)))).isEmpty();
    assertThat(
            find(
                with(
                    request,
                    van.withDuty(
                        new Duty(
                            null,
                            List.of(new Duty.Break(hour(3), hour(4), 600)),
                            null,
                            null,
                            List.of(),
                            null)))))
        .isEmpty();
    assertThat(find(request.withBalance(new Balance(Measure.STOPS, 5)))).isEmpty();
  }
}

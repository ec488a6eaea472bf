package io.gemba.planner.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.Order;
import io.gemba.message.ResourceChange;
import io.gemba.planner.TestSite;
import io.gemba.planner.resources.Absences;
import io.gemba.planner.store.VanReport;
import io.gemba.routes.Duty;
import io.gemba.routes.Duty.Underway;
import io.gemba.routes.RoutePlanner;
import io.gemba.routes.RouteProgress;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.check.RouteChecker;
import io.gemba.routes.model.TravelMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A day that has begun: what is done, where vans go on, and that nothing is lost or paid twice. */
class RouteCutTest {
  private final TravelMemory memory = new TravelMemory();
  private final List<Order> orders =
      List.of(
          TestSite.order("o1", "north", TestSite.TODAY),
          TestSite.order("o2", "south", TestSite.TODAY),
          TestSite.order("o3", "plant", TestSite.TODAY));
  private final RouteDocument planned = plan(null, TestSite.NOW);
  private final Route route = longest();

  private RouteDocument plan(@Nullable RouteCut cut, Instant now) {
    return solved(ask(cut, now, Absences.of(List.of()), orders), cut, orders);
  }

  private static RouteRequest ask(
      @Nullable RouteCut cut, Instant now, Absences absences, List<Order> orders) {
    return new RouteQuestion(TestSite.site(), TestSite.TODAY, absences, cut, now)
        .request(orders, new RouteRequest.Search(20, 400, 1, 1));
  }

  private static RouteDocument solved(
      RouteRequest request, @Nullable RouteCut cut, List<Order> orders) {
    RouteResult result =
        new RoutePlanner().solve(request, RouteProgress.Listener.SILENT, () -> false);
    assertThat(RouteChecker.mismatches(request, result)).isEmpty();
    return new RouteDocument(
        TestSite.TODAY, request, result, orders, List.of(), cut == null ? List.of() : cut.done());
  }

  private RouteCut cut(RouteDocument document, Instant now, VanReport... reports) {
    return new RouteCut(document, live(document, reports), now, memory);
  }

  private LiveRoutes live(RouteDocument document, VanReport... reports) {
    return new LiveRoutes(document, List.of(reports), memory);
  }

  private Route longest() {
    return planned.result().routes().stream()
        .max((a, b) -> Integer.compare(a.stops().size(), b.stops().size()))
        .orElseThrow();
  }

  private VanReport report(@Nullable String order, Instant free) {
    return new VanReport(TestSite.TODAY, route.vehicle(), order, free, free);
  }

  private Underway underway(RouteCut cut) {
    return Objects.requireNonNull(cut.underway(route.vehicle()));
  }

  @Test
  void beforeTheStart_nothingIsDone() {
    RouteCut cut = cut(planned, route.start().minusSeconds(1));

    assertThat(cut.done()).isEmpty();
    assertThat(cut.underway(route.vehicle())).isNull();
  }

  @Test
  void atAStop_theVanGoesOnFromThere() {
    Stop first = route.stops().get(0);

    RouteCut cut = cut(planned, first.start().plusSeconds(1));

    assertThat(cut.done().get(0).stops()).containsExactly(first);
    assertThat(underway(cut)).isEqualTo(new Underway(first.place(), first.departure(), List.of()));
  }

  @Test
  void betweenStops_theVanIsCommittedToTheNext() {
    Stop first = route.stops().get(0);
    Stop second = route.stops().get(1);

    RouteCut cut = cut(planned, first.departure().plusSeconds(1));

    assertThat(underway(cut))
        .isEqualTo(new Underway(first.place(), first.departure(), List.of(second.order())));
  }

  @Test
  void backAtTheDepot_theVanIsFreeAndItsFixedCostsArePaid() {
    RouteCut cut = cut(planned, route.end().plusSeconds(1));

    RouteDocument again = plan(cut, route.end().plusSeconds(1));

    assertThat(cut.underway(route.vehicle())).isNull();
    assertThat(cut.done().get(0).costs()).isEqualTo(route.costs());
    assertThat(again.costs().fixedCents()).isEqualTo(planned.costs().fixedCents());
  }

  @Test
  void anyMoment_planningAgainLosesNothingAndPaysNothingTwice() {
    for (int minutes = 0; minutes < 600; minutes += 23) {
      Instant now = TestSite.NOW.plusSeconds(60L * minutes);
      RouteDocument again = plan(cut(planned, now), now);
      Instant later = now.plusSeconds(3_000);
      RouteDocument third = plan(cut(again, later), later);

      for (RouteDocument document : List.of(again, third)) {
        List<String> brought = new ArrayList<>();
        document.routes().forEach(one -> one.stops().forEach(stop -> brought.add(stop.order())));
        assertThat(brought).as("at %s", now).containsExactlyInAnyOrder("o1", "o2", "o3");
        assertThat(document.costs().totalCents())
            .as("at %s", now)
            .isBetween(planned.costs().totalCents() - 5, planned.costs().totalCents() + 5);
      }
    }
  }

  @Test
  void goodsAboard_stayWithTheirVan_andAnotherOrderIsFetchedAtTheDepot() {
    Instant now = route.stops().get(0).start().plusSeconds(1);
    List<String> aboard = route.stops().stream().skip(1).map(Stop::order).toList();
    Order rush = TestSite.order("rush", "plant", TestSite.TODAY);
    List<Order> all = new ArrayList<>(orders);
    all.add(rush);

    RouteRequest asked = ask(cut(planned, now), now, Absences.of(List.of()), all);

    assertThat(aboard).isNotEmpty();
    assertThat(asked.orders())
        .filteredOn(order -> aboard.contains(order.id()))
        .hasSize(aboard.size())
        .allMatch(order -> route.vehicle().equals(order.pinnedVehicle()))
        .allMatch(order -> order.needs().pickup() == null);
    assertThat(asked.orders())
        .filteredOn(order -> order.id().equals("rush"))
        .allMatch(order -> order.pinnedVehicle() == null)
        .extracting(order -> Objects.requireNonNull(order.needs().pickup()).place())
        .containsExactly("warehouse");
  }

  @Test
  void rushOrder_isFetchedBeforeItIsBrought_andHeldByTheVanFromThereOn() {
    Instant now = route.stops().get(0).start().plusSeconds(1);
    List<Order> all = new ArrayList<>(orders);
    all.add(TestSite.order("rush", "plant", TestSite.TODAY));
    RouteCut cut = cut(planned, now);
    RouteRequest asked = ask(cut, now, Absences.of(List.of()), all);

    RouteDocument again = solved(asked, cut, all);
    Route with =
        again.result().routes().stream()
            .filter(one -> one.stops().stream().anyMatch(stop -> stop.order().equals("rush")))
            .findFirst()
            .orElseThrow();
    List<Stop> visits = with.stops().stream().filter(stop -> stop.order().equals("rush")).toList();
    RouteCut fetched = cut(again, visits.get(1).arrival().minusSeconds(1));

    assertThat(visits).extracting(Stop::place).containsExactly("warehouse", "plant");
    assertThat(fetched.carrier("rush")).isEqualTo(with.vehicle());
    assertThat(fetched.brought()).doesNotContain("rush");
    assertThat(cut(again, visits.get(1).start()).brought()).contains("rush");
  }

  @Test
  void goodsAboardThatNobodyBrings_areStillInTheirVan_untilItIsBack() {
    Instant now = route.stops().get(0).start().plusSeconds(1);
    String left = route.stops().get(1).order();
    RouteDocument again = plan(cut(planned, now), now);
    RouteResult result = again.result();
    RouteDocument unassigned =
        new RouteDocument(
            again.day(),
            again.request(),
            new RouteResult(
                result.routes().stream().map(one -> RouteParts.without(one, left::equals)).toList(),
                result.unassigned(),
                result.costs(),
                result.baselineCosts(),
                result.moved(),
                result.run(),
                result.previousCosts()),
            again.orders(),
            List.of(),
            again.done());

    assertThat(cut(unassigned, now.plusSeconds(1)).carrier(left)).isEqualTo(route.vehicle());
    assertThat(cut(unassigned, now.plusSeconds(86_400)).carrier(left)).isNull();
  }

  @Test
  void goodsOfAVanOutOfOrder_areFetchedWhereItStands_alsoWhenAskedOnceMore() {
    Stop first = route.stops().get(0);
    Instant now = first.start().plusSeconds(1);
    String left = route.stops().get(1).order();
    Absences broken =
        Absences.of(
            List.of(
                new ResourceChange(
                    "broken",
                    ResourceChange.Kind.VEHICLE,
                    route.vehicle(),
                    false,
                    now,
                    now.plusSeconds(86_400),
                    "breakdown")));

    RouteCut cut = cut(planned, now);
    RouteRequest asked = ask(cut, now, broken, orders);
    RouteDocument again = solved(asked, cut, orders);
    RouteRequest third = ask(cut(again, now.plusSeconds(60)), now.plusSeconds(60), broken, orders);

    for (RouteRequest request : List.of(asked, third)) {
      assertThat(request.orders())
          .filteredOn(order -> order.id().equals(left))
          .allMatch(order -> order.pinnedVehicle() == null)
          .extracting(order -> Objects.requireNonNull(order.needs().pickup()).place())
          .containsExactly(first.place());
    }
  }

  @Test
  void reportOfALateVan_movesItsOtherStopsAndWhereItGoesOn() {
    Stop first = route.stops().get(0);
    Stop second = route.stops().get(1);
    Instant free = first.departure().plusSeconds(5_400);
    VanReport late = report(first.order(), free);

    LiveRoutes live = live(planned, late);
    RouteCut cut = cut(planned, free.minusSeconds(60), late);

    Route now =
        live.routes().stream()
            .filter(one -> one.vehicle().equals(route.vehicle()))
            .findFirst()
            .orElseThrow();
    assertThat(now.stops().get(0).departure()).isEqualTo(free);
    assertThat(now.stops().get(1).arrival()).isAfter(second.arrival().plusSeconds(1_800));
    assertThat(now.end()).isAfter(route.end());
    assertThat(underway(cut)).isEqualTo(new Underway(first.place(), free, List.of()));
    assertThat(cut.done().get(0).stops()).extracting(Stop::order).containsExactly(first.order());
  }

  @Test
  void breaksHad_areNotAskedForAgain_andLimitsAreOfTheDay() {
    List<Order> all =
        List.of(
            TestSite.order("o1", "north", TestSite.TODAY),
            TestSite.order("o2", "south", TestSite.TODAY));
    RouteRequest request = rich(null, TestSite.NOW, all);
    RouteDocument document = solved(request, null, all);
    Route tour =
        document.result().routes().stream()
            .filter(one -> one.vehicle().equals("v1"))
            .findFirst()
            .orElseThrow();
    Instant back = tour.end().plusSeconds(1);
    RouteCut cut = cut(document, back);

    Duty left = rich(cut, back, all).vehicles().get(0).duty();

    assertThat(tour.halts()).extracting(Halt::kind).containsOnlyOnce(Halt.Kind.BREAK);
    assertThat(cut.done().get(0).halts()).isEqualTo(tour.halts());
    assertThat(left.breaks()).isEmpty();
    Duty.Limits limits = Objects.requireNonNull(left.limits());
    assertThat(limits.metres()).isEqualTo(250_000 - tour.metres());
    assertThat(limits.stops()).isEqualTo(12 - tour.stops().size());
  }

  private static RouteRequest rich(@Nullable RouteCut cut, Instant now, List<Order> orders) {
    return new RouteQuestion(TestSite.rich(), TestSite.TODAY, Absences.of(List.of()), cut, now)
        .request(orders, new RouteRequest.Search(20, 400, 1, 1));
  }

  @Test
  void planMadeAfterAReport_isNotMovedByItAgain() {
    Stop first = route.stops().get(0);
    Instant free = first.departure().plusSeconds(9_000);
    VanReport late = report(first.order(), free);

    RouteDocument again = plan(cut(planned, free, late), free);

    assertThat(live(planned, late).lateVans()).contains(route.vehicle());
    assertThat(live(again, late).lateVans()).isEmpty();
    assertThat(live(again, late).routes()).isEqualTo(again.result().routes());
  }

  @Test
  void vanThatHasNotLeft_leavesWhenItSays() {
    Instant free = route.start().plusSeconds(3_600);

    LiveRoutes live = live(planned, report(null, free));

    assertThat(live.routes())
        .filteredOn(one -> one.vehicle().equals(route.vehicle()))
        .extracting(Route::start)
        .containsExactly(free);
  }
}

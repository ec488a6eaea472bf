package io.gemba.planner.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gemba.planner.TestSite;
import io.gemba.planner.resources.Absences;
import io.gemba.routes.Duty;
import io.gemba.routes.Needs;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.routes.RouteRequestErrors;
import io.gemba.routes.Travel;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a site file says about vans, places, goods and roads, in the solver's words. */
class RouteQuestionTest {
  private final RouteRequest request =
      new RouteQuestion(TestSite.rich(), TestSite.TODAY, Absences.of(List.of()), null, TestSite.NOW)
          .request(
              List.of(
                  TestSite.order("o1", "north", TestSite.TODAY),
                  TestSite.order("o2", "south", TestSite.TODAY)),
              new RouteRequest.Search(1, 100, 1, 1));

  @Test
  void request_hasNoErrors() {
    assertThat(RouteRequestErrors.list(request)).isEmpty();
  }

  @Test
  void roads_haveTrafficAndProfiles() {
    assertThat(request.travel().profiles())
        .singleElement()
        .satisfies(
            lorry -> {
              assertThat(lorry.name()).isEqualTo("lorry");
              assertThat(lorry.kilometresPerHour()).isEqualTo(50);
            });
    assertThat(request.travel().traffic())
        .isEqualTo(
            new Travel.Traffic(
                ZoneId.of("UTC"),
                List.of(new Travel.Period(LocalTime.of(7, 0), LocalTime.of(9, 0), 0.5))));
    assertThat(request.centsPerMovedOrder()).isEqualTo(200);
    assertThat(request.balance())
        .isEqualTo(new RouteRequest.Balance(RouteRequest.Measure.HOURS, 300));
  }

  @Test
  void roads_waysOfTheSiteFile_areInTheTables() {
    Travel.Matrix all = Objects.requireNonNull(request.travel().matrix());
    Travel.Matrix lorries = Objects.requireNonNull(request.travel().profiles().get(0).matrix());
    // 20 minutes of latitude are 22.2 km, times the detour; plant, warehouse, north, south
    double south = 1.3 * 22_239;

    assertThat(all.metres().get(0).get(2)).isEqualTo(40_000);
    assertThat(all.seconds().get(2).get(0)).isEqualTo(3_000);
    assertThat(all.metres().get(0).get(3)).isCloseTo(south, within(10.0));
    assertThat(lorries.metres().get(2).get(0)).isEqualTo(45_000);
    assertThat(lorries.seconds().get(0).get(2)).isEqualTo(3_600);
    assertThat(lorries.seconds().get(0).get(3)).isCloseTo(south / 50 * 3.6, within(1.0));
  }

  @Test
  void van_hasItsDuty() {
    assertThat(request.vehicles().get(0).duty())
        .isEqualTo(
            new Duty(
                null,
                List.of(new Duty.Break(at(9, 0), at(9, 30), 1800)),
                new Duty.Reloads(2, 1200),
                new Duty.Limits(250_000.0, 30_600.0, 12),
                List.of("tail-lift", "cooled"),
                null,
                Map.of("litres", 400.0),
                "lorry"));
    assertThat(request.vehicles().get(1).duty().limits()).isNull();
  }

  @Test
  void order_needsWhatItsPlaceAndItsGoodsNeed_andMayComeWhenThePlaceIsOpen() {
    RouteRequest.Order north = request.orders().get(0);

    // from 9 to 12 it may come; the shop is open to 10, from 11 to 11.30, and after 15
    assertThat(north.window()).isEqualTo(Window.hard(at(9, 0), at(10, 0)));
    assertThat(north.needs())
        .isEqualTo(
            new Needs(
                List.of(new Needs.Span(at(11, 0), at(11, 30))),
                List.of("tail-lift", "cooled"),
                List.of(),
                null,
                false,
                Map.of("litres", 5.0)));
    assertThat(request.orders().get(1).window())
        .isEqualTo(new Window(at(9, 0), at(12, 0), false, 250L));
  }

  private static Instant at(int hour, int minute) {
    return TestSite.TODAY.atTime(hour, minute).toInstant(ZoneOffset.UTC);
  }
}

package io.gemba.planner.wear;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.planner.wear.PlannedStops.Stop;
import io.gemba.planner.wear.PlannedStops.Window;
import io.gemba.site.WearPart;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlannedStopsTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  /** Sunday, an hour before the stop of that day. */
  private static final Instant NOW = Instant.parse("2026-03-22T04:00:00Z");

  @Test
  void weekly_isTheSiteLocalTime_alsoAcrossAClockChange() {
    assertThat(PlannedStops.from(NOW, AMSTERDAM, part(), List.of()))
        .extracting(Stop::at)
        .containsExactly(
            Instant.parse("2026-03-22T05:00:00Z"), Instant.parse("2026-03-29T04:00:00Z"));
  }

  @Test
  void weekly_atTheVeryMoment_isThoseOfTheWeeksAfter() {
    assertThat(PlannedStops.from(NOW.plusSeconds(3600), AMSTERDAM, part(), List.of()))
        .extracting(Stop::at)
        .startsWith(Instant.parse("2026-03-29T04:00:00Z"));
  }

  @Test
  void maintenance_countsWithItsReason_whatIsOnBeginsNow_whatIsOverIsLeftOut() {
    List<Window> windows =
        List.of(
            new Window(NOW.plusSeconds(60), NOW.plusSeconds(120), "oil"),
            new Window(NOW.minusSeconds(60), NOW.plusSeconds(1), "belt"),
            new Window(NOW.minusSeconds(60), NOW, "over"));

    assertThat(PlannedStops.from(NOW, AMSTERDAM, part(), windows))
        .startsWith(new Stop(NOW, "belt"), new Stop(NOW.plusSeconds(60), "oil"))
        .hasSize(4);
  }

  private static WearPart part() {
    return new WearPart(
        "bearing",
        "model",
        List.of(),
        60,
        null,
        1,
        1,
        1,
        null,
        List.of(new WearPart.PlannedStop(DayOfWeek.SUNDAY, LocalTime.of(6, 0))));
  }
}

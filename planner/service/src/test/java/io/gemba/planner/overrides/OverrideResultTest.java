package io.gemba.planner.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.message.ForecastOverride;
import io.gemba.planner.overrides.OverrideResult.Better;
import io.gemba.planner.timeseries.TimeSeriesReader.DayError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverrideResultTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  @Test
  void judge_sumsTheDaysOfTheOverrideInTheSitesZone() {
    ForecastOverride fair = override("a", 0, 1, 0);

    List<OverrideResult> results =
        OverrideResult.judge(
            List.of(fair),
            List.of(
                error("soup", -1, 9, 1, 9), // before it
                error("soup", 0, 30, 40, 20),
                error("soup", 1, 50, 40, 20),
                error("stew", 0, 9, 1, 9)),
            ZONE);

    assertThat(results).containsExactly(new OverrideResult(fair, 2, 80, 20, 40, Better.OVERRIDE));
  }

  @Test
  void judge_twoOnADay_theLaterIsJudged_unlessItWasWithdrawn() {
    ForecastOverride first = override("a", 0, 0, 0);
    ForecastOverride second = override("b", 0, 0, 1);
    List<DayError> errors = List.of(error("soup", 0, 10, 40, 12));

    assertThat(OverrideResult.judge(List.of(second, first), errors, ZONE))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.override()).isEqualTo(second);
              assertThat(result.better()).isEqualTo(Better.MODEL);
            });
    assertThat(OverrideResult.judge(List.of(second.withdraw(), first), errors, ZONE))
        .extracting(OverrideResult::override)
        .containsExactly(first);
  }

  @Test
  void judge_latestDaysComeFirst_andThoseWithoutAKnownDayAreLeftOut() {
    ForecastOverride early = override("a", 0, 0, 0);
    ForecastOverride late = override("b", 3, 4, 0);
    ForecastOverride toCome = override("c", 10, 12, 0);

    assertThat(
            OverrideResult.judge(
                List.of(early, toCome, late),
                List.of(error("soup", 0, 10, 8, 12), error("soup", 4, 10, 8, 12)),
                ZONE))
        .extracting(result -> result.override().id(), OverrideResult::better)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", Better.EQUAL),
            org.assertj.core.groups.Tuple.tuple("a", Better.EQUAL));
  }

  private static ForecastOverride override(String id, int from, int to, int madeSecond) {
    return new ForecastOverride(
        id,
        0,
        "soup",
        "north",
        MONDAY.plusDays(from),
        MONDAY.plusDays(to),
        40.0,
        null,
        "Street fair.",
        "ann",
        Instant.parse("2026-11-14T08:00:00Z").plusSeconds(madeSecond),
        false);
  }

  private static DayError error(
      String item, int day, double actual, double forecast, double model) {
    long at = MONDAY.plusDays(day).atStartOfDay(ZONE).toInstant().toEpochMilli();
    return new DayError(item, "north", at, actual, forecast, model);
  }
}

package io.gemba.jobs.demand;

import io.gemba.forecast.Forecaster;
import io.gemba.message.Forecast;
import io.gemba.message.ForecastOverride;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forecasts of soup at shop a, and what planners say of them. */
final class TestOverrides {
  static final LocalDate ORIGIN = LocalDate.of(2026, 11, 22);
  static final Instant MADE_AT = Instant.parse("2026-11-22T12:00:00Z");

  private TestOverrides() {}

  /** 28 days of 10 units; quantiles are 5, 10, 12, 14, 16, 18, 20 a day, and as much a sum. */
  static Forecast forecast(LocalDate origin, int revision) {
    return forecast(origin, revision, 10, List.of(5.0, 10.0, 12.0, 14.0, 16.0, 18.0, 20.0));
  }

  static Forecast forecast(LocalDate origin, int revision, double mean, List<Double> quantiles) {
    List<List<Double>> daily = new ArrayList<>();
    List<List<Double>> cumulative = new ArrayList<>();
    for (double quantile : quantiles) {
      daily.add(Collections.nCopies(28, quantile));
      List<Double> sums = new ArrayList<>();
      for (int day = 1; day <= 28; day++) {
        sums.add(day * quantile);
      }
      cumulative.add(sums);
    }
    return new Forecast(
        ForecastMessages.id("soup", "a", origin, revision),
        "soup",
        "a",
        origin,
        revision,
        MADE_AT,
        Forecaster.MODEL,
        Collections.nCopies(28, mean),
        Forecaster.LEVELS,
        daily,
        cumulative);
  }

  /** Units from and to so many days after the origin. */
  static ForecastOverride units(String id, int from, int to, double units) {
    return override(id, "soup", from, to, units, null, MADE_AT);
  }

  static ForecastOverride factor(String id, int from, int to, double factor, Instant madeAt) {
    return override(id, "soup", from, to, null, factor, madeAt);
  }

  static ForecastOverride override(
      String id,
      String item,
      int from,
      int to,
      @Nullable Double units,
      @Nullable Double factor,
      Instant madeAt) {
    return new ForecastOverride(
        id,
        0,
        item,
        "a",
        ORIGIN.plusDays(from),
        ORIGIN.plusDays(to),
        units,
        factor,
        "Street fair.",
        "ann",
        madeAt,
        false);
  }
}

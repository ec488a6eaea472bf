package io.gemba.jobs.demand;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.Forecaster;
import io.gemba.message.Forecast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts a forecast into words for the topic. Numbers are rounded to thousandths of a unit. */
final class ForecastMessages {
  private static final double THOUSANDTHS = 1000;

  private ForecastMessages() {}

  static Forecast of(
      String item, String place, DemandForecast forecast, int revision, Instant madeAt) {
    LocalDate origin = LocalDate.ofEpochDay(forecast.origin());
    return new Forecast(
        "%s@%s/%s/%d".formatted(item, place, origin, revision),
        item,
        place,
        origin,
        revision,
        madeAt,
        Forecaster.MODEL,
        rounded(forecast.mean()),
        Forecaster.LEVELS,
        Arrays.stream(forecast.daily()).map(ForecastMessages::rounded).toList(),
        Arrays.stream(forecast.cumulative()).map(ForecastMessages::rounded).toList());
  }

  static List<Double> rounded(double[] values) {
    List<Double> rounded = new ArrayList<>(values.length);
    for (double value : values) {
      rounded.add(Math.round(value * THOUSANDTHS) / THOUSANDTHS);
    }
    return rounded;
  }
}

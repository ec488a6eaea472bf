package io.gemba.jobs.demand;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.Forecaster;
import io.gemba.forecast.panel.SitePanel;
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

  static Forecast of(SitePanel.Row row, PlaceForecasts.Made made, int revision, Instant madeAt) {
    DemandForecast forecast = made.forecast();
    LocalDate origin = LocalDate.ofEpochDay(forecast.origin());
    return new Forecast(
        id(row.item(), row.place(), origin, revision),
        row.item(),
        row.place(),
        origin,
        revision,
        madeAt,
        made.model(),
        rounded(forecast.mean()),
        Forecaster.LEVELS,
        Arrays.stream(forecast.daily()).map(ForecastMessages::rounded).toList(),
        Arrays.stream(forecast.cumulative()).map(ForecastMessages::rounded).toList());
  }

  static List<Double> rounded(double[] values) {
    List<Double> rounded = new ArrayList<>(values.length);
    for (double value : values) {
      rounded.add(rounded(value));
    }
    return rounded;
  }

  static double rounded(double value) {
    return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
  }

  static String id(String item, String place, LocalDate origin, int revision) {
    return "%s@%s/%s/%d".formatted(item, place, origin, revision);
  }
}

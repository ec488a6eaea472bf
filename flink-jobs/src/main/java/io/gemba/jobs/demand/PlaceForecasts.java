package io.gemba.jobs.demand;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.Forecaster;
import io.gemba.forecast.LevelPrior;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.forecast.learn.Contest;
import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.SitePanel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of one place at one time. The trained model makes them if it beat the fallback on
 * the place's last 28 days; the fallback makes them if not, and those of items that lag behind the
 * place. What is forecast depends on the rows alone, not on how they came to be.
 */
final class PlaceForecasts {
  /** A year and four weeks for the model, and as much again as it looks back to judge itself. */
  static final int PANEL_DAYS = 504;

  private final Forecaster fallback;
  private final WeekdayProfile profile;
  private final int newest;
  private final DemandModel.@Nullable Forecasts model;
  private final String name;

  /**
   * @param rows in an order that does not depend on arrival
   * @param newest last day known of any of them
   * @param model null if none is trained
   */
  PlaceForecasts(
      Forecaster fallback,
      WeekdayProfile profile,
      List<SitePanel.Row> rows,
      int newest,
      SitePanel site,
      @Nullable DemandModel model) {
    this.fallback = fallback;
    this.profile = profile;
    this.newest = newest;
    DemandModel.Forecasts winner = null;
    if (model != null && !rows.isEmpty()) {
      Panel panel = site.of(rows, newest, PANEL_DAYS);
      DemandModel.Forecasts candidate = model.on(panel);
      boolean isWon =
          Contest.isWon(candidate, panel, (series, origin) -> fallback(panel, series, origin));
      winner = isWon ? candidate : null;
    }
    this.model = winner;
    this.name = winner == null || model == null ? Forecaster.MODEL : model.name();
  }

  /** What makes the forecasts of the place. */
  String name() {
    return name;
  }

  /**
   * A forecast.
   *
   * @param model what made it
   */
  record Made(String model, DemandForecast forecast) {}

  /**
   * Forecasts a row.
   *
   * @param position of the row in the list given
   * @param prior what is expected of a newcomer, which the model does not see; else null
   * @return empty if nothing is known of it
   */
  Optional<Made> forecast(int position, SitePanel.Row row, @Nullable LevelPrior prior) {
    DemandModel.Forecasts trained = model;
    Optional<Made> made =
        trained == null || row.origin() != newest || prior != null
            ? Optional.empty()
            : trained.forecast(position, newest).map(forecast -> new Made(name, forecast));
    return made.or(
        () ->
            fallback
                .forecast(row.values(), row.origin(), profile, prior)
                .map(forecast -> new Made(Forecaster.MODEL, forecast)));
  }

  private double[] fallback(Panel panel, int series, int origin) {
    float[] known = Arrays.copyOf(panel.units()[series], origin + 1 - panel.firstDay());
    double level = fallback.level(known, origin, profile);
    double[] mean = new double[DemandForecast.DAYS];
    for (int day = 0; day < mean.length; day++) {
      mean[day] = level * fallback.factor(origin + 1 + day, profile);
    }
    return mean;
  }
}

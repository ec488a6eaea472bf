package io.gemba.forecast.backtest;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.panel.Panel;
import java.util.List;

/** A way to forecast all series of a panel. */
@FunctionalInterface
public interface Method {
  /**
   * Forecasts the 28 days after the panel's last day.
   *
   * @param known ends with the origin; only the calendar and prices reach beyond it
   * @return one a series, in the panel's order
   */
  List<DemandForecast> forecast(Panel known);
}

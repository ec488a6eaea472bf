package io.gemba.forecast.stock;

import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.panel.Panel;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts of the demand until the next delivery, made on the morning of each day with the newest
 * model that had been trained by then. Each is made once and kept, so that several cost settings
 * share them. Not thread safe.
 */
public final class SumForecasts {
  private static final int DAYS = 448;

  private final Panel panel;
  private final NavigableMap<Integer, DemandModel> models;
  private final int protectionDays;
  private final Map<Integer, Map<Integer, Optional<DemandModel.Sum>>> made = new HashMap<>();
  private final Map<DemandModel, DemandModel.Forecasts> newest = new HashMap<>();
  private int ready = Integer.MIN_VALUE;
  private DemandModel.@Nullable Forecasts forecasts;

  /**
   * @param panel real demand, read up to the day before
   * @param models by the last day each was trained on
   * @param protectionDays days of the sums
   */
  public SumForecasts(Panel panel, NavigableMap<Integer, DemandModel> models, int protectionDays) {
    this.panel = panel;
    this.models = new TreeMap<>(models);
    this.protectionDays = protectionDays;
  }

  /** Units that suffice from the morning of a day on with a given chance; 0 if unknown. */
  public double quantile(int series, int day, double level) {
    DemandModel model = model(day);
    return made.computeIfAbsent(day, none -> new HashMap<>())
        .computeIfAbsent(series, none -> on(day, model).sum(series, day - 1, protectionDays))
        .map(sum -> model.quantile(sum, level))
        .orElse(0.0);
  }

  private DemandModel model(int day) {
    Map.Entry<Integer, DemandModel> model = models.floorEntry(day - 1);
    if (model == null) {
      throw new IllegalStateException("No model had been trained by day " + day + ".");
    }
    return model.getValue();
  }

  private DemandModel.Forecasts on(int day, DemandModel model) {
    DemandModel.Forecasts current = forecasts;
    if (current == null || ready != day) {
      current = model.on(panel.until(day - 1).last(DAYS));
      DemandModel.Forecasts before = newest.get(model);
      if (before != null) {
        current.after(before);
      }
      newest.put(model, current);
      forecasts = current;
      ready = day;
    }
    return current;
  }
}

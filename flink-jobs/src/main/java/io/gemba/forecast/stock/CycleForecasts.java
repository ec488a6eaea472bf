package io.gemba.forecast.stock;

import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.panel.Panel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts of the demand up to each night between the arrival of an order and the next, made on
 * the morning of each day with the newest model that had been trained by then. Each is made once
 * and kept, so that several cost settings share them. Not thread safe.
 */
public final class CycleForecasts {
  private static final int DAYS = 448;

  private final Panel panel;
  private final NavigableMap<Integer, DemandModel> models;
  private final int leadDays;
  private final int reviewDays;
  private final Map<Integer, Map<Integer, List<DemandModel.Sum>>> made = new HashMap<>();
  private final Map<DemandModel, DemandModel.Forecasts> newest = new HashMap<>();
  private int ready = Integer.MIN_VALUE;
  private DemandModel.@Nullable Forecasts forecasts;

  /**
   * @param panel real demand, read up to the day before
   * @param models by the last day each was trained on
   * @param leadDays from order to arrival
   * @param reviewDays between orders
   */
  public CycleForecasts(
      Panel panel, NavigableMap<Integer, DemandModel> models, int leadDays, int reviewDays) {
    this.panel = panel;
    this.models = new TreeMap<>(models);
    this.leadDays = leadDays;
    this.reviewDays = reviewDays;
  }

  /**
   * Demand from the morning of a day, on which an order is placed: up to the night before it
   * arrives, if any, then up to each night on which it may still be there. Empty if too little is
   * known.
   */
  public List<DemandModel.Sum> nights(int series, int day) {
    return made.computeIfAbsent(day, none -> new HashMap<>())
        .computeIfAbsent(
            series,
            none ->
                on(day, model(day))
                    .sums(series, day - 1, Math.max(1, leadDays), leadDays + reviewDays));
  }

  /** The newest model that had been trained by the morning of a day. */
  public DemandModel model(int day) {
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

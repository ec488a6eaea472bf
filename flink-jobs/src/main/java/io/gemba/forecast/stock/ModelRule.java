package io.gemba.forecast.stock;

import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.panel.Panel;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Orders up to the quantile of the protection interval's demand at which one unit more costs what
 * it saves. Models are those that had been trained by then.
 */
public final class ModelRule implements StockSimulation.OrderRule {
  private static final int DAYS = 448;

  private final Panel panel;
  private final NavigableMap<Integer, DemandModel> models;
  private final StockSimulation.Terms terms;
  private int ready = Integer.MIN_VALUE;
  private DemandModel.@Nullable Forecasts forecasts;

  /**
   * @param panel real demand, read up to the day before an order
   * @param models by the last day each was trained on
   * @param terms the fractile and the days an order must last
   */
  public ModelRule(
      Panel panel, NavigableMap<Integer, DemandModel> models, StockSimulation.Terms terms) {
    this.panel = panel;
    this.models = new TreeMap<>(models);
    this.terms = terms;
  }

  @Override
  public double quantity(int series, int day, double onHand, double onOrder) {
    double upTo = on(day).quantileOfSum(series, day - 1, terms.protectionDays(), terms.fractile());
    return upTo - onHand - onOrder;
  }

  private DemandModel.Forecasts on(int day) {
    DemandModel.Forecasts current = forecasts;
    if (current == null || ready != day) {
      var model = models.floorEntry(day - 1);
      if (model == null) {
        throw new IllegalStateException("No model had been trained by day " + day + ".");
      }
      current = model.getValue().on(panel.until(day - 1).last(DAYS));
      forecasts = current;
      ready = day;
    }
    return current;
  }
}

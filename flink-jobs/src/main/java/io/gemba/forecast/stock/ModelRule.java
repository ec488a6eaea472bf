package io.gemba.forecast.stock;

/**
 * Orders up to the quantile of the protection interval's demand at which one unit more costs what
 * it saves.
 */
public final class ModelRule implements StockSimulation.OrderRule {
  private final SumForecasts forecasts;
  private final double fractile;

  /**
   * @param forecasts of the protection interval of {@code terms}
   * @param terms what stock and running out cost
   */
  public ModelRule(SumForecasts forecasts, StockSimulation.Terms terms) {
    this.forecasts = forecasts;
    this.fractile = terms.fractile();
  }

  @Override
  public double quantity(int series, int day, double onHand, double onOrder) {
    return forecasts.quantile(series, day, fractile) - onHand - onOrder;
  }
}

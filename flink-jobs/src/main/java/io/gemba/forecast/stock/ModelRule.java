package io.gemba.forecast.stock;

import io.gemba.forecast.learn.DemandModel;
import io.gemba.forecast.policy.CycleCosts;
import io.gemba.forecast.policy.UncertainDemand;
import java.util.List;

/**
 * Orders whole units up to the stock at which one more costs what it saves, as the inventory job
 * does ({@link CycleCosts}), on the model's forecasts of real sales. What is expected to be lost
 * before the order arrives needs no cover.
 */
public final class ModelRule implements StockSimulation.OrderRule {
  private final CycleForecasts forecasts;
  private final StockSimulation.Terms terms;

  /**
   * @param forecasts of the days between the arrivals of {@code terms}
   * @param terms what stock and running out cost
   */
  public ModelRule(CycleForecasts forecasts, StockSimulation.Terms terms) {
    this.forecasts = forecasts;
    this.terms = terms;
  }

  @Override
  public double quantity(int series, int day, double onHand, double onOrder) {
    DemandModel model = forecasts.model(day);
    List<SumDemand> sums =
        forecasts.nights(series, day).stream().map(sum -> new SumDemand(model, sum)).toList();
    if (sums.isEmpty()) {
      return 0;
    }
    double there = onHand + onOrder;
    boolean isLater = terms.leadDays() > 0;
    double lost = isLater ? sums.get(0).expectedAbove(there) : 0;
    List<SumDemand> nights = isLater ? sums.subList(1, sums.size()) : sums;
    double nightCost = (1 - terms.marginShare()) * terms.holdingPerDay();
    double level =
        new CycleCosts(nights, terms.leadDays(), nightCost, terms.marginShare()).bestWholeStock();
    return Math.rint(level - there - lost);
  }

  /** Whole units of some days together, as the model sees them. */
  private record SumDemand(DemandModel model, DemandModel.Sum sum) implements UncertainDemand {
    @Override
    public double chanceAbove(double stock) {
      return 1 - model.chanceAtMost(sum, Math.floor(stock));
    }

    @Override
    public double expectedAbove(double stock) {
      return model.expectedAbove(sum, stock);
    }

    @Override
    public double quantile(double level) {
      return model.quantile(sum, level);
    }
  }
}

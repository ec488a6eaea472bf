package io.gemba.forecast.stock;

import io.gemba.forecast.learn.DemandModel;
import java.util.List;

/**
 * Orders up to the stock at which one unit more costs what it saves. It is held every night on
 * which demand has not reached it yet, from the arrival of an order to that of the next, and earns
 * its margin when demand does by the end. What is expected to be lost before the arrival needs no
 * cover.
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
    List<DemandModel.Sum> sums = forecasts.nights(series, day);
    if (sums.isEmpty()) {
      return 0;
    }
    DemandModel model = forecasts.model(day);
    double there = onHand + onOrder;
    boolean isLater = terms.leadDays() > 0;
    double lost = isLater ? model.expectedAbove(sums.get(0), there) : 0;
    List<DemandModel.Sum> nights = isLater ? sums.subList(1, sums.size()) : sums;
    return bestStock(model, nights) - there - lost;
  }

  /**
   * The margin of a unit falls and its nights rise with the stock: the best is found by halving.
   */
  private double bestStock(DemandModel model, List<DemandModel.Sum> nights) {
    DemandModel.Sum all = nights.get(nights.size() - 1);
    double paying = 0;
    // no unit pays that would not if it were held on the last night alone
    double dear = model.quantile(all, terms.fractileOfNights(1)) + 1;
    while (dear - paying > 1) {
      double units = Math.floor((paying + dear) / 2);
      if (pays(model, nights, units)) {
        paying = units;
      } else {
        dear = units;
      }
    }
    return paying;
  }

  /** Whether the last of so many units earns more than it costs. */
  private boolean pays(DemandModel model, List<DemandModel.Sum> nights, double units) {
    double held = 0;
    double sold = 0;
    for (DemandModel.Sum night : nights) {
      double unsold = model.chanceAtMost(night, units - 1);
      held += unsold;
      sold = 1 - unsold;
    }
    double costShare = 1 - terms.marginShare();
    return sold * terms.marginShare() > held * costShare * terms.holdingPerDay();
  }
}

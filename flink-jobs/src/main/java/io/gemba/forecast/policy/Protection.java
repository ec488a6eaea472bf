package io.gemba.forecast.policy;

import org.jspecify.annotations.Nullable;

/**
 * What an order of a day must cover, and the stock up to which it is worth ordering. It follows
 * from demand and from the source, not from stock: it holds while stock moves.
 *
 * @param outlook demand of the days from {@code today} on
 * @param today the day of the order, since 1970-01-01
 * @param days that it must last
 * @param before demand until it arrives
 * @param cycle costs until the order after it arrives
 * @param sellable what can be sold of it before it spoils; null if that is beyond the forecast
 * @param fractile chance that the best stock suffices, before shelf life and fewer orders
 * @param target units up to which to order
 */
public record Protection(
    DemandOutlook outlook,
    int today,
    int days,
    DemandDistribution before,
    CycleCosts cycle,
    @Nullable Sellable sellable,
    double fractile,
    double target) {

  /**
   * What can be sold of goods that arrive before they spoil.
   *
   * @param stakes what a unit too many and one too few cost
   */
  record Sellable(DemandDistribution demand, Newsvendor stakes) {
    double bestStock() {
      return stakes.bestStock(demand);
    }

    double spoiledCents(double stock) {
      return stakes.overage() * demand.expectedLeft(stock);
    }
  }

  /**
   * Expected margin lost with a stock until an order after the next can arrive.
   *
   * @return cents; falls ever more slowly with the stock
   */
  public double lostMargin(double stock) {
    return cycle.lostMargin(Math.max(0, stock));
  }

  /** Expected cents of a stock: margin lost, holding, and what spoils after. */
  double expectedCost(double stock) {
    double kept = Math.max(0, stock);
    return cycle.expectedCost(kept) + (sellable == null ? 0 : sellable.spoiledCents(kept));
  }
}

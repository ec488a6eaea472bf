package io.gemba.forecast.policy;

/**
 * The one-period stock problem: stock too much and it costs {@code overage} a unit, too little and
 * it costs {@code underage} (Arrow, Harris and Marschak 1951). The cheapest stock is the quantile
 * of demand at the critical fractile.
 *
 * @param overage cost of a unit left over, not negative
 * @param underage cost of a unit not sold, not negative
 */
record Newsvendor(double overage, double underage) {

  /** underage / (underage + overage); 0 when neither costs anything. */
  double fractile() {
    double sum = underage + overage;
    return sum > 0 ? underage / sum : 0;
  }

  /** The stock of least expected cost. */
  double bestStock(UncertainDemand demand) {
    return demand.quantile(fractile());
  }

  /** Expected cost of a stock. */
  double expectedCost(UncertainDemand demand, double stock) {
    return overage * demand.expectedLeft(stock) + underage * demand.expectedAbove(stock);
  }
}

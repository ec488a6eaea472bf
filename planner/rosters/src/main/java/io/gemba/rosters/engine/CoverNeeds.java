package io.gemba.rosters.engine;

/**
 * The convex prices of the cover units as a need with a price for each too few and each too many,
 * the slopes next to the cheapest amount. Exact when a price has two slopes; otherwise a guide, as
 * every roster is priced by {@link State} before it is believed.
 */
final class CoverNeeds {
  final double[] need;
  final double[] under;
  final double[] over;

  CoverNeeds(Problem problem, long hardWeight) {
    int units = problem.unitPrice.length;
    need = new double[units];
    under = new double[units];
    over = new double[units];
    for (int unit = 0; unit < units; unit++) {
      long[] price = problem.unitPrice[unit];
      int least = 0;
      for (int amount = 1; amount < price.length; amount++) {
        if (Price.flat(price[amount] - price[least], hardWeight) < 0) {
          least = amount;
        }
      }
      need[unit] = least;
      if (least > 0) {
        under[unit] = Price.flat(price[least - 1] - price[least], hardWeight);
      }
      if (least + 1 < price.length) {
        over[unit] = Price.flat(price[least + 1] - price[least], hardWeight);
      }
    }
  }

  /** Whether every price has two slopes, so that these are the prices. */
  static boolean areExact(Problem problem) {
    CoverNeeds needs = new CoverNeeds(problem, problem.hardWeight(10));
    for (int unit = 0; unit < needs.need.length; unit++) {
      long[] price = problem.unitPrice[unit];
      int need = (int) needs.need[unit];
      for (int amount = 1; amount < price.length; amount++) {
        double step = amount <= need ? -needs.under[unit] : needs.over[unit];
        if (Price.flat(price[amount] - price[amount - 1], problem.hardWeight(10)) != step) {
          return false;
        }
      }
    }
    return true;
  }
}

package io.gemba.jobs.inventory;

import io.gemba.forecast.policy.DemandOutlook;
import io.gemba.forecast.policy.Protection;
import io.gemba.forecast.policy.StockPolicy;
import io.gemba.forecast.policy.StockPosition;
import org.jspecify.annotations.Nullable;

/**
 * A place that can be proposed for.
 *
 * @param demand what is expected there, or at all places it feeds
 * @param unitsBelow units at and on their way to the places it feeds
 * @param warehouse the place with counted stock of the item that feeds it; null if its source does
 */
record PlaceRow(
    String place,
    PlaceStock stock,
    DemandOutlook demand,
    double unitsBelow,
    @Nullable String warehouse) {

  /**
   * Its stock.
   *
   * @param lostUnits units of its supply that will not come
   */
  StockPosition position(double lostUnits) {
    return new StockPosition(stock.ledger().isCounted(), stock.free(), stock.onOrder(), lostUnits);
  }

  /** What an order of a day must cover; reckoned once while what is expected stays the same. */
  Protection protection(StockPolicy policy, int today) {
    // a warehouse expects nothing of its own, and what it feeds expects something new each time
    return stock.demand() == null
        ? policy.protection(demand, today)
        : stock.protection(policy, today);
  }
}

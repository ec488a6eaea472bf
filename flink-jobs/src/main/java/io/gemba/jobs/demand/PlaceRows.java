package io.gemba.jobs.demand;

import io.gemba.forecast.DemandHistory;
import io.gemba.forecast.ShelfDays;
import io.gemba.forecast.TradingDays;
import io.gemba.forecast.panel.PriceCalendar;
import io.gemba.forecast.panel.SitePanel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the items of a place, made the same way for training and for serving. */
final class PlaceRows {
  private PlaceRows() {}

  /**
   * What is known of an item: a zero without stock is unknown, one on the shelf before the first
   * sale is a zero.
   *
   * @param shelf null if its stock was never seen
   * @param prices null if it has the site file's price
   * @return empty if it was neither sold nor stocked, or no day is complete
   */
  static Optional<SitePanel.Row> row(
      Key key,
      DemandHistory history,
      TradingDays trading,
      @Nullable ShelfDays shelf,
      @Nullable PriceCalendar prices) {
    int listedFrom = shelf == null ? Integer.MAX_VALUE : shelf.firstStockedDay();
    int origin = history.origin(trading);
    boolean isListed = !history.isEmpty() || listedFrom != Integer.MAX_VALUE;
    if (origin == Integer.MIN_VALUE || !isListed) {
      return Optional.empty();
    }
    float[] values = history.valuesUpTo(origin, trading, listedFrom);
    if (shelf != null) {
      shelf.leaveOut(values, origin);
    }
    return Optional.of(
        new SitePanel.Row(
            key.item, key.place, origin, values, prices == null ? PriceCalendar.NONE : prices));
  }

  /** An item at a place. */
  record Key(String item, String place) {}
}

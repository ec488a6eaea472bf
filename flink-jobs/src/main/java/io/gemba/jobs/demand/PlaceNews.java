package io.gemba.jobs.demand;

import io.gemba.forecast.panel.PriceCalendar;
import io.gemba.message.Demand;

/** What a place hears of its items. */
sealed interface PlaceNews {
  /** The place that hears it. */
  String place();

  /** Something was wanted. */
  record Sold(Demand demand) implements PlaceNews {
    @Override
    public String place() {
      return demand.place();
    }
  }

  /**
   * A shelf was seen.
   *
   * @param day since 1970-01-01
   * @param minute of the day
   * @param isStocked whether anything was on it
   */
  record Shelved(String item, String place, int day, int minute, boolean isStocked)
      implements PlaceNews {}

  /** An item has a price for some days. */
  record Priced(String item, String place, PriceCalendar.Range range) implements PlaceNews {}
}

package io.gemba.message;

import java.time.Instant;

/**
 * Units of an item that customers wanted at a place: one sale, or the total of a whole day.
 *
 * <p>A day's total is a statement about the day: the highest revision counts and replaces sales and
 * totals before it. A sale adds once, by its id.
 *
 * @param id unique; a repeat of a sale's id is dropped
 * @param kind sale or day total
 * @param item item id of the site file
 * @param place place id of the site file
 * @param at when it was sold; for a total any instant of the day in the site's zone
 * @param quantity units, not negative
 * @param priceCents price of one unit
 * @param promotion whether it was sold under a promotion
 * @param revision 0 at first; a correction of the same day's total has a higher one
 */
public record Demand(
    String id,
    Kind kind,
    String item,
    String place,
    Instant at,
    double quantity,
    long priceCents,
    boolean promotion,
    int revision) {

  /** What the quantity stands for. */
  public enum Kind {
    SALE,
    DAY_TOTAL
  }

  /**
   * @throws IllegalArgumentException if an id or time is missing or a number is negative
   */
  public Demand {
    Require.id(id, "id");
    Require.present(kind, "kind");
    Require.id(item, "item");
    Require.id(place, "place");
    Require.present(at, "at");
    Require.notNegative(quantity, "quantity");
    Require.notNegative(priceCents, "priceCents");
    Require.notNegative(revision, "revision");
  }

  /** The key of this record on its topic. */
  public String key() {
    return item + "@" + place;
  }
}

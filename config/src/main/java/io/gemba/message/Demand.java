package io.gemba.message;

import java.time.Instant;

/**
 * Units of an item that customers wanted at a place: one sale, one return, or the total of a whole
 * day.
 *
 * <p>A day's total is a statement about the day: the highest revision counts and replaces sales and
 * totals before it. A sale adds once, by its id; a return takes off once, from the day it is dated,
 * which is not wanted less than not at all.
 *
 * @param id unique; a repeat of the id of a sale or return is dropped
 * @param kind sale, return or day total
 * @param item item id of the site file
 * @param place place id of the site file
 * @param at when it was sold; for a total any instant of the day in the site's zone
 * @param quantity units, not negative; below 0 for a return
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
    /** What a customer brought back. */
    RETURN,
    DAY_TOTAL
  }

  /**
   * @throws IllegalArgumentException if an id or time is missing or a number is negative that must
   *     not be, or a return is not
   */
  public Demand {
    Require.id(id, "id");
    Require.present(kind, "kind");
    Require.id(item, "item");
    Require.id(place, "place");
    Require.present(at, "at");
    if (kind == Kind.RETURN) {
      Require.finite(quantity, "quantity");
      if (quantity >= 0) {
        throw new IllegalArgumentException(
            "quantity (%s) of a RETURN must be below 0. Send what is sold as SALE."
                .formatted(quantity));
      }
    } else if (quantity < 0) {
      throw new IllegalArgumentException(
          "quantity (%s) must not be negative. Send what comes back as RETURN."
              .formatted(quantity));
    } else {
      Require.notNegative(quantity, "quantity");
    }
    Require.notNegative(priceCents, "priceCents");
    Require.notNegative(revision, "revision");
  }

  /** The key of this record on its topic. */
  public String key() {
    return item + "@" + place;
  }
}

package io.gemba.message;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * More of an item at a place than is wanted, and what that costs. An excess of 0 says that it is
 * over. A later revision of the same id replaces it.
 *
 * @param id from item and place and the day it was first told
 * @param revision rises with every change
 * @param item item id
 * @param place place that has too much
 * @param madeAt when it was made
 * @param onHand units on the shelf
 * @param onOrder units on their way
 * @param excessUnits units beyond what is wanted, or that expire before they are sold if those are
 *     more; 0 when it is over
 * @param expiringUnits units expected to expire before they are sold, beyond those that a policy
 *     accepts
 * @param daysOfStock days that all units last; null if more than ten years
 * @param soldOutBy day by which the excess is sold; null if it will not be within a year or before
 *     it expires
 * @param holdingCents cost of holding the excess until then
 * @param wasteCents cost of the units that expire
 * @param bringTo place that wants some of the excess, worth the way; null if none
 * @param reason for a person, with what to do
 */
public record Overstock(
    String id,
    int revision,
    String item,
    String place,
    Instant madeAt,
    double onHand,
    double onOrder,
    double excessUnits,
    double expiringUnits,
    @Nullable Integer daysOfStock,
    @Nullable LocalDate soldOutBy,
    long holdingCents,
    long wasteCents,
    @Nullable String bringTo,
    String reason) {

  /**
   * @throws IllegalArgumentException if an id, time or reason is missing, or a number is negative
   */
  public Overstock {
    Require.id(id, "id");
    Require.id(item, "item");
    Require.id(place, "place");
    Require.present(madeAt, "madeAt");
    Require.notNegative(onHand, "onHand");
    Require.notNegative(onOrder, "onOrder");
    Require.notNegative(excessUnits, "excessUnits");
    Require.notNegative(expiringUnits, "expiringUnits");
    Require.notNegative(holdingCents, "holdingCents");
    Require.notNegative(wasteCents, "wasteCents");
    Require.present(reason, "reason");
  }

  /** The key of this record on its topic. */
  public String key() {
    return item + "@" + place;
  }

  /** What it costs if nobody does anything, in cents. */
  public long totalCents() {
    return holdingCents + wasteCents;
  }

  /** Whether there still is too much. */
  public boolean holds() {
    return excessUnits > 0;
  }

  /** The same with the id and a revision of the one it follows. */
  public Overstock following(Overstock before) {
    return new Overstock(
        before.id,
        before.revision + 1,
        item,
        place,
        madeAt,
        onHand,
        onOrder,
        excessUnits,
        expiringUnits,
        daysOfStock,
        soldOutBy,
        holdingCents,
        wasteCents,
        bringTo,
        reason);
  }
}

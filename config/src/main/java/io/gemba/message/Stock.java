package io.gemba.message;

import java.time.Instant;

/**
 * What is on the shelf: a count, or a movement since the last one.
 *
 * @param id unique; a repeat is dropped
 * @param kind a count sets the stock, a movement adds to it
 * @param item item id of the site file
 * @param place place id of the site file
 * @param at when it was counted or moved; an older count never replaces a newer one
 * @param quantity units; a movement out is negative
 * @param onOrder units ordered for this place and not yet received, as known by the sender
 * @param reason a plain word, for example {@code receipt}, {@code sale}, {@code waste}
 */
public record Stock(
    String id,
    Kind kind,
    String item,
    String place,
    Instant at,
    double quantity,
    double onOrder,
    String reason) {

  /** Absolute or relative. */
  public enum Kind {
    COUNT,
    MOVEMENT
  }

  /**
   * @throws IllegalArgumentException if an id or time is missing, or a count is negative
   */
  public Stock {
    Require.id(id, "id");
    Require.present(kind, "kind");
    Require.id(item, "item");
    Require.id(place, "place");
    Require.present(at, "at");
    Require.finite(quantity, "quantity");
    if (kind == Kind.COUNT) {
      Require.notNegative(quantity, "quantity");
    }
    Require.notNegative(onOrder, "onOrder");
    Require.present(reason, "reason");
  }

  /** The key of this record on its topic. */
  public String key() {
    return item + "@" + place;
  }
}

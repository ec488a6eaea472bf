package io.gemba.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of an item costs at a place for some days, past or to come: a change of its price, or
 * a promotion. Forecasts follow it where the model has learnt how demand answers prices.
 *
 * <p>Where two hold on a day, the one that begins later counts, so a promotion stands before the
 * price it interrupts. Days of which nothing is said have the price of the site file.
 *
 * @param id unique; later revisions share it and replace it
 * @param revision 0 when made; a correction has a higher one
 * @param item item id of the site file
 * @param place place id of the site file
 * @param from first day it holds
 * @param to last day it holds; null = until a later one begins
 * @param priceCents sales price of a unit
 * @param withdrawn whether it holds no longer
 */
public record Price(
    String id,
    int revision,
    String item,
    String place,
    LocalDate from,
    @Nullable LocalDate to,
    long priceCents,
    boolean withdrawn) {
  /**
   * @throws IllegalArgumentException naming the value that is missing or outside its range
   */
  public Price {
    Require.id(id, "id");
    Require.notNegative(revision, "revision");
    Require.id(item, "item");
    Require.id(place, "place");
    Require.present(from, "from");
    Require.notNegative(priceCents, "priceCents");
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "to (%s) must not be before from (%s).".formatted(to, from));
    }
  }

  /** The item and place it speaks of, as {@code item@place}. */
  public String series() {
    return item + "@" + place;
  }
}

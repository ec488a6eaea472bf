package io.gemba.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to order, with what happens if nobody does. A quantity of 0 says that none is needed
 * any more. A later revision of the same id replaces it.
 *
 * @param id from item and place and the day it is about
 * @param revision rises with every change
 * @param item item id
 * @param place place that receives
 * @param source supplier id or line id that sends
 * @param madeAt when it was made
 * @param orderBy last day to order so that it arrives before the risk
 * @param arrives day it arrives when ordered by then
 * @param quantity units, whole packs, at least the minimum order, or 0
 * @param packs quantity / pack size
 * @param costCents purchase or production cost of the quantity
 * @param onHand units on the shelf
 * @param onOrder units on their way
 * @param expectedRunOut day on which the median demand empties the shelf; null beyond the horizon
 * @param runOutProbabilityWithout chance of running out before the next arrival, if not ordered
 * @param runOutProbabilityWith the same, if ordered
 * @param riskWithoutCents expected lost margin, if not ordered
 * @param riskWithCents expected lost margin, if ordered
 * @param holdingCents cost of holding what is ordered
 * @param lostUnits units of a {@link CapacityLoss} that this makes up for; 0 when there is none
 * @param reason one sentence for a person
 * @param causes ids of the messages this follows from
 */
public record Replenishment(
    String id,
    int revision,
    String item,
    String place,
    String source,
    Instant madeAt,
    LocalDate orderBy,
    LocalDate arrives,
    double quantity,
    int packs,
    long costCents,
    double onHand,
    double onOrder,
    @Nullable LocalDate expectedRunOut,
    double runOutProbabilityWithout,
    double runOutProbabilityWith,
    long riskWithoutCents,
    long riskWithCents,
    long holdingCents,
    double lostUnits,
    String reason,
    List<String> causes) {

  /**
   * @throws IllegalArgumentException if an id or day is missing or a quantity is negative
   */
  public Replenishment {
    Require.id(id, "id");
    Require.id(item, "item");
    Require.id(place, "place");
    Require.id(source, "source");
    Require.present(madeAt, "madeAt");
    Require.present(orderBy, "orderBy");
    Require.present(arrives, "arrives");
    Require.notNegative(quantity, "quantity");
    Require.present(reason, "reason");
    causes = causes == null ? List.of() : List.copyOf(causes);
  }

  /** The key of this record on its topic. */
  public String key() {
    return item + "@" + place;
  }
}

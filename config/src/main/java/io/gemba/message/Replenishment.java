package io.gemba.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to order, or to bring from another place, with what happens if nobody does. A quantity
 * of 0 says that none is needed any more. A later revision of the same id replaces it.
 *
 * @param id from item and place and the day it is about
 * @param revision rises with every change
 * @param item item id
 * @param place place that receives
 * @param source supplier, line or place that sends
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
 * @param transfer what bringing it from another place means; null for an order from a source
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
    List<String> causes,
    @Nullable Transfer transfer) {

  /**
   * Goods of another place.
   *
   * @param onHand units on the shelf of the place that gives
   * @param tripCents cost of the way; not in the cost of the goods, which is 0
   */
  public record Transfer(double onHand, long tripCents) {}

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

  /** The key of this record on its topic: item and place, and the place that gives if one does. */
  public String key() {
    String receiver = item + "@" + place;
    return transfer == null ? receiver : receiver + "<" + source;
  }

  /**
   * What is expected to be saved by deciding for it, after what it costs: margin less holding and
   * the way, in cents.
   */
  public long savedCents() {
    long tripCents = transfer == null ? 0 : transfer.tripCents;
    return riskWithoutCents - riskWithCents - holdingCents - tripCents;
  }

  /** The same proposal with another revision. */
  public Replenishment revised(int next) {
    return new Replenishment(
        id,
        next,
        item,
        place,
        source,
        madeAt,
        orderBy,
        arrives,
        quantity,
        packs,
        costCents,
        onHand,
        onOrder,
        expectedRunOut,
        runOutProbabilityWithout,
        runOutProbabilityWith,
        riskWithoutCents,
        riskWithCents,
        holdingCents,
        lostUnits,
        reason,
        causes,
        transfer);
  }

  /**
   * Takes this proposal back: nothing is needed any more.
   *
   * @param at when that was found
   * @param why one sentence for a person
   */
  public Replenishment withdrawn(Instant at, String why) {
    return new Replenishment(
        id,
        revision + 1,
        item,
        place,
        source,
        at,
        orderBy,
        arrives,
        0,
        0,
        0,
        onHand,
        onOrder,
        expectedRunOut,
        runOutProbabilityWithout,
        runOutProbabilityWithout,
        riskWithoutCents,
        riskWithoutCents,
        0,
        0,
        why,
        List.of(),
        transfer);
  }
}

package io.gemba.forecast.policy;

import org.jspecify.annotations.Nullable;

/**
 * What to order, and what it changes. Days are counted from 1970-01-01.
 *
 * @param orderBy last day to order so that it arrives before the risk
 * @param arrives when it arrives if ordered by then
 * @param coversUntil last day before the next chance to receive anything
 * @param quantity whole packs and at least the minimum order, or 0
 * @param packs quantity / pack size
 * @param costCents purchase or production cost of the quantity
 * @param holdingCents cost of holding the quantity until {@code coversUntil}
 * @param fractile chance of not running out at which a unit more costs what it saves
 * @param expectedRunOut day on which median demand empties the shelf; null beyond the forecast
 * @param without what happens if nothing is ordered
 * @param with what happens if the quantity is
 * @param chanceUntilArrival chance of running out before it can arrive, which no order changes
 * @param chanceAfterArrival chance that what is there then, with the quantity, runs out by {@code
 *     coversUntil}
 */
public record Advice(
    int orderBy,
    int arrives,
    int coversUntil,
    double quantity,
    int packs,
    long costCents,
    long holdingCents,
    double fractile,
    @Nullable Integer expectedRunOut,
    Risk without,
    Risk with,
    double chanceUntilArrival,
    double chanceAfterArrival) {

  /**
   * What stands to be lost.
   *
   * @param runOutProbability chance of running out by {@code coversUntil}
   * @param lostMarginCents expected margin lost by then
   */
  public record Risk(double runOutProbability, long lostMarginCents) {}
}

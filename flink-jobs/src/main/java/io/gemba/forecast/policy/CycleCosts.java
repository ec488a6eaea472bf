package io.gemba.forecast.policy;

import java.util.List;

/**
 * What the stock after an order costs until the next one arrives: each unit is held every night on
 * which demand has not reached it, and a unit that is not there loses its margin. With one night
 * this is the newsvendor problem.
 *
 * @param nights demand from today up to each night of the cycle, in order; at least one
 * @param nightCents cost of holding a unit for a night, not negative
 * @param marginCents lost with a unit that is not there, not negative
 */
public record CycleCosts(
    List<? extends UncertainDemand> nights, double nightCents, double marginCents) {
  private static final double EXACT = 1e-9;
  private static final double FINEST = 1e-12;

  /** Copies the nights. */
  public CycleCosts {
    nights = List.copyOf(nights);
  }

  /** Demand until the next order arrives. */
  UncertainDemand demand() {
    return nights.get(nights.size() - 1);
  }

  /** The stock of least expected cost; 0 when no unit earns anything. */
  double bestStock() {
    return bestStock(EXACT);
  }

  /** The whole units of least expected cost, of a demand that comes in whole units. */
  public double bestWholeStock() {
    // what a unit saves changes at whole stocks only, so half a unit tells which
    return Math.floor(bestStock(0.5));
  }

  private double bestStock(double within) {
    double high = new Newsvendor(nightCents, marginCents).bestStock(demand());
    if (nights.size() == 1) {
      return high;
    }
    double low = 0;
    // what one unit more saves falls with the stock
    double enough = Math.max(within, high * FINEST);
    while (high - low > enough) {
      double middle = (low + high) / 2;
      if (savedByNext(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double savedByNext(double stock) {
    double heldNights = 0;
    for (UncertainDemand night : nights) {
      heldNights += 1 - night.chanceAbove(stock);
    }
    return marginCents * demand().chanceAbove(stock) - nightCents * heldNights;
  }

  /** Expected holding and lost margin of a stock, in cents. */
  double expectedCost(double stock) {
    double heldNights = 0;
    for (UncertainDemand night : nights) {
      heldNights += night.expectedLeft(stock);
    }
    return nightCents * heldNights + lostMargin(stock);
  }

  /** Expected margin lost with a stock, in cents. */
  double lostMargin(double stock) {
    return marginCents * demand().expectedAbove(stock);
  }
}

package io.gemba.forecast.policy;

import java.util.List;

/**
 * What the stock after an order costs until the next one arrives: each unit is held every night on
 * which demand has not reached it, and a unit that is not there loses its margin. With one night
 * and no lead time this is the newsvendor problem.
 *
 * <p>Nobody waits for what is lost, so a unit more in the level is sold once in a lead time and a
 * review while all is sold out, and not once a review. Of orders up to a level, lost sales cost no
 * less than a backlog at review / (lead time + review) of the margin (Huh et al. 2009, Management
 * Science 55(3)), and a backlog at all of it keeps too much. The level is chosen with the geometric
 * mean of both.
 *
 * @param nights demand from today up to each night of the cycle, in order; at least one
 * @param leadDays days until the order arrives, before the first of them; not negative
 * @param nightCents cost of holding a unit for a night, not negative
 * @param marginCents lost with a unit that is not there, not negative
 */
public record CycleCosts(
    List<? extends UncertainDemand> nights,
    double leadDays,
    double nightCents,
    double marginCents) {
  private static final double EXACT = 1e-9;
  private static final double FINEST = 1e-12;

  /** Copies the nights. */
  public CycleCosts {
    nights = List.copyOf(nights);
  }

  /** What a unit that is not there counts for while a level is chosen. */
  private double stakeCents() {
    return marginCents * Math.sqrt(nights.size() / (leadDays + nights.size()));
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
    double high = new Newsvendor(nightCents, stakeCents()).bestStock(demand());
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
    return stakeCents() * demand().chanceAbove(stock) - nightCents * heldNights;
  }

  /** Expected cents by which stocks are compared: holding, and what is not there at its stake. */
  double expectedCost(double stock) {
    double heldNights = 0;
    for (UncertainDemand night : nights) {
      heldNights += night.expectedLeft(stock);
    }
    return nightCents * heldNights + stakeCents() * demand().expectedAbove(stock);
  }

  /** Expected margin lost with a stock, in cents. */
  double lostMargin(double stock) {
    return marginCents * demand().expectedAbove(stock);
  }
}

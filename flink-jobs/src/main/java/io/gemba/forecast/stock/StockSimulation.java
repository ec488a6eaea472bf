package io.gemba.forecast.stock;

import io.gemba.forecast.panel.Panel;

/**
 * Runs a shop on real demand: each series is reviewed every few days, ordered up to what a rule
 * says, and what is not there is lost. Days go: deliveries, review, sales, holding.
 */
public final class StockSimulation {
  private static final int WARM_UP_DAYS = 28;
  private static final int LEAST_KNOWN = 28;
  private static final int YEAR = 364;

  private final Panel panel;
  private final Terms terms;

  /**
   * @param panel real demand
   * @param terms how stock is reviewed and what it costs
   */
  public StockSimulation(Panel panel, Terms terms) {
    this.panel = panel;
    this.terms = terms;
  }

  /**
   * How stock is reviewed and what it costs.
   *
   * @param firstDay first day simulated; the first 28 are not counted
   * @param lastDay last day simulated
   * @param leadDays from review to delivery; ordered in the morning, on the shelf that many
   *     mornings later
   * @param reviewDays between reviews, spread evenly over the series
   * @param holdingPerDay cost of holding a unit overnight over its cost
   * @param marginShare margin over price; the rest is cost
   */
  public record Terms(
      int firstDay,
      int lastDay,
      int leadDays,
      int reviewDays,
      double holdingPerDay,
      double marginShare) {
    /** Days an order must last: until the next one arrives. */
    public int protectionDays() {
      return leadDays + reviewDays;
    }
  }

  /** Says how much to order. */
  @FunctionalInterface
  public interface OrderRule {
    /**
     * Units to order in the morning of a day; demand is known up to the day before.
     *
     * @param onHand units on the shelf
     * @param onOrder units on their way
     */
    double quantity(int series, int day, double onHand, double onOrder);
  }

  /**
   * What a year cost.
   *
   * @param holdingCents of stock overnight
   * @param lostMarginCents of what was not there
   * @param fillRate share of the revenue asked for that was served
   * @param turns cost of goods sold in a year over the mean stock at cost
   * @param series simulated
   */
  public record Outcome(
      double holdingCents, double lostMarginCents, double fillRate, double turns, int series) {
    /** Both costs. */
    public double totalCents() {
      return holdingCents + lostMarginCents;
    }
  }

  /** Runs all series that were known before the first day. */
  public Outcome run(OrderRule rule) {
    double holding = 0;
    double lost = 0;
    double asked = 0;
    double served = 0;
    double stockCents = 0;
    int simulated = 0;
    int counted = terms.lastDay - terms.firstDay + 1 - WARM_UP_DAYS;
    double[] stock = new double[panel.members().size()];
    double[][] due = new double[stock.length][terms.leadDays + 1];
    boolean[] isKnown = new boolean[stock.length];
    for (int i = 0; i < stock.length; i++) {
      isKnown[i] = isKnown(i);
      simulated += isKnown[i] ? 1 : 0;
    }
    for (int day = terms.firstDay; day <= terms.lastDay; day++) {
      boolean counts = day >= terms.firstDay + WARM_UP_DAYS;
      for (int i = 0; i < stock.length; i++) {
        if (!isKnown[i]) {
          continue;
        }
        double[] coming = due[i];
        int slot = Math.floorMod(day, coming.length);
        stock[i] += coming[slot];
        coming[slot] = 0;
        if (Math.floorMod(day + i, terms.reviewDays) == 0 || day == terms.firstDay) {
          double onOrder = 0;
          for (double units : coming) {
            onOrder += units;
          }
          double quantity = Math.max(0, rule.quantity(i, day, stock[i], onOrder));
          boolean isNow = terms.leadDays == 0 || day == terms.firstDay;
          if (isNow) {
            stock[i] += quantity;
          } else {
            coming[Math.floorMod(day + terms.leadDays, coming.length)] += quantity;
          }
        }
        float units = panel.units()[i][day - panel.firstDay()];
        double demand = Float.isNaN(units) ? 0 : units;
        double sold = Math.min(stock[i], demand);
        stock[i] -= sold;
        if (counts) {
          double price = panel.prices().get(i).at(day);
          double cost = price * (1 - terms.marginShare);
          holding += stock[i] * cost * terms.holdingPerDay;
          lost += (demand - sold) * price * terms.marginShare;
          asked += demand * price;
          served += sold * price;
          stockCents += stock[i] * cost / counted;
        }
      }
    }
    double soldAtCost = served * (1 - terms.marginShare) * 365 / counted;
    return new Outcome(holding, lost, served / asked, soldAtCost / stockCents, simulated);
  }

  private boolean isKnown(int series) {
    int known = 0;
    int end = terms.firstDay - panel.firstDay();
    for (int day = Math.max(0, end - YEAR); day < end; day++) {
      known += Float.isNaN(panel.units()[series][day]) ? 0 : 1;
    }
    return known >= LEAST_KNOWN;
  }
}

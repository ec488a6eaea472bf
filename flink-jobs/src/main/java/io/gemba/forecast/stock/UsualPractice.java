package io.gemba.forecast.stock;

import io.gemba.forecast.NormalQuantile;
import io.gemba.forecast.panel.Panel;

/**
 * What is usual: the average of the last 28 days, and a safety stock for a normal distribution at a
 * service level of 95 %, whatever stock and running out cost.
 */
public final class UsualPractice implements StockSimulation.OrderRule {
  private static final int DAYS = 28;
  private static final double SERVICE = NormalQuantile.of(0.95);

  private final Panel panel;
  private final int protectionDays;

  /**
   * @param panel real demand, read up to the day before an order
   * @param protectionDays that an order must last
   */
  public UsualPractice(Panel panel, int protectionDays) {
    this.panel = panel;
    this.protectionDays = protectionDays;
  }

  @Override
  public double quantity(int series, int day, double onHand, double onOrder) {
    float[] units = panel.units()[series];
    int end = day - panel.firstDay();
    double sum = 0;
    double squares = 0;
    int known = 0;
    for (int i = end - DAYS; i < end; i++) {
      if (!Float.isNaN(units[i])) {
        sum += units[i];
        squares += units[i] * units[i];
        known++;
      }
    }
    if (known < 2) {
      return 0;
    }
    double mean = sum / known;
    double deviation = Math.sqrt(Math.max(0, (squares - sum * mean) / (known - 1)));
    double upTo = protectionDays * mean + SERVICE * deviation * Math.sqrt(protectionDays);
    return Math.ceil(upTo - onHand - onOrder - 1e-9);
  }
}

package io.gemba.forecast.policy;

/**
 * What a place has of an item.
 *
 * @param isCounted whether {@code onHand} is known; if not it is 0
 * @param onHand units on the shelf, not negative
 * @param onOrder units on their way, not negative
 * @param lostUnits units of its supply that will not come because a line stood, not negative
 */
public record StockPosition(boolean isCounted, double onHand, double onOrder, double lostUnits) {

  /** The same with more on the shelf. */
  public StockPosition plus(double units) {
    return new StockPosition(isCounted, onHand + units, onOrder, lostUnits);
  }

  /** Units that demand can draw on, below 0 if more was lost than is there. */
  double net() {
    return onHand + onOrder - lostUnits;
  }

  /** Units that demand can draw on. */
  public double available() {
    return Math.max(0, net());
  }
}

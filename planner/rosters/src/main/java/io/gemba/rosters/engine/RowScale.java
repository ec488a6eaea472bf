package io.gemba.rosters.engine;

/**
 * Prices of a row search as whole numbers that cannot overflow.
 *
 * @param factor what prices are multiplied by before they are rounded
 */
record RowScale(double factor) {
  private static final double MOST = 1e7;

  int of(double price) {
    return (int) Math.round(Math.max(-MOST, Math.min(MOST, price * factor)));
  }

  int of(long price) {
    return of((double) price);
  }
}

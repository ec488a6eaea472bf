package io.gemba.routes.engine;

/**
 * What a unit of time warp and of excess load costs, in units of length. The prices rise while too
 * few of the local optima are feasible and fall while too many are (Vidal et al. 2012).
 */
final class Penalties {
  private static final int WINDOW = 50;
  private static final double GOAL = 0.5;
  private static final double UP = 1.3;
  private static final double DOWN = 0.85;
  private static final double LEAST = 0.1;
  private static final double MOST = 10_000;

  double warp;
  double excess;

  /** What a route in use costs beside its length; the search sets it as it cools. */
  int route;

  private int seen;
  private int onTime;
  private int fitting;

  /**
   * @param warp first price of a unit of time warp
   * @param excess first price of a unit of load
   */
  Penalties(double warp, double excess) {
    this.warp = warp;
    this.excess = excess;
  }

  double of(int warpUnits, int excessUnits) {
    return warp * warpUnits + excess * excessUnits;
  }

  /** Learns from one local optimum. */
  void saw(boolean isOnTime, boolean fits) {
    onTime += isOnTime ? 1 : 0;
    fitting += fits ? 1 : 0;
    if (++seen == WINDOW) {
      warp = adjusted(warp, onTime);
      excess = adjusted(excess, fitting);
      seen = 0;
      onTime = 0;
      fitting = 0;
    }
  }

  private static double adjusted(double price, int feasible) {
    double changed = feasible < GOAL * WINDOW ? price * UP : price * DOWN;
    return Math.min(MOST, Math.max(LEAST, changed));
  }
}

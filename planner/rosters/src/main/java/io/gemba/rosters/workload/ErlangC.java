package io.gemba.rosters.workload;

/**
 * A queue with random arrivals, random service and patient customers (M/M/n; Erlang 1917). Time is
 * in any unit as long as it is the same.
 */
public final class ErlangC {
  private static final int MOST_HEADS = 100_000;

  private ErlangC() {}

  /**
   * Share of customers who wait at all.
   *
   * @param heads people who serve, at least 1
   * @param erlangs arrivals per time x mean service time, not negative
   * @return 1 when the queue grows without end
   */
  public static double waitShare(int heads, double erlangs) {
    check(heads, erlangs);
    if (erlangs >= heads) {
      return 1;
    }
    // Erlang B by its recursion, which never overflows (Cooper 1981), then C from B
    double blocked = 1;
    for (int n = 1; n <= heads; n++) {
      blocked = erlangs * blocked / (n + erlangs * blocked);
    }
    return heads * blocked / (heads - erlangs * (1 - blocked));
  }

  /**
   * Share of customers who are served within a time.
   *
   * @param within time that a customer may wait, not negative
   * @param meanService mean time of a service, above 0
   */
  public static double servedWithin(int heads, double erlangs, double within, double meanService) {
    double wait = waitShare(heads, erlangs);
    return wait >= 1 ? 0 : 1 - wait * Math.exp(-(heads - erlangs) * within / meanService);
  }

  /**
   * The fewest people who serve a share of customers within a time.
   *
   * @param share above 0, below 1
   * @return 0 when nobody comes
   */
  public static int leastHeads(double erlangs, double share, double within, double meanService) {
    if (!(share > 0 && share < 1) || !(within >= 0) || !(meanService > 0)) {
      throw new IllegalArgumentException(
          "share (%s) must lie between 0 and 1, within (%s) not be negative, meanService (%s) be above 0."
              .formatted(share, within, meanService));
    }
    if (erlangs == 0) {
      return 0;
    }
    int heads = Math.max(1, (int) Math.floor(erlangs) + 1);
    while (servedWithin(heads, erlangs, within, meanService) < share) {
      heads++;
    }
    return heads;
  }

  private static void check(int heads, double erlangs) {
    if (heads < 1 || heads > MOST_HEADS || !(erlangs >= 0) || Double.isInfinite(erlangs)) {
      throw new IllegalArgumentException(
          "heads (%d) must be from 1 to %d, erlangs (%s) finite and not negative."
              .formatted(heads, MOST_HEADS, erlangs));
    }
  }
}

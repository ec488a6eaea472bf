package io.gemba.rosters.engine;

/**
 * A hard and a soft price in one long, so that tables and sums need one addition. The low 42 bits
 * hold the soft price (up to 2.1e12 either way), the high 22 bits the hard one (up to 2.0e6 either
 * way). Single entries and the change by one step fit; totals of whole rosters are kept apart.
 */
public final class Price {
  /** A price no search ever pays. */
  static final long FORBIDDEN = of(1_000_000, 0);

  private static final int SOFT_BITS = 42;
  private static final int HARD_BITS = 64 - SOFT_BITS;

  private Price() {}

  /** Packs a hard and a soft price. */
  public static long of(long hard, long soft) {
    return (hard << SOFT_BITS) + soft;
  }

  /** A hard price alone. */
  public static long hard(long hard, boolean isHard) {
    return isHard ? hard << SOFT_BITS : hard;
  }

  /** The soft part. */
  public static long soft(long price) {
    return price << HARD_BITS >> HARD_BITS;
  }

  /** The hard part. */
  public static long hard(long price) {
    return (price - soft(price)) >> SOFT_BITS;
  }

  /** One number for the search: the soft part plus the hard part times a weight. */
  static long flat(long price, long hardWeight) {
    long soft = soft(price);
    return soft + hardWeight * ((price - soft) >> SOFT_BITS);
  }
}

package io.gemba.forecast.policy;

/** Units that may be asked for in some days together, not negative. */
public interface UncertainDemand {
  /** The chance that demand is greater than {@code stock}; does not rise with it. */
  double chanceAbove(double stock);

  /** Expected units of demand beyond {@code stock}. */
  double expectedAbove(double stock);

  /**
   * The stock that suffices with a given chance.
   *
   * @param level between 0 and 1
   */
  double quantile(double level);

  /** Expected units of {@code stock} that demand leaves over. */
  default double expectedLeft(double stock) {
    return Math.max(0, stock - expectedAbove(0) + expectedAbove(stock));
  }
}

package io.gemba.sensors.control;

import io.gemba.message.ControlChart.Capability;
import org.jspecify.annotations.Nullable;

/**
 * Capability of a process (NIST/SEMATECH e-Handbook of Statistical Methods, 6.1.6): the distance of
 * the specification limits, or of the nearer one from the mean, in three deviations.
 *
 * @param lower least value that is good; null when there is none
 * @param upper greatest value that is good; null when there is none
 */
record CapabilityRule(@Nullable Double lower, @Nullable Double upper) {
  private static final double SIGMAS = 3;

  /**
   * Null without limits, or when nothing varies.
   *
   * @param within deviation within subgroups
   * @param overall deviation of all values
   */
  @Nullable Capability of(double mean, double within, double overall) {
    if ((lower == null && upper == null) || within <= 0 || overall <= 0) {
      return null;
    }
    return new Capability(
        potential(within), actual(mean, within), potential(overall), actual(mean, overall));
  }

  private @Nullable Double potential(double sigma) {
    return lower == null || upper == null ? null : (upper - lower) / (2 * SIGMAS * sigma);
  }

  private double actual(double mean, double sigma) {
    double below = lower == null ? Double.POSITIVE_INFINITY : mean - lower;
    double above = upper == null ? Double.POSITIVE_INFINITY : upper - mean;
    return Math.min(below, above) / (SIGMAS * sigma);
  }
}

package io.gemba.forecast.policy;

import org.jspecify.annotations.Nullable;

/**
 * What is too much at a place, and what it costs.
 *
 * @param wanted the most units that its policy wants there
 * @param units units beyond that, or that expire before they are sold if those are more
 * @param expiringUnits units expected to expire, beyond those that the policy accepts
 * @param soldInDays days until the excess is sold; null if not within a year or before it expires
 * @param lastsDays days that all units last; null if more than ten years
 * @param holdingCents of the excess until it is sold or expires
 * @param wasteCents of the units that expire
 */
public record Excess(
    double wanted,
    double units,
    double expiringUnits,
    @Nullable Integer soldInDays,
    @Nullable Integer lastsDays,
    long holdingCents,
    long wasteCents) {

  /** What it costs if nobody does anything. */
  public long totalCents() {
    return holdingCents + wasteCents;
  }

  /** About what it costs less with so many units less: those that expire would go first. */
  public double savedWithout(double less) {
    double wasted = expiringUnits > 0 ? Math.min(1, less / expiringUnits) : 0;
    return wasteCents * wasted + (units > 0 ? holdingCents * Math.min(1, less / units) : 0);
  }
}

package io.gemba.routes;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A plan's cost by kind, in cents.
 *
 * @param fixedCents of the vehicles that leave their depot
 * @param distanceCents of the ways
 * @param timeCents of the time from departure to return
 * @param latenessCents of starting service after a window
 * @param undeliveredCents of orders that nobody brings
 */
public record RouteCosts(
    long fixedCents,
    long distanceCents,
    long timeCents,
    long latenessCents,
    long undeliveredCents) {

  /** All kinds together. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public long totalCents() {
    return fixedCents + distanceCents + timeCents + latenessCents + undeliveredCents;
  }

  /** Kind by kind sum. */
  public RouteCosts plus(RouteCosts other) {
    return new RouteCosts(
        fixedCents + other.fixedCents,
        distanceCents + other.distanceCents,
        timeCents + other.timeCents,
        latenessCents + other.latenessCents,
        undeliveredCents + other.undeliveredCents);
  }
}

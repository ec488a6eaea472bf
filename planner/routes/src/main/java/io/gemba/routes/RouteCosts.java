package io.gemba.routes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A plan's cost by kind, in cents.
 *
 * @param fixedCents of the vehicles that leave their depot
 * @param distanceCents of the ways
 * @param timeCents of the time from departure to return
 * @param latenessCents of starting service after a window
 * @param undeliveredCents of orders that nobody brings
 * @param movedCents of orders that the plan before had on another vehicle; a missing one is 0
 * @param balanceCents of uneven work, only of a whole plan; a missing one is 0
 */
public record RouteCosts(
    long fixedCents,
    long distanceCents,
    long timeCents,
    long latenessCents,
    long undeliveredCents,
    Long movedCents,
    Long balanceCents) {

  /** Costs of which nothing was moved. */
  public RouteCosts(
      long fixedCents,
      long distanceCents,
      long timeCents,
      long latenessCents,
      long undeliveredCents) {
    this(fixedCents, distanceCents, timeCents, latenessCents, undeliveredCents, 0L, 0L);
  }

  /** Costs without a price of uneven work. */
  public RouteCosts(
      long fixedCents,
      long distanceCents,
      long timeCents,
      long latenessCents,
      long undeliveredCents,
      Long movedCents) {
    this(fixedCents, distanceCents, timeCents, latenessCents, undeliveredCents, movedCents, 0L);
  }

  /** All kinds. */
  @JsonCreator
  public RouteCosts {
    movedCents = movedCents == null ? 0L : movedCents;
    balanceCents = balanceCents == null ? 0L : balanceCents;
  }

  /** All kinds together. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public long totalCents() {
    return fixedCents
        + distanceCents
        + timeCents
        + latenessCents
        + undeliveredCents
        + movedCents
        + balanceCents;
  }

  /** Kind by kind sum. */
  public RouteCosts plus(RouteCosts other) {
    return new RouteCosts(
        fixedCents + other.fixedCents,
        distanceCents + other.distanceCents,
        timeCents + other.timeCents,
        latenessCents + other.latenessCents,
        undeliveredCents + other.undeliveredCents,
        movedCents + other.movedCents,
        balanceCents + other.balanceCents);
  }
}

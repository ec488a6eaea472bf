package io.gemba.rosters.model;

import java.util.List;

/**
 * What one duty on one day brings to one demand. Compared by identity.
 *
 * @param demand what it covers
 * @param minutes worked in each hour of the demand's day, 24; not copied, must not change
 */
public record Portion(DemandDay demand, int[] minutes) {
  static final int[] NOTHING = new int[24];

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Portions of one duty. */
  record OfDuty(Duty duty, List<Portion> portions) {}
}

package io.gemba.rosters.model;

import java.util.List;

/** What one duty on one day brings to one demand. Immutable, compared by identity. */
public final class Portion {
  static final int[] NOTHING = new int[0];

  private final DemandDay demand;
  private final int[] minutes;

  /** Portions of one duty. */
  record OfDuty(Duty duty, List<Portion> portions) {}

  Portion(DemandDay demand, int[] minutes) {
    this.demand = demand;
    this.minutes = minutes;
  }

  /** What it covers. */
  public DemandDay demand() {
    return demand;
  }

  /** Adds the minutes in each interval of the demand's day to sums, or takes them away. */
  public void addTo(int[] sums, int sign) {
    for (int interval = 0; interval < minutes.length; interval++) {
      sums[interval] += sign * minutes[interval];
    }
  }
}

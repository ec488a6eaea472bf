package io.gemba.rosters.model;

import io.gemba.rosters.RosterRequest.Demand;

/**
 * Heads needed for one skill at one place on one day. Immutable, compared by identity. Prices come
 * out in cent-minutes: cents of an hour times minutes, so a sixtieth of a cent is 1 and nothing is
 * rounded.
 */
public final class DemandDay {
  private static final int HOUR_MINUTES = 60;
  private final Demand demand;
  private final int day;

  DemandDay(Demand demand, int day) {
    this.demand = demand;
    this.day = day;
  }

  /** As in the request. */
  public Demand demand() {
    return demand;
  }

  /** Day of the roster, 0 = first. */
  public int day() {
    return day;
  }

  /** Price of the heads too few, in cent-minutes. */
  public long underCentMinutes(int[] haveMinutes) {
    long under = 0;
    for (int hour = 0; hour < haveMinutes.length; hour++) {
      under += Math.max(0, demand.heads().get(hour) * HOUR_MINUTES - haveMinutes[hour]);
    }
    return under * demand.underCentsPerHour();
  }

  /** Price of the heads too many, in cent-minutes. */
  public long overCentMinutes(int[] haveMinutes) {
    long over = 0;
    for (int hour = 0; hour < haveMinutes.length; hour++) {
      over += Math.max(0, haveMinutes[hour] - demand.heads().get(hour) * HOUR_MINUTES);
    }
    return over * demand.overCentsPerHour();
  }
}

package io.gemba.rosters.model;

import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.PriceStep;
import java.util.List;

/**
 * Heads needed for one skill at one place on one day. Immutable, compared by identity. Prices come
 * out in cent-minutes: cents of an hour times minutes, so a sixtieth of a cent is 1 and nothing is
 * rounded.
 */
public final class DemandDay {
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

  /**
   * Price of the heads too few, in cent-minutes.
   *
   * @param haveMinutes minutes worked in each interval; entries beyond the last are not read
   */
  public long underCentMinutes(int[] haveMinutes) {
    long under = 0;
    for (int interval = 0; interval < demand.heads().size(); interval++) {
      under += underCentMinutes(demand, interval, haveMinutes[interval]);
    }
    return under;
  }

  /** Price of the heads too many, in cent-minutes. */
  public long overCentMinutes(int[] haveMinutes) {
    long over = 0;
    for (int interval = 0; interval < demand.heads().size(); interval++) {
      over += overCentMinutes(demand, interval, haveMinutes[interval]);
    }
    return over;
  }

  /** Price of the heads too few in one interval. */
  public static long underCentMinutes(Demand demand, int interval, long haveMinutes) {
    long missing = (long) demand.heads().get(interval) * demand.intervalMinutes() - haveMinutes;
    return price(demand, missing, demand.underCentsPerHour(), demand.underSteps());
  }

  /** Price of the heads too many in one interval. */
  public static long overCentMinutes(Demand demand, int interval, long haveMinutes) {
    long tooMany = haveMinutes - (long) demand.heads().get(interval) * demand.intervalMinutes();
    return price(demand, tooMany, demand.overCentsPerHour(), demand.overSteps());
  }

  private static long price(Demand demand, long minutes, long firstCents, List<PriceStep> steps) {
    long cents = firstCents;
    long sum = Math.max(0, minutes) * cents;
    for (PriceStep step : steps) {
      long beyond = minutes - (long) step.heads() * demand.intervalMinutes();
      sum += Math.max(0, beyond) * (step.centsPerHour() - cents);
      cents = step.centsPerHour();
    }
    return sum;
  }
}

package io.gemba.rosters.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * What a head too few and a head too many costs.
 *
 * @param underCentsPerHour of work that nobody does, above 0
 * @param overCentsPerHour of a head without work, wage included, above 0
 */
public record CoverPrices(double underCentsPerHour, double overCentsPerHour) {
  private static final int SLICES = 200;

  /** Checks the prices. */
  public CoverPrices {
    if (!(underCentsPerHour > 0) || !(overCentsPerHour > 0)) {
      throw new IllegalArgumentException(
          "underCentsPerHour (%s) and overCentsPerHour (%s) must be above 0."
              .formatted(underCentsPerHour, overCentsPerHour));
    }
  }

  /**
   * The share of days on which the work should be covered (newsvendor: Arrow, Harris and Marschak
   * 1951).
   */
  public double coveredShare() {
    return underCentsPerHour / (underCentsPerHour + overCentsPerHour);
  }

  /**
   * What each number of people in one interval is expected to cost: the convex price of cover, with
   * its least at the newsvendor's quantile.
   *
   * @param intervalMinutes length of the interval
   * @param most largest number of people asked for
   * @return cents for 0, 1, ... {@code most} people
   */
  public List<Double> expectedCents(
      LabourStandard standard, Volume volume, int intervalMinutes, int most) {
    List<Double> cents = new ArrayList<>(most + 1);
    double hours = intervalMinutes / 60.0;
    for (int people = 0; people <= most; people++) {
      double sum = 0;
      for (int slice = 0; slice < SLICES; slice++) {
        double need = standard.people(volume.at((slice + 0.5) / SLICES) / hours);
        sum +=
            need > people
                ? (need - people) * underCentsPerHour
                : (people - need) * overCentsPerHour;
      }
      cents.add(sum / SLICES * hours);
    }
    return cents;
  }
}

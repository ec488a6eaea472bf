package io.gemba.rosters.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * Whole people per interval of a day. The quantile of the volume that is worth covering follows
 * from the prices (newsvendor: Arrow, Harris and Marschak 1951). Work that does not fill an
 * interval of one person waits for the next, so that rounding up each interval does not inflate the
 * day; it never waits longer than the next interval with a least number of people allows, and the
 * last interval with work takes what is left.
 */
public final class HeadsCurve {
  private static final double NOTHING = 1e-9;
  private static final double HOUR_SECONDS = 3600;
  private static final int SLICES = 200;

  private final int intervalMinutes;
  private final LabourStandard standard;
  private final int minimumHeads;
  private final Prices prices;

  /**
   * What a head too few and a head too many costs.
   *
   * @param underCentsPerHour of work that nobody does, above 0
   * @param overCentsPerHour of a head without work, wage included, above 0
   */
  public record Prices(double underCentsPerHour, double overCentsPerHour) {
    /** Checks the prices. */
    public Prices {
      if (!(underCentsPerHour > 0) || !(overCentsPerHour > 0)) {
        throw new IllegalArgumentException(
            "underCentsPerHour (%s) and overCentsPerHour (%s) must be above 0."
                .formatted(underCentsPerHour, overCentsPerHour));
      }
    }

    /** The share of days on which the work should be covered. */
    public double coveredShare() {
      return underCentsPerHour / (underCentsPerHour + overCentsPerHour);
    }
  }

  /**
   * @param intervalMinutes 15, 20, 30 or 60
   * @param minimumHeads people who are there while there is work, not negative
   */
  public HeadsCurve(int intervalMinutes, LabourStandard standard, int minimumHeads, Prices prices) {
    if (intervalMinutes < 15 || intervalMinutes > 60 || 60 % intervalMinutes != 0) {
      throw new IllegalArgumentException(
          "intervalMinutes (%d) must be 15, 20, 30 or 60.".formatted(intervalMinutes));
    }
    if (minimumHeads < 0) {
      throw new IllegalArgumentException(
          "minimumHeads (%d) must not be negative.".formatted(minimumHeads));
    }
    this.intervalMinutes = intervalMinutes;
    this.standard = standard;
    this.minimumHeads = minimumHeads;
    this.prices = prices;
  }

  /**
   * The people of a day.
   *
   * @param volumes one an interval, in their order
   * @return people of each interval, same length
   */
  public List<Integer> heads(List<Volume> volumes) {
    double share = prices.coveredShare();
    double[] work = volumes.stream().mapToDouble(volume -> work(volume.at(share))).toArray();
    boolean waits = !(standard instanceof LabourStandard.Queue);
    int last = last(work);
    List<Integer> heads = new ArrayList<>(work.length);
    double waiting = 0;
    for (int i = 0; i < work.length; i++) {
      double here = work[i] + waiting;
      boolean roundsUp = i >= last || !waits;
      int whole = (int) (roundsUp ? Math.ceil(here - NOTHING) : Math.floor(here + NOTHING));
      int there = Math.max(whole, work[i] > NOTHING ? minimumHeads : 0);
      waiting = waits ? Math.max(0, here - there) : 0;
      heads.add(there);
    }
    return heads;
  }

  private static int last(double[] work) {
    int last = work.length - 1;
    while (last >= 0 && work[last] <= NOTHING) {
      last--;
    }
    return last;
  }

  /** People, not rounded, that a volume of one interval keeps busy; whole ones for a queue. */
  public double work(double units) {
    double perHour = units * 60 / intervalMinutes;
    if (standard instanceof LabourStandard.Linear linear) {
      return perHour * linear.secondsPerUnit() / HOUR_SECONDS / linear.utilisation();
    }
    if (standard instanceof LabourStandard.Stepped stepped) {
      double seconds = 0;
      for (LabourStandard.Step step : stepped.steps()) {
        seconds = perHour >= step.fromUnitsPerHour() ? step.secondsPerUnit() : seconds;
      }
      return perHour * seconds / HOUR_SECONDS;
    }
    if (standard instanceof LabourStandard.Queue queue) {
      double erlangs = perHour * queue.meanSeconds() / HOUR_SECONDS;
      return ErlangC.leastHeads(
          erlangs, queue.servedShare(), queue.withinSeconds(), queue.meanSeconds());
    }
    return ((LabourStandard.Fixed) standard).heads();
  }

  /**
   * What each number of people in one interval is expected to cost: the convex price of cover, with
   * its least at the newsvendor's quantile.
   *
   * @param most largest number of people asked for
   * @return cents for 0, 1, ... {@code most} people
   */
  public List<Double> expectedCents(Volume volume, int most) {
    List<Double> cents = new ArrayList<>(most + 1);
    double hours = intervalMinutes / 60.0;
    for (int people = 0; people <= most; people++) {
      double sum = 0;
      for (int slice = 0; slice < SLICES; slice++) {
        double need = work(volume.at((slice + 0.5) / SLICES));
        sum +=
            need > people
                ? (need - people) * prices.underCentsPerHour()
                : (people - need) * prices.overCentsPerHour();
      }
      cents.add(sum / SLICES * hours);
    }
    return cents;
  }
}

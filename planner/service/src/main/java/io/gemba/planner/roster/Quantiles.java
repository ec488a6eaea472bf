package io.gemba.planner.roster;

import io.gemba.message.Workload;

/** Units of work at a probability, between the levels that the forecast gives. */
final class Quantiles {
  private Quantiles() {}

  /**
   * The share of days on which the work should be covered (newsvendor, Arrow, Harris and Marschak
   * 1951): an hour nobody covers costs {@code under - wage} more than a covered one, an hour nobody
   * needs costs {@code wage + over}.
   *
   * @return 0.5 to 0.99
   */
  static double coveredShare(long underCents, double wageCents, long overCents) {
    double share = (underCents - wageCents) / (underCents + (double) overCents);
    return Math.min(0.99, Math.max(0.5, share));
  }

  /**
   * Units of an hour at a probability; straight between two levels, flat outside them. Without
   * levels it is the mean.
   */
  static double units(Workload work, int hour, double probability) {
    int levels = work.levels().size();
    if (levels == 0) {
      return work.mean().get(hour);
    }
    for (int level = 0; level < levels; level++) {
      if (probability <= work.levels().get(level)) {
        return level == 0 ? work.units().get(0).get(hour) : between(work, level, hour, probability);
      }
    }
    return work.units().get(levels - 1).get(hour);
  }

  private static double between(Workload work, int level, int hour, double probability) {
    double low = work.levels().get(level - 1);
    double share = (probability - low) / (work.levels().get(level) - low);
    double from = work.units().get(level - 1).get(hour);
    return from + share * (work.units().get(level).get(hour) - from);
  }
}

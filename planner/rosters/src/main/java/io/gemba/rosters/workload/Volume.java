package io.gemba.rosters.workload;

import java.util.List;

/**
 * Units of work in one interval, by probability: straight between two levels, flat outside them.
 *
 * @param levels probabilities, ascending, between 0 and 1, at least one
 * @param units units at each level, not descending, none negative
 */
public record Volume(List<Double> levels, List<Double> units) {
  /** Checks and copies the lists. */
  public Volume {
    levels = List.copyOf(levels);
    units = List.copyOf(units);
    if (levels.isEmpty() || levels.size() != units.size()) {
      throw new IllegalArgumentException(
          "There must be as many units (%d) as levels (%d), at least one."
              .formatted(units.size(), levels.size()));
    }
    for (int i = 0; i < levels.size(); i++) {
      boolean rises =
          i == 0 || (levels.get(i) > levels.get(i - 1) && units.get(i) >= units.get(i - 1));
      if (!rises || !(levels.get(i) > 0 && levels.get(i) < 1) || !(units.get(i) >= 0)) {
        throw new IllegalArgumentException(
            "levels %s must rise between 0 and 1, and units %s must not fall nor be negative."
                .formatted(levels, units));
      }
    }
  }

  /** A volume that is known. */
  public static Volume of(double units) {
    return new Volume(List.of(0.5), List.of(units));
  }

  /** Units that are not exceeded with a probability. */
  public double at(double probability) {
    int last = levels.size() - 1;
    if (probability <= levels.get(0)) {
      return units.get(0);
    }
    if (probability >= levels.get(last)) {
      return units.get(last);
    }
    int above = 1;
    while (levels.get(above) < probability) {
      above++;
    }
    double share =
        (probability - levels.get(above - 1)) / (levels.get(above) - levels.get(above - 1));
    return units.get(above - 1) + share * (units.get(above) - units.get(above - 1));
  }
}

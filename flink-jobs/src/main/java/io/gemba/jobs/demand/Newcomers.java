package io.gemba.jobs.demand;

import io.gemba.forecast.Forecaster;
import io.gemba.forecast.LevelPrior;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.forecast.panel.SitePanel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The levels of the items of a place, and what is expected of those that are new there: the level
 * of the established items they are planned with (same supplier or line), of all established ones
 * where these are too few, and at a new place of whatever is sold there.
 */
final class Newcomers {
  private final double[] levels;
  private final @Nullable LevelPrior[] priors;

  /**
   * @param rows in an order that does not depend on arrival
   */
  @SuppressWarnings("NullAway") // elements of the array are set below, or stay null
  Newcomers(
      Forecaster forecaster, WeekdayProfile profile, List<SitePanel.Row> rows, SitePanel site) {
    levels = new double[rows.size()];
    priors = new LevelPrior[rows.size()];
    Map<String, List<Double>> established = new HashMap<>();
    List<Double> wide = new ArrayList<>();
    List<Double> any = new ArrayList<>();
    boolean[] isYoung = new boolean[rows.size()];
    for (int i = 0; i < levels.length; i++) {
      SitePanel.Row row = rows.get(i);
      int known = Forecaster.knownDays(row.values());
      levels[i] = forecaster.level(row.values(), row.origin(), profile);
      isYoung[i] = known < LevelPrior.YOUNG_DAYS;
      if (!isYoung[i]) {
        established
            .computeIfAbsent(site.department(row.item()), department -> new ArrayList<>())
            .add(levels[i]);
        wide.add(levels[i]);
      }
      if (known > 0) {
        any.add(levels[i]);
      }
    }
    LevelPrior ofPlace = first(wide, any);
    Map<String, LevelPrior> ofDepartments = new HashMap<>();
    established.forEach(
        (department, those) -> {
          LevelPrior prior = first(those);
          if (prior != null) {
            ofDepartments.put(department, prior);
          }
        });
    for (int i = 0; i < levels.length; i++) {
      if (isYoung[i]) {
        SitePanel.Row row = rows.get(i);
        LevelPrior ofDepartment = ofDepartments.get(site.department(row.item()));
        priors[i] = ofDepartment == null ? ofPlace : ofDepartment;
        levels[i] = forecaster.level(row.values(), row.origin(), profile, priors[i]);
      }
    }
  }

  /** Units of an average day of a row. */
  double level(int position) {
    return levels[position];
  }

  /** What is expected of a row; null if it stands on its own, or nothing is known to go by. */
  @Nullable LevelPrior prior(int position) {
    return priors[position];
  }

  @SafeVarargs
  private static @Nullable LevelPrior first(List<Double>... groups) {
    for (List<Double> group : groups) {
      LevelPrior prior = LevelPrior.of(group.stream().mapToDouble(Double::doubleValue).toArray());
      if (prior != null) {
        return prior;
      }
    }
    return null;
  }
}

package io.gemba.jobs.demand;

import io.gemba.forecast.LevelPrior;
import io.gemba.forecast.learn.ItemLevels;
import io.gemba.forecast.panel.SitePanel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sold at a place, and what a newcomer there is expected to sell: what it sells elsewhere
 * times the size of the place, as far as a trained model knows; else the level of the established
 * items it is planned with (same supplier or line), of all established ones where these are too
 * few, and at a new place of whatever is sold there.
 */
final class PlaceLevels {
  private final SitePanel site;
  private final ItemLevels elsewhere;
  private final Map<String, List<Double>> ofDepartments = new HashMap<>();
  private final List<Double> established = new ArrayList<>();
  private final List<Double> any = new ArrayList<>();
  private double units;
  private double expected;

  PlaceLevels(SitePanel site, ItemLevels elsewhere) {
    this.site = site;
    this.elsewhere = elsewhere;
  }

  void add(String item, double level, int knownDays) {
    if (knownDays == 0) {
      return;
    }
    any.add(level);
    if (knownDays >= LevelPrior.YOUNG_DAYS) {
      established.add(level);
      ofDepartments
          .computeIfAbsent(site.department(item), department -> new ArrayList<>())
          .add(level);
    }
    double mean = elsewhere.mean(item);
    if (mean > 0) {
      int counted = Math.min(knownDays, LevelPrior.YOUNG_DAYS);
      units += level * counted;
      expected += mean * counted;
    }
  }

  /** What a newcomer goes by, once all items are added; null if nothing is known to go by. */
  @Nullable LevelPrior prior(String item) {
    LevelPrior prior = elsewhere.prior(item, ItemLevels.Size.of(units, expected));
    if (prior == null) {
      prior = of(ofDepartments.getOrDefault(site.department(item), List.of()));
    }
    if (prior == null) {
      prior = of(established);
    }
    return prior == null ? of(any) : prior;
  }

  private static @Nullable LevelPrior of(List<Double> levels) {
    return LevelPrior.of(levels.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

package io.gemba.jobs.demand;

import io.gemba.forecast.Forecaster;
import io.gemba.forecast.LevelPrior;
import io.gemba.forecast.WeekdayProfile;
import io.gemba.forecast.learn.ItemLevels;
import io.gemba.forecast.panel.SitePanel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels of the items of a place, and what is expected of those that are new there ({@link
 * PlaceLevels}).
 */
final class Newcomers {
  private final double[] levels;
  private final @Nullable LevelPrior[] priors;

  /**
   * @param rows in an order that does not depend on arrival
   * @param elsewhere what items sell at other places
   */
  @SuppressWarnings("NullAway") // elements of the array are set below, or stay null
  Newcomers(
      Forecaster forecaster,
      WeekdayProfile profile,
      List<SitePanel.Row> rows,
      SitePanel site,
      ItemLevels elsewhere) {
    levels = new double[rows.size()];
    priors = new LevelPrior[rows.size()];
    PlaceLevels place = new PlaceLevels(site, elsewhere);
    boolean[] isYoung = new boolean[rows.size()];
    for (int i = 0; i < levels.length; i++) {
      SitePanel.Row row = rows.get(i);
      int known = Forecaster.knownDays(row.values());
      levels[i] = forecaster.level(row.values(), row.origin(), profile);
      isYoung[i] = known < LevelPrior.YOUNG_DAYS;
      place.add(row.item(), levels[i], known);
    }
    for (int i = 0; i < levels.length; i++) {
      if (isYoung[i]) {
        SitePanel.Row row = rows.get(i);
        priors[i] = place.prior(row.item());
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
}

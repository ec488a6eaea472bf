package io.gemba.forecast.learn;

import io.gemba.forecast.Forecaster;
import io.gemba.forecast.panel.Panel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Trains a {@link DemandModel} on a panel; nothing after its last day is read but the calendar.
 *
 * <p>Rows are drawn from weekly origins of the last years, more often of series that sell more, and
 * weighted back. The target is units over level x profile x calendar, with the weight that makes
 * its Tweedie deviance that of the units. So that the trees do not learn to trust effects that were
 * fitted on the very days they are to explain, each year's rows see a calendar that was fitted
 * without that year.
 */
public final class ModelTrainer {
  private static final int DAYS = DemandModel.DAYS;
  private static final int WEEK = 7;
  private static final int YEAR_WEEKS = 52;
  private static final int YEAR = 364;
  private static final int LEAST_HISTORY = 400;
  private static final int LEAST_KNOWN = 28;
  private static final double DRAWN_IN_VAIN = 1.25;
  private static final double SPREAD_SHARE = 0.4;
  private static final int SPREAD_TREES = 80;
  private static final double CALIBRATION_SHARE = 0.6;
  private static final double[] LEVELS =
      Forecaster.LEVELS.stream().mapToDouble(Double::doubleValue).toArray();

  private final Options options;
  private final RowSink.Factory trees;

  /**
   * @param options sizes and seeds
   * @param trees grows trees from rows
   */
  public ModelTrainer(Options options, RowSink.Factory trees) {
    this.options = options;
    this.trees = trees;
  }

  /**
   * How to train.
   *
   * @param rows about so many rows for the mean
   * @param trees of the mean
   * @param depth of the trees of the mean
   * @param eta what a tree of the mean adds
   * @param years of origins, the newest
   * @param halfLifeYears after which a row counts half
   * @param power variance power of the Tweedie deviance, above 1 and below 2
   * @param seed of all drawing
   */
  public record Options(
      int rows,
      int trees,
      int depth,
      double eta,
      int years,
      double halfLifeYears,
      double power,
      long seed) {
    /** What was measured to be good. */
    public static Options standard() {
      return new Options(350_000, 200, 6, 0.05, 4, 1.5, 1.1, 7);
    }

    /** The same with another number of rows. */
    public Options withRows(int another) {
      return new Options(another, trees, depth, eta, years, halfLifeYears, power, seed);
    }
  }

  /** Trains on all days of a panel. */
  public DemandModel train(Panel panel) {
    Ground ground = ground(panel);
    TreeEnsemble none = TreeEnsemble.of(List.of(), 0, 0, 0);
    Calibration plain = Calibration.none(LEVELS);
    TreeEnsemble means = means(ground, ground.model(none, none, plain));
    TreeEnsemble spreads = spreads(ground, ground.model(means, none, plain));
    Calibration.Counter counter = new Calibration.Counter();
    walk(
        ground.lastYear(),
        ground.share * CALIBRATION_SHARE,
        ground.model(means, spreads, plain),
        TrainingRows.calibration(panel, counter));
    return ground.model(means, spreads, counter.calibration(LEVELS));
  }

  private Ground ground(Panel panel) {
    int weeks =
        Math.min((panel.days() - 1 - DAYS - LEAST_HISTORY) / WEEK, YEAR_WEEKS * options.years);
    if (weeks < 1) {
      throw new IllegalArgumentException(
          "%d days are too few to train on. Give at least %d."
              .formatted(panel.days(), LEAST_HISTORY + DAYS + WEEK + 1));
    }
    Panel filled = PanelView.filled(panel);
    return new Ground(
        panel,
        ItemLevels.of(panel),
        filled,
        PanelView.fitted(panel, filled, new boolean[0]).effects(),
        new HashMap<>(),
        weeks,
        (double) options.rows
            / TrainingRows.DAYS_A_WINDOW
            / panel.members().size()
            / weeks
            * DRAWN_IN_VAIN);
  }

  private TreeEnsemble means(Ground ground, DemandModel model) {
    RowSink rows =
        trees.of(
            SeriesFeatures.originCount(),
            SeriesFeatures.originCount() + SeriesFeatures.dayCount(),
            Map.of(
                "max_depth",
                options.depth,
                "eta",
                options.eta,
                "min_child_weight",
                20.0,
                "tweedie_variance_power",
                String.valueOf(options.power)));
    walk(ground, ground.share, model, TrainingRows.mean(ground.panel, options, rows));
    return rows.grow(options.trees);
  }

  private TreeEnsemble spreads(Ground ground, DemandModel model) {
    RowSink rows =
        trees.of(
            SpreadFeatures.originCount(),
            SpreadFeatures.count(),
            Map.of(
                "max_depth",
                5,
                "eta",
                0.05,
                "min_child_weight",
                50.0,
                "tweedie_variance_power",
                "1.5"));
    walk(ground, ground.share * SPREAD_SHARE, model, TrainingRows.spread(ground.panel, rows));
    return rows.grow(SPREAD_TREES);
  }

  /**
   * What a training run stands on.
   *
   * @param items what they sell at an average place
   * @param filled the panel with outages filled
   * @param effects the calendar fitted to all days
   * @param views the panel by year back, each with a calendar fitted without that year
   * @param weeks of origins
   * @param share of the series drawn at an origin for the mean
   */
  private record Ground(
      Panel panel,
      ItemLevels items,
      Panel filled,
      Map<String, CalendarEffects> effects,
      Map<Integer, PanelView> views,
      int weeks,
      double share) {

    DemandModel model(TreeEnsemble means, TreeEnsemble spreads, Calibration calibration) {
      return new DemandModel(
          "trees-" + LocalDate.ofEpochDay(panel.lastDay()),
          effects,
          new DemandModel.Codes(
              panel.distinct(Panel.Member::department), panel.distinct(Panel.Member::place)),
          new DemandModel.Trees(means, spreads),
          calibration,
          LEVELS,
          items);
    }

    Ground lastYear() {
      return new Ground(panel, items, filled, effects, views, Math.min(weeks, YEAR_WEEKS), share);
    }

    PanelView view(int week) {
      return views.computeIfAbsent(week / YEAR_WEEKS, year -> without(panel, filled, year));
    }
  }

  private void walk(Ground ground, double share, DemandModel model, TrainingRows.Visitor visitor) {
    SplittableRandom random = new SplittableRandom(options.seed);
    Panel panel = ground.panel;
    int last = panel.lastDay();
    for (int week = 0; week < ground.weeks; week++) {
      int origin = last - DAYS - WEEK * week - random.nextInt(WEEK);
      SeriesSights sights = new SeriesSights(model, ground.view(week));
      for (int series = 0; series < panel.members().size(); series++) {
        double drawn = random.nextDouble();
        double often = Math.sqrt(recent(panel.units()[series], origin - panel.firstDay()) + 0.2);
        double chance = Math.min(1, share * often / 1.1);
        if (drawn < chance && isKnown(panel, series, origin)) {
          double weight = share / chance;
          Optional<SeriesSights.Sight> sight = sights.sight(series, origin);
          if (sight.isPresent()) {
            visitor.visit(sights, sight.get(), series, weight, random);
          }
        }
      }
    }
  }

  private static PanelView without(Panel panel, Panel filled, int year) {
    boolean[] left = new boolean[panel.days()];
    int last = panel.days() - 1 - YEAR * year;
    for (int i = Math.max(0, last - YEAR - WEEK - DAYS); i <= last; i++) {
      left[i] = true;
    }
    return PanelView.fitted(panel, filled, left);
  }

  private static boolean isKnown(Panel panel, int series, int origin) {
    float[] units = panel.units()[series];
    int end = origin + 1 - panel.firstDay();
    int known = 0;
    for (int day = Math.max(0, end - YEAR); day < end; day++) {
      known += Float.isNaN(units[day]) ? 0 : 1;
    }
    return known >= LEAST_KNOWN;
  }

  private static double recent(float[] units, int last) {
    double sum = 0;
    int known = 0;
    for (int day = Math.max(0, last - 55); day <= last; day++) {
      if (!Float.isNaN(units[day])) {
        sum += units[day];
        known++;
      }
    }
    return known == 0 ? 0 : sum / known;
  }
}

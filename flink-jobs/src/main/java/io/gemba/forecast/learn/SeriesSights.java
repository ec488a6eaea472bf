package io.gemba.forecast.learn;

import io.gemba.forecast.panel.Panel;
import java.util.Optional;

/**
 * What a model's trees see of the series of one panel, before any correction. Remembers the
 * features of the series that was seen last. Not thread safe.
 */
final class SeriesSights {
  private static final int DAYS = DemandModel.DAYS;
  private static final double MOST_FANO = 40;

  private final DemandModel model;
  private final PanelView view;
  private final float[] origins = new float[SeriesFeatures.originCount()];
  private final float[][] days = new float[SeriesFeatures.dayCount()][DAYS];
  private final float[] spreadOrigins = new float[SpreadFeatures.originCount()];
  private final float[][] spreadDays = new float[SpreadFeatures.DAY_COUNT][DAYS];

  SeriesSights(DemandModel model, PanelView view) {
    this.model = model;
    this.view = view;
  }

  /** A series seen from an origin. */
  @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
  record Sight(int origin, double[] mean, OwnSpread own) {
    Sight withMean(double[] another) {
      return new Sight(origin, another, own);
    }
  }

  Panel panel() {
    return view.panel();
  }

  /** Empty if too little is known of the series. */
  Optional<Sight> sight(int series, int origin) {
    SeriesWindow window = view.window(series, origin);
    return mean(series, origin, window)
        .map(mean -> new Sight(origin, mean, new OwnSpread(window.sold, origin + 1)));
  }

  /** Expected units of the 28 days after an origin. */
  Optional<double[]> mean(int series, int origin) {
    return mean(series, origin, view.window(series, origin));
  }

  private Optional<double[]> mean(int series, int origin, SeriesWindow window) {
    double level = Scale.level(window.demand, origin + 1);
    if (!(level > 0)) {
      return Optional.empty();
    }
    GroupOutlook group = view.outlook(series, origin);
    Panel.Member member = view.panel().members().get(series);
    SeriesFeatures.origin(
        window,
        view.panel().prices().get(series),
        group,
        level,
        model.codes().departments().indexOf(member.department()),
        model.codes().places().indexOf(member.place()),
        origins);
    SeriesFeatures.days(window, view.panel().prices().get(series), group, level, days);
    double[] mean = new double[DAYS];
    model.trees().means().margins(origins, days, mean);
    for (int day = 0; day < DAYS; day++) {
      mean[day] = level * group.factors[day] * Math.exp(mean[day]);
    }
    return Optional.of(mean);
  }

  /**
   * Fano factors of each day, or of the first days together, of the series that was seen last.
   *
   * @param sight of that series
   */
  double[] fanos(Sight sight, boolean areDays) {
    SpreadFeatures.origin(origins, sight.own, spreadOrigins);
    SpreadFeatures.days(areDays, sight.mean, spreadDays);
    double[] fanos = new double[DAYS];
    model.trees().spreads().margins(spreadOrigins, spreadDays, fanos);
    for (int day = 0; day < DAYS; day++) {
      fanos[day] =
          Math.min(
              MOST_FANO,
              sight.own.fano(SpreadFeatures.length(areDays, day)) * Math.exp(fanos[day]));
    }
    return fanos;
  }

  /** The origin's features of the series that was seen last. */
  float[] originFeatures() {
    return origins;
  }

  float[][] dayFeatures() {
    return days;
  }

  /** Makes the series with these features of the origin the one that was seen last. */
  void see(float[] originFeatures) {
    System.arraycopy(originFeatures, 0, origins, 0, origins.length);
  }
}

package io.gemba.forecast.learn;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.panel.Panel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One model of all series: calendar effects of each department, boosted trees that correct the
 * level x weekday profile of a series, boosted trees for its spread, and the calibration of its
 * quantiles. Plain Java, immutable, thread safe.
 */
public final class DemandModel {
  static final int DAYS = DemandForecast.DAYS;

  private static final double MOST_FANO = 40;
  private static final double HIGHEST_LEVEL = 0.999;
  private static final int STEPS = 24;
  private static final int CORRECTION_DAYS = 7;
  private static final int MAGIC = 0x47444d31;
  private static final int LAYOUT = 1;

  private final String name;
  private final Map<String, CalendarEffects> effects;
  private final List<String> departments;
  private final List<String> places;
  private final TreeEnsemble means;
  private final TreeEnsemble spreads;
  private final Calibration calibration;
  private final double[] levels;

  DemandModel(
      String name,
      Map<String, CalendarEffects> effects,
      Codes codes,
      Trees trees,
      Calibration calibration,
      double[] levels) {
    this.name = name;
    this.effects = Map.copyOf(effects);
    this.departments = List.copyOf(codes.departments);
    this.places = List.copyOf(codes.places);
    this.means = trees.means;
    this.spreads = trees.spreads;
    this.calibration = calibration;
    this.levels = levels.clone();
  }

  /** Numbers of departments and places: their positions. */
  record Codes(List<String> departments, List<String> places) {}

  /** Trees of the mean and of the spread. */
  record Trees(TreeEnsemble means, TreeEnsemble spreads) {}

  /** Names this model in messages. */
  public String name() {
    return name;
  }

  /** Probabilities of the quantiles. */
  public double[] levels() {
    return levels.clone();
  }

  /** Writes the model; about 300 KB. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(LAYOUT);
    out.writeUTF(name);
    out.writeInt(effects.size());
    for (var entry : new TreeMap<>(effects).entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().write(out);
    }
    write(departments, out);
    write(places, out);
    means.write(out);
    spreads.write(out);
    out.writeInt(levels.length);
    for (double level : levels) {
      out.writeDouble(level);
    }
    calibration.write(out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is no model, or one of a later layout
   */
  public static DemandModel read(DataInput in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("This is no demand model. Train one with 'gemba forecast train'.");
    }
    int layout = in.readInt();
    if (layout != LAYOUT) {
      throw new IOException(
          "The demand model has layout %d, not %d. Train it again.".formatted(layout, LAYOUT));
    }
    String name = in.readUTF();
    Map<String, CalendarEffects> effects = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      effects.put(in.readUTF(), CalendarEffects.read(in));
    }
    Codes codes = new Codes(readList(in), readList(in));
    Trees trees = new Trees(TreeEnsemble.read(in), TreeEnsemble.read(in));
    double[] levels = new double[in.readInt()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = in.readDouble();
    }
    return new DemandModel(name, effects, codes, trees, Calibration.read(in), levels);
  }

  private static void write(List<String> names, DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (String each : names) {
      out.writeUTF(each);
    }
  }

  private static List<String> readList(DataInput in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
    }
    return names;
  }

  /**
   * Units of some days together, before calibration.
   *
   * @param days how many
   * @param mean expected units
   * @param fano variance over mean
   */
  public record Sum(int days, double mean, double fano) {}

  /** The units that suffice for a sum with a given chance. */
  public double quantile(Sum sum, double level) {
    double[] at = new double[1];
    double[] calibrated = {calibration.level(levels, sum.days, sum.mean, level)};
    CountDistribution.quantiles(sum.mean, sum.fano, calibrated, at);
    return at[0];
  }

  /** The chance that a sum is at most so many units. */
  public double chanceAtMost(Sum sum, double units) {
    double said = CountDistribution.atMost(sum.mean, sum.fano, units);
    return calibration.chance(levels, sum.days, sum.mean, said);
  }

  /** Expected units of a sum beyond so many: the area of the chances above them. */
  public double expectedAbove(Sum sum, double units) {
    double top = quantile(sum, HIGHEST_LEVEL);
    double step = (top - units) / STEPS;
    double area = 0;
    for (int i = 0; step > 0 && i < STEPS; i++) {
      area += step * (1 - chanceAtMost(sum, units + (i + 0.5) * step));
    }
    return area;
  }

  /** A forecaster of the series of a panel. Not thread safe. */
  public Forecasts on(Panel panel) {
    return new Forecasts(PanelView.with(panel, effects));
  }

  /** Forecasts of the series of one panel. */
  public final class Forecasts {
    private final PanelView view;
    private final float[] origins = new float[SeriesFeatures.originCount()];
    private final float[][] days = new float[SeriesFeatures.dayCount()][DAYS];
    private final float[] spreadOrigins = new float[SpreadFeatures.originCount()];
    private final float[][] spreadDays = new float[SpreadFeatures.DAY_COUNT][DAYS];

    private @Nullable Corrections corrections;

    Forecasts(PanelView view) {
      this.view = view;
    }

    /**
     * Forecasts the 28 days after a day.
     *
     * @param series position in the panel
     * @param origin last day that is known
     * @return empty if too little is known of the series
     */
    public Optional<DemandForecast> forecast(int series, int origin) {
      return corrected(series, origin).map(this::quantiles);
    }

    /**
     * Units of the first days after an origin together, for each of several numbers of days.
     *
     * @param from least number of days, 1 to 28
     * @param to greatest, not below
     * @return one a number of days; empty if too little is known of the series
     */
    public List<Sum> sums(int series, int origin, int from, int to) {
      Sight sight = corrected(series, origin).orElse(null);
      List<Sum> sums = new ArrayList<>();
      if (sight == null) {
        return sums;
      }
      double[] fanos = fanos(sight, false);
      double mean = 0;
      for (int days = 1; days <= to; days++) {
        mean += sight.mean[days - 1];
        if (days >= from) {
          sums.add(new Sum(days, mean, fanos[days - 1]));
        }
      }
      return sums;
    }

    /**
     * Takes over what an earlier forecaster of the same series measured of the level; it is
     * measured again after a week.
     */
    public void after(Forecasts earlier) {
      Corrections measured = earlier.corrections;
      corrections = measured == null ? null : measured.withoutSights();
    }

    private Optional<Sight> corrected(int series, int origin) {
      Corrections current = corrections;
      if (current == null
          || origin < current.origin
          || origin - current.origin >= CORRECTION_DAYS) {
        current = corrections(origin);
        corrections = current;
      }
      Panel.Member member = view.panel().members().get(series);
      Optional<Sight> sight = seen(current, series, origin);
      if (sight.isPresent()) {
        double[] mean = sight.get().mean;
        double level = current.level.factor(member.department());
        for (int day = 0; day < DAYS; day++) {
          mean[day] *= level * current.yearAgo.factor(member.group(), origin + 1 + day);
        }
      }
      return sight;
    }

    /** What was seen of a series when the level was measured, or is seen now. */
    private Optional<Sight> seen(Corrections current, int series, int origin) {
      if (origin != current.origin || current.sights.isEmpty()) {
        return sight(series, origin);
      }
      Optional<Seen> seen = current.sights.get(series);
      seen.ifPresent(one -> System.arraycopy(one.origins, 0, origins, 0, origins.length));
      return seen.map(one -> one.sight.withMean(one.sight.mean.clone()));
    }

    private Corrections corrections(int origin) {
      List<Panel.Member> members = view.panel().members();
      LevelCorrection level = new LevelCorrection(this, view.panel(), origin);
      List<Optional<double[]>> means = new ArrayList<>();
      List<Optional<Seen>> sights = new ArrayList<>();
      for (int series = 0; series < members.size(); series++) {
        double factor = level.factor(members.get(series).department());
        Optional<Sight> sight = sight(series, origin);
        sights.add(sight.map(one -> new Seen(one, origins.clone())));
        means.add(sight.map(one -> scaled(one.mean, factor)));
      }
      return new Corrections(origin, level, new YearAgo(view.panel(), origin, means), sights);
    }

    Optional<Sight> sight(int series, int origin) {
      SeriesWindow window = view.window(series, origin);
      return mean(series, origin, window)
          .map(mean -> new Sight(origin, mean, new OwnSpread(window.sold, origin + 1)));
    }

    /** Expected units of the 28 days after an origin, as the trees see them. */
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
          departments.indexOf(member.department()),
          places.indexOf(member.place()),
          origins);
      SeriesFeatures.days(window, view.panel().prices().get(series), group, level, days);
      double[] mean = new double[DAYS];
      means.margins(origins, days, mean);
      for (int day = 0; day < DAYS; day++) {
        mean[day] = level * group.factors[day] * Math.exp(mean[day]);
      }
      return Optional.of(mean);
    }

    /** Fano factors of each day, or of the first days together. */
    double[] fanos(Sight sight, boolean areDays) {
      SpreadFeatures.origin(origins, sight.own, spreadOrigins);
      SpreadFeatures.days(areDays, sight.mean, spreadDays);
      double[] fanos = new double[DAYS];
      spreads.margins(spreadOrigins, spreadDays, fanos);
      for (int day = 0; day < DAYS; day++) {
        fanos[day] =
            Math.min(
                MOST_FANO,
                sight.own.fano(SpreadFeatures.length(areDays, day)) * Math.exp(fanos[day]));
      }
      return fanos;
    }

    private DemandForecast quantiles(Sight sight) {
      double[][] daily = new double[levels.length][DAYS];
      double[][] cumulative = new double[levels.length][DAYS];
      double[] fanos = fanos(sight, true);
      double[] at = new double[levels.length];
      for (int day = 0; day < DAYS; day++) {
        double mean = sight.mean[day];
        CountDistribution.quantiles(mean, fanos[day], calibration.levels(true, 1, mean), at);
        put(at, daily, day);
      }
      fanos = fanos(sight, false);
      double sum = 0;
      for (int day = 0; day < DAYS; day++) {
        sum += sight.mean[day];
        CountDistribution.quantiles(sum, fanos[day], calibration.levels(false, day + 1, sum), at);
        for (int level = 0; day > 0 && level < at.length; level++) {
          at[level] = Math.max(at[level], cumulative[level][day - 1]);
        }
        put(at, cumulative, day);
      }
      return new DemandForecast(sight.origin, sight.mean, daily, cumulative);
    }

    float[] originFeatures() {
      return origins;
    }

    float[][] dayFeatures() {
      return days;
    }
  }

  /** What the past of all series says at an origin. */
  private record Corrections(
      int origin, LevelCorrection level, YearAgo yearAgo, List<Optional<Seen>> sights) {
    Corrections withoutSights() {
      return new Corrections(origin, level, yearAgo, List.of());
    }
  }

  /** A series as it was seen before any correction, with its features of the origin. */
  @SuppressWarnings("ArrayRecordComponent") // made once, copied from, never compared
  private record Seen(Sight sight, float[] origins) {}

  /** A series seen from an origin. */
  @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
  record Sight(int origin, double[] mean, OwnSpread own) {
    Sight withMean(double[] another) {
      return new Sight(origin, another, own);
    }
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = values.clone();
    for (int i = 0; i < values.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  private static void put(double[] at, double[][] rows, int day) {
    double highest = 0;
    for (int level = 0; level < at.length; level++) {
      highest = Math.max(highest, at[level]);
      rows[level][day] = highest;
    }
  }
}

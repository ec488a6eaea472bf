package io.gemba.forecast.learn;

import io.gemba.forecast.DemandForecast;
import io.gemba.forecast.learn.SeriesSights.Sight;
import io.gemba.forecast.panel.Panel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One model of all series: calendar effects of each department, boosted trees that correct the
 * level x weekday profile of a series, boosted trees for its spread, and the calibration of its
 * quantiles. Plain Java, immutable, thread safe.
 */
public final class DemandModel {
  static final int DAYS = DemandForecast.DAYS;

  private static final double HIGHEST_LEVEL = 0.999;
  private static final int STEPS = 24;
  private static final int MAGIC = 0x47444d31;
  private static final int LAYOUT = 2;
  private static final int WITH_ITEMS = 2;

  private final String name;
  private final Map<String, CalendarEffects> effects;
  private final Codes codes;
  private final Trees trees;
  private final Calibration calibration;
  private final double[] levels;
  private final ItemLevels items;

  DemandModel(
      String name,
      Map<String, CalendarEffects> effects,
      Codes codes,
      Trees trees,
      Calibration calibration,
      double[] levels,
      ItemLevels items) {
    this.name = name;
    this.effects = Map.copyOf(effects);
    this.codes = codes;
    this.trees = trees;
    this.calibration = calibration;
    this.levels = levels.clone();
    this.items = items;
  }

  /** Numbers of departments and places: their positions. */
  record Codes(List<String> departments, List<String> places) {
    /** Copies the lists. */
    Codes {
      departments = List.copyOf(departments);
      places = List.copyOf(places);
    }
  }

  /** Trees of the mean and of the spread. */
  record Trees(TreeEnsemble means, TreeEnsemble spreads) {}

  Codes codes() {
    return codes;
  }

  Trees trees() {
    return trees;
  }

  /** Names this model in messages. */
  public String name() {
    return name;
  }

  /** Probabilities of the quantiles. */
  public double[] levels() {
    return levels.clone();
  }

  /** What items sell at an average place. */
  public ItemLevels items() {
    return items;
  }

  /** Writes the model; about 300 KB, and 10 bytes and its id for each item. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(LAYOUT);
    out.writeUTF(name);
    out.writeInt(effects.size());
    for (var entry : new TreeMap<>(effects).entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().write(out);
    }
    write(codes.departments, out);
    write(codes.places, out);
    trees.means.write(out);
    trees.spreads.write(out);
    out.writeInt(levels.length);
    for (double level : levels) {
      out.writeDouble(level);
    }
    calibration.write(out);
    items.write(out);
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
    if (layout < 1 || layout > LAYOUT) {
      throw new IOException(
          "The demand model has layout %d, not 1 to %d. Train it again.".formatted(layout, LAYOUT));
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
    Calibration calibration = Calibration.read(in);
    ItemLevels items = layout >= WITH_ITEMS ? ItemLevels.read(in) : ItemLevels.NONE;
    return new DemandModel(name, effects, codes, trees, calibration, levels, items);
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
    private final SeriesSights sights;
    private final CorrectedSights corrected;

    Forecasts(PanelView view) {
      sights = new SeriesSights(DemandModel.this, view);
      corrected = new CorrectedSights(sights);
    }

    /**
     * Forecasts the 28 days after a day.
     *
     * @param series position in the panel
     * @param origin last day that is known
     * @return empty if too little is known of the series
     */
    public Optional<DemandForecast> forecast(int series, int origin) {
      return corrected.sight(series, origin).map(this::quantiles);
    }

    /**
     * Units of the first days after an origin together, for each of several numbers of days.
     *
     * @param from least number of days, 1 to 28
     * @param to greatest, not below
     * @return one a number of days; empty if too little is known of the series
     */
    public List<Sum> sums(int series, int origin, int from, int to) {
      Sight sight = corrected.sight(series, origin).orElse(null);
      List<Sum> sums = new ArrayList<>();
      if (sight == null) {
        return sums;
      }
      double[] fanos = sights.fanos(sight, false);
      double mean = 0;
      for (int days = 1; days <= to; days++) {
        mean += sight.mean()[days - 1];
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
      corrected.after(earlier.corrected);
    }

    /** Expected units of the 28 days after an origin, as the trees see them. */
    Optional<double[]> mean(int series, int origin) {
      return sights.mean(series, origin);
    }

    private DemandForecast quantiles(Sight sight) {
      double[][] daily = new double[levels.length][DAYS];
      double[][] cumulative = new double[levels.length][DAYS];
      double[] fanos = sights.fanos(sight, true);
      double[] at = new double[levels.length];
      for (int day = 0; day < DAYS; day++) {
        double mean = sight.mean()[day];
        CountDistribution.quantiles(mean, fanos[day], calibration.levels(true, 1, mean), at);
        put(at, daily, day);
      }
      fanos = sights.fanos(sight, false);
      double sum = 0;
      for (int day = 0; day < DAYS; day++) {
        sum += sight.mean()[day];
        CountDistribution.quantiles(sum, fanos[day], calibration.levels(false, day + 1, sum), at);
        for (int level = 0; day > 0 && level < at.length; level++) {
          at[level] = Math.max(at[level], cumulative[level][day - 1]);
        }
        put(at, cumulative, day);
      }
      return new DemandForecast(sight.origin(), sight.mean(), daily, cumulative);
    }
  }

  private static void put(double[] at, double[][] rows, int day) {
    double highest = 0;
    for (int level = 0; level < at.length; level++) {
      highest = Math.max(highest, at[level]);
      rows[level][day] = highest;
    }
  }
}

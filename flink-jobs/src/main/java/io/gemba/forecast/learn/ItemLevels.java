package io.gemba.forecast.learn;

import io.gemba.forecast.Forecaster;
import io.gemba.forecast.LevelPrior;
import io.gemba.forecast.panel.Panel;
import io.gemba.forecast.panel.SeriesSums;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of each item a place of average size sells on an average day, and how unlike places are
 * in that: what an item is expected to sell where it is new. A place's size is what it sells of all
 * its items over what an average place sells of them. Immutable, thread safe.
 */
public final class ItemLevels {
  /** Nothing is known of any item. */
  public static final ItemLevels NONE = new ItemLevels(Map.of());

  private static final int RECENT_DAYS = 56;
  private static final int ROUNDS = 4;
  private static final double LEAST_VARIATION = 0.5;
  private static final double LONE_VARIATION = 1;

  private final Map<String, Level> levels;

  private ItemLevels(Map<String, Level> levels) {
    this.levels = Map.copyOf(levels);
  }

  /**
   * An item at a place of average size.
   *
   * @param mean units of an average day
   * @param variation standard deviation between places, over the mean
   */
  private record Level(double mean, double variation) {}

  /**
   * The size of a place.
   *
   * @param factor what it sells over what an average place sells of the same
   * @param variance how wrong that may be
   */
  public record Size(double factor, double variance) {
    private static final double VARIATION = 0.5;
    private static final double UNITS = Forecaster.PRIOR_FANO / (VARIATION * VARIATION);

    /**
     * The size that sales tell, weighed against an average place (credibility; Buehlmann 1967).
     *
     * @param units sold on the days that are known
     * @param expected units of a place of average size on these days
     */
    public static Size of(double units, double expected) {
      double weight = expected + UNITS;
      return new Size((units + UNITS) / weight, Forecaster.PRIOR_FANO / weight);
    }
  }

  /** Learns from the end of a panel; items and places with four weeks of it count. */
  static ItemLevels of(Panel panel) {
    double[] recent = new double[panel.members().size()];
    for (int series = 0; series < recent.length; series++) {
      recent[series] = recent(panel.units()[series]);
    }
    Map<String, Double> sizes = new HashMap<>();
    Map<String, Double> means = means(panel, recent, sizes);
    for (int round = 0; round < ROUNDS; round++) {
      sizes = sizes(panel, recent, means);
      means = means(panel, recent, sizes);
    }
    return new ItemLevels(levels(panel, recent, sizes, means));
  }

  private static Map<String, Double> means(
      Panel panel, double[] recent, Map<String, Double> sizes) {
    Map<String, double[]> sums = new HashMap<>();
    for (int series = 0; series < recent.length; series++) {
      Panel.Member member = panel.members().get(series);
      double size = sizes.getOrDefault(member.place(), 1.0);
      if (!Double.isNaN(recent[series]) && size > 0) {
        add(sums, member.item(), recent[series] / size, 1);
      }
    }
    return ratios(sums);
  }

  private static Map<String, Double> sizes(
      Panel panel, double[] recent, Map<String, Double> means) {
    Map<String, double[]> sums = new HashMap<>();
    for (int series = 0; series < recent.length; series++) {
      Panel.Member member = panel.members().get(series);
      Double mean = means.get(member.item());
      if (!Double.isNaN(recent[series]) && mean != null) {
        add(sums, member.place(), recent[series], mean);
      }
    }
    return ratios(sums);
  }

  private static Map<String, Level> levels(
      Panel panel, double[] recent, Map<String, Double> sizes, Map<String, Double> means) {
    Map<String, double[]> squares = new HashMap<>();
    for (int series = 0; series < recent.length; series++) {
      Panel.Member member = panel.members().get(series);
      double mean = means.getOrDefault(member.item(), 0.0);
      double size = sizes.getOrDefault(member.place(), 0.0);
      if (!Double.isNaN(recent[series]) && mean > 0 && size > 0) {
        double away = recent[series] / size / mean - 1;
        add(squares, member.item(), away * away, 1);
      }
    }
    Map<String, Level> levels = new HashMap<>();
    squares.forEach(
        (item, sum) -> {
          double variance = (LONE_VARIATION * LONE_VARIATION + sum[0]) / sum[1];
          levels.put(
              item,
              new Level(
                  means.getOrDefault(item, 0.0), Math.max(LEAST_VARIATION, Math.sqrt(variance))));
        });
    return levels;
  }

  private static void add(Map<String, double[]> sums, String key, double above, double below) {
    double[] sum = sums.computeIfAbsent(key, none -> new double[2]);
    sum[0] += above;
    sum[1] += below;
  }

  private static Map<String, Double> ratios(Map<String, double[]> sums) {
    Map<String, Double> ratios = new HashMap<>();
    sums.forEach((key, sum) -> ratios.put(key, sum[1] > 0 ? sum[0] / sum[1] : 0.0));
    return ratios;
  }

  /** Mean of the last known days; {@code NaN} where they are fewer than four weeks. */
  private static double recent(float[] units) {
    int from = Math.max(0, units.length - RECENT_DAYS);
    SeriesSums last = new SeriesSums(Arrays.copyOfRange(units, from, units.length), 0);
    return last.known(0, RECENT_DAYS) < LevelPrior.YOUNG_DAYS
        ? Double.NaN
        : last.mean(0, RECENT_DAYS, 0);
  }

  /** Units of an average day at a place of average size; 0 where nothing is known. */
  public double mean(String item) {
    Level level = levels.get(item);
    return level == null ? 0 : level.mean;
  }

  /**
   * What an item is expected to sell at a place where it is new.
   *
   * @return null if no place is known to sell it
   */
  public @Nullable LevelPrior prior(String item, Size size) {
    Level level = levels.get(item);
    if (level == null || !(level.mean > 0)) {
      return null;
    }
    double mean = level.mean * size.factor;
    double ofSize = level.mean * level.mean * size.variance;
    return new LevelPrior(mean, mean * mean * level.variation * level.variation + ofSize);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(levels.size());
    for (var entry : new TreeMap<>(levels).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeFloat((float) entry.getValue().mean);
      out.writeFloat((float) entry.getValue().variation);
    }
  }

  static ItemLevels read(DataInput in) throws IOException {
    Map<String, Level> levels = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      levels.put(in.readUTF(), new Level(in.readFloat(), in.readFloat()));
    }
    return new ItemLevels(levels);
  }
}

package io.gemba.maintenance;

import io.gemba.forecast.learn.RowSink;
import io.gemba.forecast.learn.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Learns a {@link LifeModel} from machines that ran to failure. Lives longer than the cap count as
 * the cap: a machine does not show its end so early (Heimes, PHM 2008). Not thread safe.
 */
public final class LifeTrainer {
  /** The cap that the literature of C-MAPSS uses. */
  public static final double CAP = 125;

  private static final int TREES = 300;
  private static final double LEAST_VARIATION = 1e-9;

  private final List<String> sensors;
  private final List<RunToFailure> units;
  private final IntFunction<RowSink> growers;
  private final int folds;
  private final int[] used;
  private final double[] deviations;

  /** What a unit was told after a cycle by trees that had not seen it, and the truth, capped. */
  public record Told(String unit, int cycle, double told, double truth) {}

  /**
   * @param sensors names, in the order of rows
   * @param units at least as many as folds
   * @param growers makes a tree grower for a number of features
   * @param folds parts for errors on unseen units, at least 2
   */
  public LifeTrainer(
      List<String> sensors, List<RunToFailure> units, IntFunction<RowSink> growers, int folds) {
    if (units.size() < folds || folds < 2) {
      throw new IllegalArgumentException(
          "%d units cannot be parted in %d folds. Give more units.".formatted(units.size(), folds));
    }
    this.sensors = List.copyOf(sensors);
    this.units = List.copyOf(units);
    this.growers = growers;
    this.folds = folds;
    this.used = varying();
    this.deviations = healthyDeviations();
  }

  private int[] varying() {
    List<Integer> varying = new ArrayList<>();
    for (int sensor = 0; sensor < sensors.size(); sensor++) {
      int at = sensor;
      double[] values =
          units.stream()
              .flatMap(unit -> unit.rows().stream())
              .mapToDouble(row -> row[at])
              .toArray();
      if (deviation(values) > LEAST_VARIATION * Math.max(1, Math.abs(values[0]))) {
        varying.add(sensor);
      }
    }
    return varying.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Deviation of the mean of ten cycles within the first of all units. */
  private double[] healthyDeviations() {
    double[] all = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      int sensor = used[i];
      double squares = 0;
      for (RunToFailure unit : units) {
        int count = Math.min(ConditionTrend.HEALTHY, unit.rows().size());
        double[] first =
            unit.rows().subList(0, count).stream().mapToDouble(row -> row[sensor]).toArray();
        squares += deviation(first) * deviation(first);
      }
      double one = Math.sqrt(squares / units.size());
      all[i] = Math.max(LEAST_VARIATION, one * Math.sqrt(2.0 / ConditionTrend.HEALTHY));
    }
    return all;
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / Math.max(1, values.length - 1));
  }

  /** Trains on all units, with the interval of those that are told by the others. */
  public LifeModel train() {
    return new LifeModel(sensors, used, deviations, grow(units), CAP, errors(crossValidate()));
  }

  private static double[][] errors(List<Told> unseen) {
    double[][] errors = new double[LifeModel.BINS][];
    for (int bin = 0; bin < errors.length; bin++) {
      int wanted = bin;
      double[] sorted =
          unseen.stream()
              .filter(one -> LifeModel.bin(one.told(), CAP) == wanted)
              .mapToDouble(one -> one.truth() - one.told())
              .sorted()
              .toArray();
      errors[bin] = new double[] {quantile(sorted, 0.1), quantile(sorted, 0.9)};
    }
    return errors;
  }

  /**
   * Share of the truths that lie in the interval learnt from the units of the other half: the even
   * ones judge the odd ones and the other way round.
   *
   * @param told what {@link #crossValidate} gave
   */
  public double coverage(List<Told> told) {
    List<String> order = units.stream().map(RunToFailure::unit).toList();
    List<Told> even = told.stream().filter(one -> order.indexOf(one.unit()) % 2 == 0).toList();
    List<Told> odd = told.stream().filter(one -> order.indexOf(one.unit()) % 2 != 0).toList();
    return (double) (inside(even, errors(odd)) + inside(odd, errors(even))) / told.size();
  }

  private static long inside(List<Told> told, double[][] errors) {
    return told.stream()
        .filter(
            one -> {
              double[] bound = errors[LifeModel.bin(one.told(), CAP)];
              double off = one.truth() - one.told();
              return off >= bound[0] && off <= bound[1];
            })
        .count();
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }

  /**
   * Tells every unit, after every cycle, by trees of the other folds; unit n is of fold n mod k.
   */
  public List<Told> crossValidate() {
    List<Told> told = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<RunToFailure> others = new ArrayList<>();
      List<RunToFailure> own = new ArrayList<>();
      for (int i = 0; i < units.size(); i++) {
        (i % folds == fold ? own : others).add(units.get(i));
      }
      TreeEnsemble trees = grow(others);
      own.forEach(unit -> tell(unit, trees, told));
    }
    return told;
  }

  private void tell(RunToFailure unit, TreeEnsemble trees, List<Told> told) {
    ConditionTrend trend = new ConditionTrend(used.length);
    for (int cycle = 0; cycle < unit.rows().size(); cycle++) {
      trend.add(values(unit.rows().get(cycle)));
      double truth = Math.min(CAP, unit.left(cycle));
      told.add(new Told(unit.unit(), cycle + 1, LifeModel.told(trees, trend, CAP), truth));
    }
  }

  private TreeEnsemble grow(List<RunToFailure> from) {
    RowSink rows = growers.apply(used.length * ConditionTrend.FEATURES + 1);
    for (RunToFailure unit : from) {
      ConditionTrend trend = new ConditionTrend(used.length);
      for (int cycle = 0; cycle < unit.rows().size(); cycle++) {
        trend.add(values(unit.rows().get(cycle)));
        rows.add(trend.features(), Math.min(CAP, unit.left(cycle)), 1);
      }
    }
    return rows.grow(TREES);
  }

  private double[] values(double[] row) {
    double[] values = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      values[i] = row[used[i]];
    }
    return values;
  }
}

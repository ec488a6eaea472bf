package io.gemba.forecast.backtest;

import io.gemba.forecast.panel.Panel;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far forecasts of 28 days lie beside what was sold, by place and department: staff and vans
 * are planned from these sums. Several origins add up, so that what one has too much another may
 * have too little.
 */
public final class GroupBias {
  private final Map<String, double[]> sums = new TreeMap<>();

  /**
   * Adds all series of an origin.
   *
   * @param origin last day known
   * @param means expected units: {@code means[series][day]}
   */
  public void add(Panel panel, int origin, double[][] means) {
    int known = origin - panel.firstDay() + 1;
    for (int i = 0; i < means.length; i++) {
      double[] sum = sums.computeIfAbsent(panel.members().get(i).group(), none -> new double[2]);
      for (int day = 0; day < means[i].length; day++) {
        float units = panel.units()[i][known + day];
        sum[0] += means[i][day];
        sum[1] += Float.isNaN(units) ? 0 : units;
      }
    }
  }

  /**
   * A group's bias.
   *
   * @param bias (forecast - sold) / sold
   */
  public record Group(String name, double bias) {}

  /** The group that is furthest off. */
  public Group worst() {
    return sums.keySet().stream()
        .map(name -> new Group(name, bias(name)))
        .max(Comparator.comparingDouble(group -> Math.abs(group.bias)))
        .orElse(new Group("", 0));
  }

  /** Mean over groups of |forecast - sold| / sold. */
  public double meanAbsolute() {
    return sums.keySet().stream().mapToDouble(name -> Math.abs(bias(name))).average().orElse(0);
  }

  /** Groups whose |bias| is at most so much. */
  public long within(double most) {
    return sums.keySet().stream().filter(name -> Math.abs(bias(name)) <= most).count();
  }

  /** Groups there are. */
  public int size() {
    return sums.size();
  }

  private double bias(String name) {
    double[] sum = sums.getOrDefault(name, new double[2]);
    return (sum[0] - sum[1]) / Math.max(1, sum[1]);
  }
}

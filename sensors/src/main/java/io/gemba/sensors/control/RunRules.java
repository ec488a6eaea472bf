package io.gemba.sensors.control;

import io.gemba.message.ControlChart.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;

/**
 * Which signs of a special cause the newest point of a chart completes: the rules of Western
 * Electric (1 to 4: one, two of three, four of five, eight) and of Nelson (1 to 8), which differ in
 * the length of a run on one side. A point on a line is not beyond it.
 */
final class RunRules {
  /** As many points as the longest rule looks at. */
  static final int LONGEST = 15;

  private RunRules() {}

  /**
   * @param distances of the points from the centre in deviations, oldest first
   */
  static Set<Rule> completedBy(List<Double> distances) {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    if (distances.isEmpty()) {
      return rules;
    }
    double newest = distances.get(distances.size() - 1);
    double side = Math.signum(newest);
    if (Math.abs(newest) > 3) {
      rules.add(Rule.BEYOND_3_SIGMA);
    }
    if (newest * side > 2 && count(distances, 3, one -> one * side > 2) >= 2) {
      rules.add(Rule.TWO_OF_THREE_BEYOND_2_SIGMA);
    }
    if (newest * side > 1 && count(distances, 5, one -> one * side > 1) >= 4) {
      rules.add(Rule.FOUR_OF_FIVE_BEYOND_1_SIGMA);
    }
    if (all(distances, 8, one -> one * side > 0)) {
      rules.add(Rule.EIGHT_ON_ONE_SIDE);
    }
    if (all(distances, 9, one -> one * side > 0)) {
      rules.add(Rule.NINE_ON_ONE_SIDE);
    }
    if (isMonotone(distances, 6)) {
      rules.add(Rule.SIX_RISING_OR_FALLING);
    }
    if (isAlternating(distances, 14)) {
      rules.add(Rule.FOURTEEN_ALTERNATING);
    }
    if (all(distances, LONGEST, one -> Math.abs(one) < 1)) {
      rules.add(Rule.FIFTEEN_WITHIN_1_SIGMA);
    }
    if (all(distances, 8, one -> Math.abs(one) > 1)) {
      rules.add(Rule.EIGHT_BEYOND_1_SIGMA);
    }
    return rules;
  }

  private static List<Double> last(List<Double> distances, int count) {
    return distances.subList(Math.max(0, distances.size() - count), distances.size());
  }

  private static long count(List<Double> distances, int among, DoublePredicate test) {
    return last(distances, among).stream().filter(test::test).count();
  }

  private static boolean all(List<Double> distances, int count, DoublePredicate test) {
    return count(distances, count, test) == count;
  }

  private static boolean isMonotone(List<Double> distances, int count) {
    List<Double> last = last(distances, count);
    int steps = 0;
    for (int i = 1; i < last.size(); i++) {
      steps += Double.compare(last.get(i), last.get(i - 1));
    }
    return Math.abs(steps) == count - 1;
  }

  private static boolean isAlternating(List<Double> distances, int count) {
    List<Double> last = last(distances, count);
    if (last.size() < count) {
      return false;
    }
    for (int i = 2; i < count; i++) {
      double before = last.get(i - 1) - last.get(i - 2);
      double after = last.get(i) - last.get(i - 1);
      if (before * after >= 0) {
        return false;
      }
    }
    return true;
  }
}

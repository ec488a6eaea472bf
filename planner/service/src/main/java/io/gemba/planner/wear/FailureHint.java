package io.gemba.planner.wear;

import io.gemba.message.MachineLife;
import io.gemba.site.WearPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the way the sensors moved fits a way in which the part fails.
 *
 * <p>The fit is the cosine between how far each sensor moved since the part was new (in deviations
 * of new parts, one beyond {@value #FAR} counts as that) and the mode's signs: 1 when just these
 * moved, alike and in their direction; less when one of them did not, or another did; 0 or below
 * when they went the other way. A hint for people, by what the site file says; no chance, and
 * nothing is priced by it. Pure.
 *
 * @param mode its name
 * @param fit 0..1
 * @param seen full ids of its sensors that moved its way
 * @param unseen of those that did not
 */
record FailureHint(String mode, double fit, List<String> seen, List<String> unseen) {
  private static final double FAR = 12;
  private static final double LEAST_FIT = 0.3;

  /** Those that fit at all, the best first; none when nothing moved. */
  static List<FailureHint> of(WearPart part, MachineLife life) {
    Map<String, Double> moved = new HashMap<>();
    for (MachineLife.Moved one : life.moved()) {
      moved.put(one.sensor(), Math.max(-FAR, Math.min(FAR, one.deviations())));
    }
    List<FailureHint> hints = new ArrayList<>();
    for (WearPart.FailureMode mode : part.failureModes()) {
      FailureHint hint = of(mode, life.machine(), moved);
      if (hint.fit >= LEAST_FIT) {
        hints.add(hint);
      }
    }
    hints.sort(Comparator.comparingDouble(hint -> -hint.fit));
    return hints;
  }

  private static FailureHint of(
      WearPart.FailureMode mode, String machine, Map<String, Double> moved) {
    List<String> seen = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    double along = 0;
    for (WearPart.Sign sign : mode.signs()) {
      String sensor = machine + "/" + sign.sensor();
      double far =
          moved.getOrDefault(sensor, 0.0) * (sign.moves() == WearPart.Direction.UP ? 1 : -1);
      along += far;
      (far > 0 ? seen : unseen).add(sensor);
    }
    double squares = moved.values().stream().mapToDouble(far -> far * far).sum();
    double fit = squares == 0 ? 0 : along / Math.sqrt(squares * mode.signs().size());
    return new FailureHint(mode.name(), fit, seen, unseen);
  }
}

package io.gemba.planner.production;

import io.gemba.message.ProductionWindow;
import io.gemba.message.ProductionWindow.Loss;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Several windows of one machine as one (ISO 22400: factors of sums, not means of factors):
 * availability by planned time, performance by run time, quality by units.
 *
 * @param oee product of the three; null when nothing was planned
 * @param losses leaves of the loss tree by kind and reason, dearest first
 */
record MachineSum(
    @Nullable Double oee,
    @Nullable Double availability,
    @Nullable Double performance,
    @Nullable Double quality,
    double lostMinutes,
    long lostCents,
    Map<String, Double> lossesByReason,
    List<Loss> losses) {
  private static final Comparator<Loss> DEAREST_FIRST =
      Comparator.comparing(Loss::cents)
          .thenComparing(Loss::minutes)
          .reversed()
          .thenComparing(Loss::kind)
          .thenComparing(Loss::reason);

  static MachineSum of(List<ProductionWindow> windows) {
    double planned = 0;
    double run = 0;
    double ideal = 0;
    double good = 0;
    double units = 0;
    long cents = 0;
    Map<String, Double> losses = new TreeMap<>();
    for (ProductionWindow window : windows) {
      double ran = window.availability() * window.plannedMinutes();
      planned += window.plannedMinutes();
      run += ran;
      ideal += window.performance() * ran;
      good += window.goodCount();
      units += window.goodCount() + window.scrapCount() + window.reworkCount();
      cents += window.lostCents();
      window.lostMinutes().forEach((reason, minutes) -> losses.merge(reason, minutes, Double::sum));
    }
    double lost = losses.values().stream().mapToDouble(Double::doubleValue).sum();
    if (planned == 0) {
      return new MachineSum(null, null, null, null, lost, cents, losses, tree(windows));
    }
    double availability = run / planned;
    double performance = run == 0 ? 0 : ideal / run;
    double quality = units == 0 ? 1 : good / units;
    return new MachineSum(
        availability * performance * quality,
        availability,
        performance,
        quality,
        lost,
        cents,
        losses,
        tree(windows));
  }

  private static List<Loss> tree(List<ProductionWindow> windows) {
    Map<List<Object>, Loss> leaves = new HashMap<>();
    for (ProductionWindow window : windows) {
      for (Loss loss : window.losses()) {
        leaves.merge(List.of(loss.kind(), loss.reason()), loss, MachineSum::sum);
      }
    }
    return leaves.values().stream().sorted(DEAREST_FIRST).toList();
  }

  private static Loss sum(Loss one, Loss other) {
    return new Loss(
        one.kind(),
        one.reason(),
        one.count() + other.count(),
        one.minutes() + other.minutes(),
        one.cents() + other.cents());
  }
}

package io.gemba.planner.production;

import io.gemba.message.ProductionWindow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Machines in the order of the site file.
 *
 * @param from start of the windows that are summed; null before the first
 * @param to end of them
 */
public record ProductionView(
    List<MachineRow> machines, @Nullable Instant from, @Nullable Instant to) {

  /**
   * A machine today. Factors are 0..1 and null before the first window.
   *
   * @param bottleneck whether it limits its line now, by the active-period method
   * @param soleBottleneckMinutes how long today it alone limited its line
   * @param shiftingBottleneckMinutes how long today the bottleneck moved between it and another
   * @param losses the loss tree, dearest leaf first; minutes of planned time, and their money
   */
  public record MachineRow(
      String machine,
      String name,
      String line,
      @Nullable String state,
      @Nullable Instant since,
      @Nullable String reason,
      @Nullable Double oee,
      @Nullable Double availability,
      @Nullable Double performance,
      @Nullable Double quality,
      double lostMinutes,
      long lostCents,
      Map<String, Double> lossesByReason,
      boolean bottleneck,
      double soleBottleneckMinutes,
      double shiftingBottleneckMinutes,
      List<LossRow> losses) {}

  /**
   * A leaf of the loss tree.
   *
   * @param factor of the OEE that it lowers
   * @param count stops or units
   */
  public record LossRow(
      ProductionWindow.Factor factor,
      ProductionWindow.Kind kind,
      String reason,
      long count,
      double minutes,
      long cents) {}
}

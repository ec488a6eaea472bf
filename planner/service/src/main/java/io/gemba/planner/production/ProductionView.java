package io.gemba.planner.production;

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
   * @param bottleneck whether it limits its line: the least OEE of the line's machines that run
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
      boolean bottleneck) {}
}

package io.gemba.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units a line will not make because a machine is down or slow: now, and for the rest of the shift
 * if it goes on. A later revision of the same id replaces it.
 *
 * @param id from machine and the start of the stop
 * @param revision 0 when the stop begins
 * @param machine machine that stands
 * @param line its line
 * @param reason why, as the machine says
 * @param from when the stop began
 * @param until when it ended, or is expected to end while {@code open}
 * @param open whether the machine still stands
 * @param item what was being made; null when nothing was
 * @param lostUnits units not made from {@code from} to {@code until}
 * @param lostCents what that costs
 * @param causes ids of the episodes this follows from
 */
public record CapacityLoss(
    String id,
    int revision,
    String machine,
    String line,
    String reason,
    Instant from,
    Instant until,
    boolean open,
    @Nullable String item,
    double lostUnits,
    long lostCents,
    List<String> causes) {

  /**
   * @throws IllegalArgumentException if an id or time is missing or the units are negative
   */
  public CapacityLoss {
    Require.id(id, "id");
    Require.id(machine, "machine");
    Require.id(line, "line");
    Require.present(reason, "reason");
    Require.present(from, "from");
    Require.present(until, "until");
    Require.notNegative(lostUnits, "lostUnits");
    causes = causes == null ? List.of() : List.copyOf(causes);
  }
}

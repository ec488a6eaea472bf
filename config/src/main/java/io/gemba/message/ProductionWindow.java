package io.gemba.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a machine did in a window (ISO 22400: availability, performance, quality, OEE). A later
 * revision of the same id replaces it.
 *
 * @param id from machine and window start
 * @param revision rises with every correction
 * @param machine machine id
 * @param start first moment of the window
 * @param end first moment after the window
 * @param shift code of the shift template the window lies in; empty when none
 * @param plannedMinutes time the machine was meant to run
 * @param availability run time / planned time, 0..1
 * @param performance ideal cycle time x units / run time, 0..1
 * @param quality good units / units, 0..1
 * @param oee product of the three
 * @param goodCount units made well
 * @param scrapCount units thrown away
 * @param lostMinutes minutes lost by reason, without those of quality
 * @param lostCents what all losses cost
 * @param closed whether the window is over
 * @param causes ids of the episodes of this machine in the window
 * @param reworkCount units to be worked on again, neither good nor scrap
 * @param losses all that keeps the machine from an OEE of 1, dearest first: their minutes are the
 *     planned ones times 1 - OEE
 */
public record ProductionWindow(
    String id,
    int revision,
    String machine,
    Instant start,
    Instant end,
    String shift,
    double plannedMinutes,
    double availability,
    double performance,
    double quality,
    double oee,
    long goodCount,
    long scrapCount,
    Map<String, Double> lostMinutes,
    long lostCents,
    boolean closed,
    List<String> causes,
    long reworkCount,
    List<Loss> losses) {

  /** The factor that a loss lowers. */
  public enum Factor {
    AVAILABILITY,
    PERFORMANCE,
    QUALITY
  }

  /** What a loss is; micro-stops lower availability here, as ISO 22400 counts run time. */
  public enum Kind {
    BREAKDOWN(Factor.AVAILABILITY),
    MICRO_STOP(Factor.AVAILABILITY),
    CHANGEOVER(Factor.AVAILABILITY),
    STARVED(Factor.AVAILABILITY),
    BLOCKED(Factor.AVAILABILITY),
    SLOW(Factor.PERFORMANCE),
    SCRAP(Factor.QUALITY),
    REWORK(Factor.QUALITY);

    private final Factor factor;

    Kind(Factor factor) {
      this.factor = factor;
    }

    /** The factor it lowers. */
    public Factor factor() {
      return factor;
    }
  }

  /**
   * One leaf of the loss tree.
   *
   * @param reason as the machine says; else the kind in plain words
   * @param count stops that began in the window, or units; 0 for running slow
   * @param minutes planned time lost
   * @param cents what that costs this machine: nothing while it waits for another one
   */
  public record Loss(Kind kind, String reason, long count, double minutes, long cents) {
    /**
     * @throws IllegalArgumentException if the kind or reason is missing or a number is negative
     */
    public Loss {
      Require.present(kind, "kind");
      Require.present(reason, "reason");
      Require.notNegative(count, "count");
      Require.notNegative(minutes, "minutes");
      Require.notNegative(cents, "cents");
    }
  }

  /**
   * @throws IllegalArgumentException if an id or time is missing or a factor is outside 0..1
   */
  public ProductionWindow {
    Require.id(id, "id");
    Require.id(machine, "machine");
    Require.present(start, "start");
    Require.present(end, "end");
    Require.present(shift, "shift");
    Require.notNegative(plannedMinutes, "plannedMinutes");
    factor(availability, "availability");
    factor(performance, "performance");
    factor(quality, "quality");
    factor(oee, "oee");
    lostMinutes = Map.copyOf(lostMinutes);
    causes = causes == null ? List.of() : List.copyOf(causes);
    Require.notNegative(reworkCount, "reworkCount");
    losses = losses == null ? List.of() : List.copyOf(losses);
  }

  private static void factor(double value, String field) {
    if (Require.notNegative(value, field) > 1) {
      throw new IllegalArgumentException(field + " (" + value + ") must be between 0 and 1.");
    }
  }
}

package io.gemba.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alarm from onset to end. A message per change; the id stays, the revision rises.
 *
 * @param id from sensor and onset, so that a replay gives the same one
 * @param revision 0 when opened
 * @param kind a fault of the process, or of the data
 * @param sensor {@code machine/sensor}
 * @param machine machine id, empty when the sensor stands alone
 * @param detector what raised it, for example {@code residual}, {@code stuck}, {@code range}
 * @param state open or closed
 * @param severity how bad
 * @param score surprise in decades: -log10 of the tail probability, 0 or more
 * @param onset first reading that belongs to it
 * @param last latest reading that belongs to it
 * @param end when it closed; null while open
 * @param value the most extreme value seen
 * @param expectedLow lower end of what was expected, null if unknown
 * @param expectedHigh upper end of what was expected, null if unknown
 * @param reason one sentence for a person
 * @param causes ids of the messages this follows from
 */
public record Episode(
    String id,
    int revision,
    Kind kind,
    String sensor,
    String machine,
    String detector,
    State state,
    Severity severity,
    double score,
    Instant onset,
    Instant last,
    @Nullable Instant end,
    double value,
    @Nullable Double expectedLow,
    @Nullable Double expectedHigh,
    String reason,
    List<String> causes) {

  /** A fault of the process, or of the data. */
  public enum Kind {
    ANOMALY,
    QUALITY
  }

  /** Open until the readings are normal again. */
  public enum State {
    OPEN,
    CLOSED
  }

  /** Worst last. */
  public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
  }

  /**
   * @throws IllegalArgumentException if an id or time is missing or the score is not finite
   */
  public Episode {
    Require.id(id, "id");
    Require.present(kind, "kind");
    Require.id(sensor, "sensor");
    Require.present(machine, "machine");
    Require.id(detector, "detector");
    Require.present(state, "state");
    Require.present(severity, "severity");
    Require.notNegative(score, "score");
    Require.present(onset, "onset");
    Require.present(last, "last");
    Require.finite(value, "value");
    Require.present(reason, "reason");
    causes = causes == null ? List.of() : List.copyOf(causes);
  }
}

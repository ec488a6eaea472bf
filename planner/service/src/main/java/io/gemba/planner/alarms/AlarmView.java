package io.gemba.planner.alarms;

import io.gemba.message.Episode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alarms, open ones first, then worst first. */
public record AlarmView(List<Row> alarms) {
  /** Copies the rows. */
  public AlarmView {
    alarms = List.copyOf(alarms);
  }

  /**
   * An episode and what people need beside it.
   *
   * @param cents what the stops that follow from it have cost
   */
  public record Row(
      String id,
      int revision,
      Episode.Kind kind,
      String sensor,
      String machine,
      String detector,
      Episode.State state,
      Episode.Severity severity,
      double score,
      Instant onset,
      Instant last,
      @Nullable Instant end,
      double value,
      @Nullable Double expectedLow,
      @Nullable Double expectedHigh,
      String reason,
      List<String> causes,
      String machineName,
      String sensorName,
      String unit,
      String line,
      long cents,
      @Nullable String acknowledgedBy,
      @Nullable Instant acknowledgedAt,
      @Nullable String comment) {}

  /** Who has seen it and what they say. */
  public record AcknowledgeBody(@Nullable String by, @Nullable String comment) {}
}

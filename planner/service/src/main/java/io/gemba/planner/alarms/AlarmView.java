package io.gemba.planner.alarms;

import io.gemba.message.Episode;
import io.gemba.planner.store.CareTable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alarms: those that ask for somebody first, then worst first. */
public record AlarmView(List<Row> alarms) {
  /** Copies the rows. */
  public AlarmView {
    alarms = List.copyOf(alarms);
  }

  /** Where an alarm stands among people, in the order of the list. */
  public enum Standing {
    /** Asks for somebody. */
    OPEN,
    /** Put aside until a time. */
    SHELVED,
    /** Began while somebody works on the machine. */
    SUPPRESSED,
    /** Over, or somebody said that nothing has to be done. */
    DONE
  }

  /**
   * What somebody decided, while it holds.
   *
   * @param until when it ends by itself; null when it does not
   */
  public record DecisionRow(
      CareTable.Kind kind, @Nullable Instant until, String reason, String by, Instant at) {}

  /**
   * An episode and what people need beside it.
   *
   * @param cents what the stops that follow from it have cost
   * @param assignee person of the site who has it; null when nobody does
   * @param decision null when none holds
   * @param suppressedUntil when the maintenance ends in which it began; null without
   * @param escalatedAt since when nobody has heeded it for too long; null when somebody does
   * @param group id of the alarm that likely caused it: its own when it heads its group, and when
   *     it is not open
   * @param groupRank 0 for the head, the others by onset
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
      @Nullable String comment,
      Standing standing,
      @Nullable String assignee,
      @Nullable String assigneeName,
      @Nullable DecisionRow decision,
      @Nullable Instant suppressedUntil,
      @Nullable Instant escalatedAt,
      String group,
      int groupRank) {}

  /** What was done about an alarm, newest first. */
  public record Log(List<LogRow> lines) {
    /** Copies the lines. */
    public Log {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One thing that was done.
   *
   * @param what {@code acknowledge}, {@code assign}, {@code comment}, {@code shelve}, {@code
   *     close}, {@code not-a-fault}, {@code reopen} or {@code escalate}
   * @param text what was said, or the person it was given to; may be empty
   */
  public record LogRow(Instant at, String by, String what, String text) {}

  /** Who has seen it and what they say. */
  public record AcknowledgeBody(@Nullable String by, @Nullable String comment) {}

  /** Who shall have it: a person's id, or null for nobody. */
  public record AssignBody(@Nullable String by, @Nullable String person) {}

  /** What somebody says. */
  public record CommentBody(@Nullable String by, @Nullable String text) {}

  /** Until when it is put aside, an ISO-8601 time with its zone, and why. */
  public record ShelveBody(@Nullable String by, @Nullable String until, @Nullable String reason) {}

  /** Why it is closed, or is no fault. */
  public record ReasonBody(@Nullable String by, @Nullable String reason) {}
}

package io.gemba.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a machine does from {@code at} on, and what it made since its message before.
 *
 * @param machine machine id of the site file
 * @param at when the state began or the count was taken
 * @param seq rises with every message of the machine; repeats are dropped by it
 * @param state from {@code at} until the next message
 * @param reason a plain word for a stop, for example {@code bearing}; null when none is known
 * @param item what is being made; null when nothing is
 * @param goodCount units made well since the message before
 * @param scrapCount units thrown away since the message before
 * @param reworkCount units that must be worked on again, in neither of the other counts; 0 when the
 *     message has none
 */
public record MachineState(
    String machine,
    Instant at,
    long seq,
    State state,
    @Nullable String reason,
    @Nullable String item,
    long goodCount,
    long scrapCount,
    long reworkCount) {

  /** States in ISO 22400 terms. */
  public enum State {
    RUNNING,
    DOWN,
    CHANGEOVER,
    STARVED,
    BLOCKED,
    IDLE
  }

  /**
   * @throws IllegalArgumentException if an id or time is missing or a count is negative
   */
  public MachineState {
    Require.id(machine, "machine");
    Require.present(at, "at");
    Require.present(state, "state");
    Require.notNegative(goodCount, "goodCount");
    Require.notNegative(scrapCount, "scrapCount");
    Require.notNegative(reworkCount, "reworkCount");
  }

  /** A message without rework. */
  public MachineState(
      String machine,
      Instant at,
      long seq,
      State state,
      @Nullable String reason,
      @Nullable String item,
      long goodCount,
      long scrapCount) {
    this(machine, at, seq, state, reason, item, goodCount, scrapCount, 0);
  }
}

package io.gemba.planner.store;

import io.gemba.message.MachineState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A machine went to another state.
 *
 * @param machine its id
 * @param at when
 * @param state from then on; null when it was not heard any more
 * @param reason why it stands; null when nobody said
 */
public record MachineChange(
    String machine, Instant at, MachineState.@Nullable State state, @Nullable String reason) {

  /** How it is kept: until it is forgotten by its time. */
  public LatestTable.Row<MachineChange> row() {
    return new LatestTable.Row<>(machine + "@" + at.toEpochMilli(), 0, 0, false, at, this);
  }
}

package io.gemba.planner.intake;

import io.gemba.message.MachineState;
import io.gemba.planner.store.MachineChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds where machines changed their state, among messages that mostly repeat it. */
final class StateChanges {
  /** What is not heard for longer is not known, as in the production job. */
  static final Duration HOLDS = Duration.ofMinutes(5);

  private StateChanges() {}

  /**
   * The changes, in the order of the messages. Messages older than the newest of their machine are
   * left out.
   *
   * @param known the newest message of each machine before these
   * @param records oldest first per machine
   */
  static List<MachineChange> of(List<MachineState> known, List<MachineState> records) {
    Map<String, MachineState> newest = new HashMap<>();
    known.forEach(one -> newest.put(one.machine(), one));
    List<MachineChange> changes = new ArrayList<>();
    for (MachineState record : records) {
      MachineState before = newest.get(record.machine());
      if (before != null && !record.at().isAfter(before.at())) {
        continue;
      }
      Instant silent = before == null ? record.at() : before.at().plus(HOLDS);
      if (silent.isBefore(record.at())) {
        changes.add(new MachineChange(record.machine(), silent, null, null));
      }
      if (silent.isBefore(record.at()) || isOther(before, record)) {
        changes.add(
            new MachineChange(record.machine(), record.at(), record.state(), record.reason()));
      }
      newest.put(record.machine(), record);
    }
    return changes;
  }

  private static boolean isOther(@Nullable MachineState before, MachineState now) {
    return before == null
        || before.state() != now.state()
        || !Objects.equals(before.reason(), now.reason());
  }
}

package io.gemba.sensors.production;

import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When one machine was active: working, down or in changeover, and neither starved, blocked, idle
 * nor silent. Of a period that began before what is kept the beginning is remembered. Not thread
 * safe.
 */
final class ActivityLog {
  private static final Set<State> ACTIVE = Set.of(State.RUNNING, State.DOWN, State.CHANGEOVER);
  private static final long NEVER = Long.MIN_VALUE;

  private final StateLog log = new StateLog();
  private long cutMillis = NEVER;
  private long activeAtCutSinceMillis = NEVER;

  void add(MachineState message) {
    log.add(message);
  }

  /** All known active periods up to a moment, oldest first; those that it cuts end there. */
  List<BottleneckRule.Period> periods(String machine, long untilMillis) {
    List<BottleneckRule.Period> periods = new ArrayList<>();
    log.walk(
        cutMillis,
        untilMillis,
        (entry, from, to) -> {
          if (!ACTIVE.contains(entry.state())) {
            return;
          }
          int last = periods.size() - 1;
          if (last >= 0 && periods.get(last).toMillis() == from) {
            long began = periods.remove(last).fromMillis();
            periods.add(new BottleneckRule.Period(machine, began, to));
          } else {
            boolean goesOn = from == cutMillis && activeAtCutSinceMillis != NEVER;
            long began = goesOn ? activeAtCutSinceMillis : from;
            periods.add(new BottleneckRule.Period(machine, began, to));
          }
        });
    return periods;
  }

  /** Drops what is older than a moment but for how long the machine had been active then. */
  void forgetBefore(long millis) {
    if (millis <= cutMillis) {
      return;
    }
    activeAtCutSinceMillis =
        periods("", millis).stream()
            .filter(period -> period.toMillis() == millis)
            .mapToLong(BottleneckRule.Period::fromMillis)
            .findFirst()
            .orElse(NEVER);
    cutMillis = millis;
    log.forgetBefore(millis);
  }

  void write(DataOutput out) throws IOException {
    log.write(out);
    out.writeLong(cutMillis);
    out.writeLong(activeAtCutSinceMillis);
  }

  void fill(DataInput in, int layout) throws IOException {
    log.fill(in, layout);
    cutMillis = in.readLong();
    activeAtCutSinceMillis = in.readLong();
  }
}

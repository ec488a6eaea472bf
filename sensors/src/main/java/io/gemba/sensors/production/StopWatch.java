package io.gemba.sensors.production;

import io.gemba.message.CapacityLoss;
import io.gemba.message.MachineState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what a line loses while one of its machines is down: at once with an expected end, again
 * when that is overtaken or a cause becomes known, and last when the machine goes on.
 *
 * <p>Causes are the machine's alarms that were open when it stopped, or had ended in the ten
 * minutes before. Not thread safe.
 */
final class StopWatch {
  private static final long CAUSE_MILLIS = 600_000;
  private static final double MILLIS_PER_MINUTE = 60_000;

  private final RepairTimes repairs = new RepairTimes();
  private final ToldLoss told = new ToldLoss();

  boolean isOpen() {
    return told.open;
  }

  /**
   * Takes the newest message of the machine in.
   *
   * @param madeLast item that was made last; empty when nothing was
   */
  @Nullable CapacityLoss observe(
      MachineState message, String madeLast, MachineSpec spec, RecentEpisodes episodes) {
    long atMillis = message.at().toEpochMilli();
    boolean down = message.state() == MachineState.State.DOWN && !spec.line().isEmpty();
    if (down && !told.open) {
      told.open = true;
      told.fromMillis = atMillis;
      told.reason = message.reason() == null ? "down" : Text.bounded(message.reason());
      told.untilMillis =
          told.fromMillis + Math.round(repairs.expectedMinutes(told.reason) * MILLIS_PER_MINUTE);
      told.revision = 0;
      told.item = madeLast;
      told.causes = causes(episodes);
      return told.message(spec, "", 1);
    }
    if (!down && told.open) {
      told.open = false;
      told.untilMillis = atMillis;
      told.revision++;
      told.causes = causes(episodes);
      repairs.add(told.reason, (atMillis - told.fromMillis) / MILLIS_PER_MINUTE);
      return told.message(spec, "", 1);
    }
    return null;
  }

  /** Goes on in time; says what changed by it, if anything. */
  @Nullable CapacityLoss tick(long asOfMillis, MachineSpec spec, RecentEpisodes episodes) {
    if (!told.open) {
      return null;
    }
    List<String> now = causes(episodes);
    boolean overtaken = asOfMillis > told.untilMillis;
    if (!overtaken && now.equals(told.causes)) {
      return null;
    }
    if (overtaken) {
      told.lastsBeyond(asOfMillis);
    }
    told.causes = now;
    told.revision++;
    return told.message(spec, "", 1);
  }

  private List<String> causes(RecentEpisodes episodes) {
    return episodes.during(told.fromMillis - CAUSE_MILLIS, told.fromMillis);
  }

  void write(DataOutput out) throws IOException {
    repairs.write(out);
    told.write(out);
  }

  void fill(DataInput in) throws IOException {
    repairs.fill(in);
    told.fill(in);
  }
}

package io.gemba.sensors.production;

import io.gemba.message.CapacityLoss;
import io.gemba.message.MachineState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
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
  private static final double MINUTES_PER_HOUR = 60;

  /** An overtaken stop is expected to last as much longer as half of what it lasted. */
  private static final double LONGER_BY = 0.5;

  private final RepairTimes repairs = new RepairTimes();
  private boolean open;
  private long fromMillis;
  private long untilMillis;
  private int revision;
  private String reason = "";
  private String item = "";
  private List<String> causes = List.of();

  boolean isOpen() {
    return open;
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
    if (down && !open) {
      open = true;
      fromMillis = atMillis;
      reason = message.reason() == null ? "down" : Text.bounded(message.reason());
      untilMillis = fromMillis + Math.round(repairs.expectedMinutes(reason) * MILLIS_PER_MINUTE);
      revision = 0;
      item = madeLast;
      causes = causes(episodes);
      return loss(spec);
    }
    if (!down && open) {
      open = false;
      untilMillis = atMillis;
      revision++;
      causes = causes(episodes);
      repairs.add(reason, (atMillis - fromMillis) / MILLIS_PER_MINUTE);
      return loss(spec);
    }
    return null;
  }

  /** Goes on in time; says what changed by it, if anything. */
  @Nullable CapacityLoss tick(long asOfMillis, MachineSpec spec, RecentEpisodes episodes) {
    if (!open) {
      return null;
    }
    List<String> now = causes(episodes);
    boolean overtaken = asOfMillis > untilMillis;
    if (!overtaken && now.equals(causes)) {
      return null;
    }
    if (overtaken) {
      untilMillis = asOfMillis + Math.round((asOfMillis - fromMillis) * LONGER_BY);
    }
    causes = now;
    revision++;
    return loss(spec);
  }

  private List<String> causes(RecentEpisodes episodes) {
    return episodes.during(fromMillis - CAUSE_MILLIS, fromMillis);
  }

  private CapacityLoss loss(MachineSpec spec) {
    double minutes = (untilMillis - fromMillis) / MILLIS_PER_MINUTE;
    return new CapacityLoss(
        "capacity-%s-%d".formatted(spec.machine(), fromMillis),
        revision,
        spec.machine(),
        spec.line(),
        reason,
        Instant.ofEpochMilli(fromMillis),
        Instant.ofEpochMilli(untilMillis),
        open,
        item.isEmpty() ? null : item,
        spec.lineUnitsPerHour() * minutes / MINUTES_PER_HOUR,
        Math.round(minutes * spec.downtimeCentsPerMinute()),
        causes);
  }

  void write(DataOutput out) throws IOException {
    repairs.write(out);
    out.writeBoolean(open);
    out.writeLong(fromMillis);
    out.writeLong(untilMillis);
    out.writeInt(revision);
    out.writeUTF(reason);
    out.writeUTF(item);
    out.writeInt(causes.size());
    for (String cause : causes) {
      out.writeUTF(cause);
    }
  }

  void fill(DataInput in) throws IOException {
    repairs.fill(in);
    open = in.readBoolean();
    fromMillis = in.readLong();
    untilMillis = in.readLong();
    revision = in.readInt();
    reason = in.readUTF();
    item = in.readUTF();
    String[] read = new String[in.readInt()];
    for (int i = 0; i < read.length; i++) {
      read[i] = in.readUTF();
    }
    causes = List.of(read);
  }
}

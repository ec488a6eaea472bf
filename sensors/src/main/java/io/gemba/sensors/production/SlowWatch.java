package io.gemba.sensors.production;

import io.gemba.message.CapacityLoss;
import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a machine makes less while one of its alarms is open, and what its line loses by that
 * until the alarm ends. What is usual is the units a running minute without an alarm, over its last
 * eight hours of running. Told once enough should have been made to see the difference; a stop ends
 * it, since the stop loses all. About 100 bytes. Not thread safe.
 */
final class SlowWatch {
  static final String REASON = "slower during an alarm";

  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double MINUTES_PER_HOUR = 60;
  private static final double USUAL_FADES_MILLIS = 8 * 3_600_000.0;
  private static final double USUAL_UNITS = 30;
  private static final double EXPECTED_UNITS = 12;
  private static final double LEAST_SHARE = 0.1;
  private static final double NEWS_SHARE = 0.05;

  /** What goes on is expected to last as much longer as half of what it lasted. */
  private static final double LONGER_BY = 0.5;

  private double usualUnits;
  private double usualMillis;
  private boolean ran;
  private long lastMillis;
  private boolean inAlarm;
  private long fromMillis;
  private double units;
  private double millis;
  private boolean open;
  private long untilMillis;
  private int revision;
  private double share;
  private String item = "";
  private List<String> causes = List.of();

  /**
   * Takes the newest message of the machine in.
   *
   * @param madeLast item that was made last; empty when nothing was
   */
  @Nullable CapacityLoss observe(
      MachineState message, String madeLast, MachineSpec spec, RecentEpisodes episodes) {
    long atMillis = message.at().toEpochMilli();
    if (ran) {
      long passed = Math.min(atMillis - lastMillis, StateLog.HOLDS_MILLIS);
      long count = message.goodCount() + message.scrapCount() + message.reworkCount();
      made((double) count, passed);
    }
    ran = message.state() == State.RUNNING && !spec.line().isEmpty();
    lastMillis = atMillis;
    if (message.state() == State.DOWN || !episodes.isAnyOpen()) {
      return end(atMillis, spec);
    }
    if (ran && !inAlarm) {
      inAlarm = true;
      fromMillis = atMillis;
      units = 0;
      millis = 0;
    }
    item = madeLast;
    return judge(atMillis, spec, episodes);
  }

  private void made(double count, long passedMillis) {
    if (inAlarm) {
      units += count;
      millis += passedMillis;
    } else {
      double fade = Math.exp(-passedMillis / USUAL_FADES_MILLIS);
      usualUnits = usualUnits * fade + count;
      usualMillis = usualMillis * fade + passedMillis;
    }
  }

  private @Nullable CapacityLoss judge(long atMillis, MachineSpec spec, RecentEpisodes episodes) {
    double expected = usualMillis > 0 ? usualUnits / usualMillis * millis : 0;
    if (!inAlarm || usualUnits < USUAL_UNITS || expected < EXPECTED_UNITS) {
      return null;
    }
    double now = Math.max(0, 1 - units / expected);
    boolean news = open ? Math.abs(now - share) >= NEWS_SHARE : now >= LEAST_SHARE;
    if (!news && !(open && atMillis > untilMillis)) {
      return null;
    }
    revision = open ? revision + 1 : 0;
    open = true;
    share = now;
    untilMillis = atMillis + Math.round((atMillis - fromMillis) * LONGER_BY);
    causes = episodes.during(fromMillis, atMillis);
    return loss(spec);
  }

  /** Goes on in time: says when the alarm has ended, or lasts longer than was told. */
  @Nullable CapacityLoss tick(long asOfMillis, MachineSpec spec, RecentEpisodes episodes) {
    return episodes.isAnyOpen() ? judge(asOfMillis, spec, episodes) : end(asOfMillis, spec);
  }

  private @Nullable CapacityLoss end(long atMillis, MachineSpec spec) {
    inAlarm = false;
    if (!open) {
      return null;
    }
    open = false;
    untilMillis = Math.max(fromMillis, atMillis);
    revision++;
    return loss(spec);
  }

  private CapacityLoss loss(MachineSpec spec) {
    double minutes = (untilMillis - fromMillis) / MILLIS_PER_MINUTE * share;
    return new CapacityLoss(
        "capacity-%s-%d-slow".formatted(spec.machine(), fromMillis),
        revision,
        spec.machine(),
        spec.line(),
        REASON,
        Instant.ofEpochMilli(fromMillis),
        Instant.ofEpochMilli(untilMillis),
        open,
        item.isEmpty() ? null : item,
        spec.lineUnitsPerHour() * minutes / MINUTES_PER_HOUR,
        Math.round(minutes * spec.downtimeCentsPerMinute()),
        causes);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(usualUnits);
    out.writeDouble(usualMillis);
    out.writeBoolean(ran);
    out.writeLong(lastMillis);
    out.writeBoolean(inAlarm);
    out.writeLong(fromMillis);
    out.writeDouble(units);
    out.writeDouble(millis);
    out.writeBoolean(open);
    out.writeLong(untilMillis);
    out.writeInt(revision);
    out.writeDouble(share);
    out.writeUTF(item);
    out.writeInt(causes.size());
    for (String cause : causes) {
      out.writeUTF(cause);
    }
  }

  void fill(DataInput in) throws IOException {
    usualUnits = in.readDouble();
    usualMillis = in.readDouble();
    ran = in.readBoolean();
    lastMillis = in.readLong();
    inAlarm = in.readBoolean();
    fromMillis = in.readLong();
    units = in.readDouble();
    millis = in.readDouble();
    open = in.readBoolean();
    untilMillis = in.readLong();
    revision = in.readInt();
    share = in.readDouble();
    item = in.readUTF();
    String[] read = new String[in.readInt()];
    for (int i = 0; i < read.length; i++) {
      read[i] = in.readUTF();
    }
    causes = List.of(read);
  }
}

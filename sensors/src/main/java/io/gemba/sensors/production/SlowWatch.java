package io.gemba.sensors.production;

import io.gemba.message.CapacityLoss;
import io.gemba.message.MachineState;
import io.gemba.message.MachineState.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a machine makes less while one of its alarms is open, and what its line loses by that
 * until the alarm ends. What is usual is the units a running minute without an alarm, over its last
 * eight hours of running. Told once enough should have been made to see the difference; a stop ends
 * it, since the stop loses all. About 100 bytes. Not thread safe.
 */
final class SlowWatch {
  static final String REASON = "slower during an alarm";

  private static final double USUAL_FADES_MILLIS = 8 * 3_600_000.0;
  private static final double USUAL_UNITS = 30;
  private static final double EXPECTED_UNITS = 12;
  private static final double LEAST_SHARE = 0.1;
  private static final double NEWS_SHARE = 0.05;

  private final ToldLoss told = new ToldLoss();
  private double usualUnits;
  private double usualMillis;
  private boolean ran;
  private long lastMillis;
  private boolean inAlarm;
  private double units;
  private double millis;
  private double share;

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
      told.fromMillis = atMillis;
      units = 0;
      millis = 0;
    }
    told.item = madeLast;
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
    boolean news = told.open ? Math.abs(now - share) >= NEWS_SHARE : now >= LEAST_SHARE;
    if (!news && !(told.open && atMillis > told.untilMillis)) {
      return null;
    }
    told.revision = told.open ? told.revision + 1 : 0;
    told.open = true;
    told.reason = REASON;
    share = now;
    told.lastsBeyond(atMillis);
    told.causes = episodes.during(told.fromMillis, atMillis);
    return told.message(spec, "-slow", share);
  }

  /** Goes on in time: says when the alarm has ended, or lasts longer than was told. */
  @Nullable CapacityLoss tick(long asOfMillis, MachineSpec spec, RecentEpisodes episodes) {
    return episodes.isAnyOpen() ? judge(asOfMillis, spec, episodes) : end(asOfMillis, spec);
  }

  private @Nullable CapacityLoss end(long atMillis, MachineSpec spec) {
    inAlarm = false;
    if (!told.open) {
      return null;
    }
    told.open = false;
    told.untilMillis = Math.max(told.fromMillis, atMillis);
    told.revision++;
    return told.message(spec, "-slow", share);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(usualUnits);
    out.writeDouble(usualMillis);
    out.writeBoolean(ran);
    out.writeLong(lastMillis);
    out.writeBoolean(inAlarm);
    out.writeDouble(units);
    out.writeDouble(millis);
    out.writeDouble(share);
    told.write(out);
  }

  void fill(DataInput in) throws IOException {
    usualUnits = in.readDouble();
    usualMillis = in.readDouble();
    ran = in.readBoolean();
    lastMillis = in.readLong();
    inAlarm = in.readBoolean();
    units = in.readDouble();
    millis = in.readDouble();
    share = in.readDouble();
    told.fill(in);
  }
}

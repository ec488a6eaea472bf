package io.gemba.sensors.production;

import io.gemba.message.CapacityLoss;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What was told of capacity that a machine loses, and may have to be told again. */
final class ToldLoss {
  /** What goes on longer than expected will last as much longer as half of what it lasted. */
  private static final double LONGER_BY = 0.5;

  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double MINUTES_PER_HOUR = 60;

  boolean open;
  long fromMillis;
  long untilMillis;
  int revision;
  String reason = "";
  String item = "";
  List<String> causes = List.of();

  /** Expects it to last beyond a time. */
  void lastsBeyond(long atMillis) {
    untilMillis = atMillis + Math.round((atMillis - fromMillis) * LONGER_BY);
  }

  /**
   * The message.
   *
   * @param kind tells losses apart that began at the same time; may be empty
   * @param share of what the machine's line makes
   */
  CapacityLoss message(MachineSpec spec, String kind, double share) {
    double minutes = (untilMillis - fromMillis) / MILLIS_PER_MINUTE * share;
    return new CapacityLoss(
        "capacity-%s-%d%s".formatted(spec.machine(), fromMillis, kind),
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

package io.gemba.sensors.detect;

import io.gemba.message.Episode;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one episode of a machine's unusual rows, and ranks by onset the alarms of its own sensors
 * that belong to it. It names the sensor that is farthest from its level. Not thread safe.
 */
final class MachineEpisode {
  static final int HOLD_ROWS = 100;

  private static final double[] SEVERITY_TIMES = {1.5, 2.5, 5};
  private static final double BAND_SCALES = 4;
  private static final int MOST_MEMBERS = 20;
  private static final Episode.Severity[] SEVERITIES = Episode.Severity.values();

  private final MachineSensors sensors;
  private final Map<String, Long> members = new LinkedHashMap<>();
  private final Set<String> ended = new HashSet<>();
  private @Nullable Opening opening;
  private long lastMillis;
  private int usual;
  private int revision;
  private double score;
  private int severity;

  /** A mean of rows and how far from the usual it is. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; boxed numbers would be many
  record Row(long atMillis, double[] mean, double decades, double opensAt) {}

  /** What was so when it opened. */
  private record Opening(long onsetMillis, int sensor, double value, double low, double high) {}

  MachineEpisode(MachineSensors sensors) {
    this.sensors = sensors;
  }

  /** Goes on by one row; returns the episode if it opened, got worse or closed. */
  @Nullable Episode update(Row row, MachineReference reference) {
    boolean unusual = row.decades() >= row.opensAt();
    Opening open = opening;
    if (open == null) {
      return unusual && members.isEmpty() ? begin(row, reference) : null;
    }
    if (!unusual) {
      usual++;
      return usual < HOLD_ROWS ? null : close(open, row.atMillis());
    }
    usual = 0;
    lastMillis = row.atMillis();
    score = Math.max(score, row.decades());
    int worse = severity(row);
    if (worse <= severity) {
      return null;
    }
    severity = worse;
    revision++;
    return episode(open, null);
  }

  /** Learns of an alarm of one of the machine's sensors; the episode if that changes it. */
  @Nullable Episode member(Episode alarm) {
    Opening open = opening;
    if (alarm.state() == Episode.State.CLOSED) {
      if (open == null) {
        members.remove(alarm.id());
      } else if (members.containsKey(alarm.id())) {
        ended.add(alarm.id());
      }
      return null;
    }
    boolean isNew = members.size() < MOST_MEMBERS && !members.containsKey(alarm.id());
    if (isNew) {
      members.put(alarm.id(), alarm.onset().toEpochMilli());
    }
    if (open == null || !isNew) {
      return null;
    }
    revision++;
    return episode(open, null);
  }

  private Episode begin(Row row, MachineReference reference) {
    int farthest = 0;
    for (int j = 1; j < row.mean().length; j++) {
      if (Math.abs(reference.deviations(row.mean(), j))
          > Math.abs(reference.deviations(row.mean(), farthest))) {
        farthest = j;
      }
    }
    double band = BAND_SCALES * reference.scale(farthest);
    double level = reference.level(farthest);
    Opening open =
        new Opening(row.atMillis(), farthest, row.mean()[farthest], level - band, level + band);
    opening = open;
    lastMillis = row.atMillis();
    usual = 0;
    revision = 0;
    score = row.decades();
    severity = severity(row);
    return episode(open, null);
  }

  private Episode close(Opening open, long atMillis) {
    revision++;
    Episode closed = episode(open, Instant.ofEpochMilli(atMillis));
    opening = null;
    members.keySet().removeAll(ended);
    ended.clear();
    return closed;
  }

  private static int severity(Row row) {
    double times = row.decades() / row.opensAt();
    int level = 0;
    while (level < SEVERITY_TIMES.length && times >= SEVERITY_TIMES[level]) {
      level++;
    }
    return level;
  }

  private Episode episode(Opening open, @Nullable Instant end) {
    List<String> causes =
        members.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
            .map(Map.Entry::getKey)
            .toList();
    return new Episode(
        "machine-%s-%d".formatted(sensors.machine(), open.onsetMillis()),
        revision,
        Episode.Kind.ANOMALY,
        sensors.ids().get(open.sensor()),
        sensors.machine(),
        MachineWatch.DETECTOR,
        end == null ? Episode.State.OPEN : Episode.State.CLOSED,
        SEVERITIES[severity],
        score,
        Instant.ofEpochMilli(open.onsetMillis()),
        Instant.ofEpochMilli(lastMillis),
        end,
        open.value(),
        open.low(),
        open.high(),
        String.format(
            Locale.ROOT,
            "The machine's sensors do not go together as usual; farthest off is this one: %.4g on"
                + " average where %.4g to %.4g is usual.",
            open.value(),
            open.low(),
            open.high()),
        causes);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(members.size());
    for (Map.Entry<String, Long> member : members.entrySet()) {
      out.writeUTF(member.getKey());
      out.writeLong(member.getValue());
      out.writeBoolean(ended.contains(member.getKey()));
    }
    Opening open = opening;
    out.writeBoolean(open != null);
    if (open != null) {
      out.writeLong(open.onsetMillis());
      out.writeInt(open.sensor());
      out.writeDouble(open.value());
      out.writeDouble(open.low());
      out.writeDouble(open.high());
    }
    out.writeLong(lastMillis);
    out.writeInt(usual);
    out.writeInt(revision);
    out.writeDouble(score);
    out.writeInt(severity);
  }

  void fill(DataInput in) throws IOException {
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String id = in.readUTF();
      members.put(id, in.readLong());
      if (in.readBoolean()) {
        ended.add(id);
      }
    }
    opening =
        in.readBoolean()
            ? new Opening(
                in.readLong(), in.readInt(), in.readDouble(), in.readDouble(), in.readDouble())
            : null;
    lastMillis = in.readLong();
    usual = in.readInt();
    revision = in.readInt();
    score = in.readDouble();
    severity = in.readInt();
  }
}

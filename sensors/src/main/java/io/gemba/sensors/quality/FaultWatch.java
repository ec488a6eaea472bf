package io.gemba.sensors.quality;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes one episode of a fault that lasts: opened by the first faulty reading, closed by three good
 * ones in a row. One fault at a time; what else is wrong meanwhile belongs to it. Not thread safe.
 */
final class FaultWatch {
  private static final int GOOD_TO_HEAL = 3;
  private static final String NONE = "";

  private @Nullable Fault fault;
  private long onsetMillis;
  private long lastMillis;
  private double value;
  private int revision;
  private int good;

  @Nullable Fault fault() {
    return fault;
  }

  /** A faulty reading; the episode if it is the first. */
  @Nullable Episode bad(Fault found, Reading reading, long sinceMillis) {
    good = 0;
    if (fault != null) {
      lastMillis = Math.max(lastMillis, reading.atMillis());
      return null;
    }
    fault = found;
    onsetMillis = sinceMillis;
    lastMillis = Math.max(sinceMillis, reading.atMillis());
    value = reading.value();
    revision = 0;
    return episode(found, reading.sensor(), Episode.State.OPEN, null);
  }

  /** A good reading; the closed episode if the sensor has healed by it. */
  @Nullable Episode good(Reading reading) {
    Fault holds = fault;
    if (holds == null || (++good < GOOD_TO_HEAL && holds != Fault.STALE)) {
      return null;
    }
    return close(holds, reading.sensor(), reading.atMillis());
  }

  /** Closes what is open without waiting; for a sensor that is given up. */
  @Nullable Episode giveUp(String sensor) {
    return fault == null ? null : close(fault, sensor, lastMillis);
  }

  private Episode close(Fault holds, String sensor, long atMillis) {
    revision++;
    fault = null;
    good = 0;
    return episode(holds, sensor, Episode.State.CLOSED, Instant.ofEpochMilli(atMillis));
  }

  private Episode episode(Fault what, String sensor, Episode.State state, @Nullable Instant end) {
    Instant onset = Instant.ofEpochMilli(onsetMillis);
    return new Episode(
        "%s-%s-%d".formatted(what.label(), sensor.replace('/', '.'), onsetMillis),
        revision,
        Episode.Kind.QUALITY,
        sensor,
        machine(sensor),
        what.label(),
        state,
        what.severity(),
        0,
        onset,
        Instant.ofEpochMilli(lastMillis),
        end,
        value,
        null,
        null,
        String.format(
            Locale.ROOT, "Sensor %s %s; its readings are not trusted.", sensor, what.sentence()),
        List.of());
  }

  private static String machine(String sensor) {
    int slash = sensor.indexOf('/');
    return slash < 0 ? "" : sensor.substring(0, slash);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(fault == null ? NONE : fault.name());
    out.writeLong(onsetMillis);
    out.writeLong(lastMillis);
    out.writeDouble(value);
    out.writeInt(revision);
    out.writeInt(good);
  }

  void fill(DataInput in) throws IOException {
    String name = in.readUTF();
    fault = name.equals(NONE) ? null : Fault.valueOf(name);
    onsetMillis = in.readLong();
    lastMillis = in.readLong();
    value = in.readDouble();
    revision = in.readInt();
    good = in.readInt();
  }
}

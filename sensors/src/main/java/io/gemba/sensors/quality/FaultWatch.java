package io.gemba.sensors.quality;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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
  private int good;

  @Nullable Fault fault() {
    return fault;
  }

  /**
   * A faulty reading; the episode if it is the first.
   *
   * @param sinceMillis when the fault began
   * @param atMillis when it was seen: the reading's time, or its arrival when the former is wrong
   */
  @Nullable Episode bad(Fault found, Reading reading, long sinceMillis, long atMillis) {
    good = 0;
    if (fault != null) {
      lastMillis = Math.max(lastMillis, atMillis);
      return null;
    }
    fault = found;
    onsetMillis = sinceMillis;
    lastMillis = Math.max(sinceMillis, atMillis);
    value = reading.value();
    return episode(found, reading.sensor()).opened();
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
    fault = null;
    good = 0;
    return episode(holds, sensor).closed(atMillis);
  }

  private QualityEpisode episode(Fault what, String sensor) {
    String reason =
        "Sensor %s %s; its readings are not trusted.".formatted(sensor, what.sentence());
    return new QualityEpisode(what, sensor, onsetMillis, lastMillis, value, reason);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(fault == null ? NONE : fault.name());
    out.writeLong(onsetMillis);
    out.writeLong(lastMillis);
    out.writeDouble(value);
    out.writeInt(0); // once a revision
    out.writeInt(good);
  }

  void fill(DataInput in) throws IOException {
    String name = in.readUTF();
    fault = name.equals(NONE) ? null : Fault.valueOf(name);
    onsetMillis = in.readLong();
    lastMillis = in.readLong();
    value = in.readDouble();
    in.readInt();
    good = in.readInt();
  }
}

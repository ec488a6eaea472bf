package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much rarer than usual one statistic of a series must be to open an alarm, because people said
 * that its alarms were no faults: {@value #DECADES_PER_FEEDBACK} decades each time, at most {@value
 * #MOST_DECADES}, halved every {@value #HALF_LIFE_DAYS} days of the series' own time. A process
 * that has changed is so believed again by itself. 16 bytes. Not thread safe.
 */
final class Strictness {
  static final double DECADES_PER_FEEDBACK = 0.5;
  static final double MOST_DECADES = 3;
  static final int HALF_LIFE_DAYS = 30;

  private static final double HALF_LIFE_MILLIS = HALF_LIFE_DAYS * 86_400_000.0;

  private double decades;
  private long sinceMillis;

  /**
   * Decades asked for beyond the usual.
   *
   * @param atMillis event time; at and before the last alarm that was no fault nothing is asked, so
   *     that a replay opens the same alarms
   */
  double decades(long atMillis) {
    return decades == 0 || atMillis <= sinceMillis ? 0 : left(atMillis);
  }

  /**
   * Somebody said that an alarm was no fault.
   *
   * @param lastMillis event time of the last reading that belongs to it; in any order
   */
  void add(long lastMillis) {
    if (lastMillis >= sinceMillis) {
      decades = Math.min(MOST_DECADES, left(lastMillis) + DECADES_PER_FEEDBACK);
      sinceMillis = lastMillis;
    } else {
      double halvings = (sinceMillis - lastMillis) / HALF_LIFE_MILLIS;
      decades = Math.min(MOST_DECADES, decades + DECADES_PER_FEEDBACK * Math.pow(0.5, halvings));
    }
  }

  private double left(long atMillis) {
    return decades * Math.pow(0.5, (atMillis - sinceMillis) / HALF_LIFE_MILLIS);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(decades);
    out.writeLong(sinceMillis);
  }

  void fill(DataInput in) throws IOException {
    decades = in.readDouble();
    sinceMillis = in.readLong();
  }
}

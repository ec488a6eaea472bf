package io.gemba.maintenance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Puts the readings of one machine's sensors side by side, in the order of their times. What lies
 * on a topic comes sensor by sensor: days of one may come before the first of another, and cycles
 * that are counted by the first would miss the others.
 *
 * <p>A reading waits until every sensor was heard up to its time, for at most {@value #WAIT_MILLIS}
 * ms of the clock on the wall, so that a sensor that is silent holds nobody up for long; and with
 * more than {@value #MOST} waiting the oldest goes on. Live sensors wait for one another's next
 * reading. 36 bytes a reading that waits. Not thread safe.
 */
public final class SideBySide {
  /** Number of what {@link #write} writes. */
  public static final int LAYOUT = 1;

  /** How long a reading may wait. */
  public static final long WAIT_MILLIS = 30_000;

  static final int MOST = 10_000;

  private static final long NEVER = Long.MIN_VALUE;

  private final long[] heardMillis;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong(Waiting::atMillis).thenComparingLong(Waiting::number));
  private long number;
  private long timerMillis = NEVER;

  private record Waiting(Ready reading, long arrivedMillis, long number) {
    long atMillis() {
      return reading.atMillis();
    }
  }

  /**
   * A reading that need not wait any more.
   *
   * @param sensor from 0
   */
  public record Ready(int sensor, long atMillis, double value) {}

  /**
   * @param sensors how many there are
   */
  public SideBySide(int sensors) {
    this.heardMillis = new long[sensors];
    Arrays.fill(heardMillis, NEVER);
  }

  /** How many sensors there are. */
  public int sensors() {
    return heardMillis.length;
  }

  /**
   * Takes a reading in.
   *
   * @param nowMillis clock on the wall
   */
  public void add(Ready reading, long nowMillis) {
    heardMillis[reading.sensor()] = Math.max(heardMillis[reading.sensor()], reading.atMillis());
    waiting.add(new Waiting(reading, nowMillis, number++));
  }

  /** The oldest reading, if it need not wait any more, else null; to be asked until it is null. */
  public @Nullable Ready poll(long nowMillis) {
    Waiting first = waiting.peek();
    if (first == null
        || (first.atMillis() > allHeardMillis()
            && first.arrivedMillis + WAIT_MILLIS > nowMillis
            && waiting.size() <= MOST)) {
      return null;
    }
    waiting.remove();
    return first.reading;
  }

  private long allHeardMillis() {
    long all = Long.MAX_VALUE;
    for (long heard : heardMillis) {
      all = Math.min(all, heard);
    }
    return all;
  }

  /**
   * When somebody should ask again, {@link Long#MIN_VALUE} when nothing waits or that was told
   * already; until {@link #rang} it is told once.
   */
  public long alarmMillis() {
    Waiting first = waiting.peek();
    if (first == null || timerMillis != NEVER) {
      return NEVER;
    }
    timerMillis = first.arrivedMillis + WAIT_MILLIS;
    return timerMillis;
  }

  /** What {@link #alarmMillis} told has come. */
  public void rang() {
    timerMillis = NEVER;
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(heardMillis.length);
    for (long heard : heardMillis) {
      out.writeLong(heard);
    }
    out.writeLong(number);
    out.writeLong(timerMillis);
    out.writeInt(waiting.size());
    for (Waiting one : waiting) {
      out.writeInt(one.reading.sensor);
      out.writeLong(one.reading.atMillis);
      out.writeDouble(one.reading.value);
      out.writeLong(one.arrivedMillis);
      out.writeLong(one.number);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param layout the {@link #LAYOUT} it was written with
   * @throws IOException if that layout is not known
   */
  public static SideBySide read(DataInput in, int layout) throws IOException {
    if (layout != LAYOUT) {
      throw new IOException("Layout " + layout + " is not known. Was it written later?");
    }
    SideBySide read = new SideBySide(in.readInt());
    for (int i = 0; i < read.heardMillis.length; i++) {
      read.heardMillis[i] = in.readLong();
    }
    read.number = in.readLong();
    read.timerMillis = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      Ready reading = new Ready(in.readInt(), in.readLong(), in.readDouble());
      read.waiting.add(new Waiting(reading, in.readLong(), in.readLong()));
    }
    return read;
  }
}

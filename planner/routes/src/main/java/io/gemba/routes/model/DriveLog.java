package io.gemba.routes.model;

import java.util.Arrays;

/**
 * What a drive did, in order, where the time of a way depends on when it begins: there a later
 * departure does not make all the rest later by the same time. Read backwards, from the end, it
 * tells how late the vehicle may leave; read forwards, when everything happens then.
 */
final class DriveLog {
  /** A way of {@code first} milliseconds at factor 1. */
  static final int WAY = 0;

  /** Something may begin from {@code first} on, and not after {@code second}. */
  static final int WAIT = 1;

  /** {@code first} milliseconds at one place. */
  static final int STAY = 2;

  /** The vehicle has come to its next stop. */
  static final int ARRIVED = 3;

  /** The vehicle leaves a stop. */
  static final int LEFT = 4;

  /** The driver's next break begins. */
  static final int REST = 5;

  private final TrafficClock traffic;
  private int[] kind = new int[64];
  private long[] first = new long[64];
  private long[] second = new long[64];
  private int size;

  /** Hears what happens when. */
  interface Listener {
    /**
     * @param kind {@link #ARRIVED}, {@link #LEFT} or {@link #REST}
     */
    void happens(int kind, long millis);
  }

  DriveLog(TrafficClock traffic) {
    this.traffic = traffic;
  }

  void begin() {
    size = 0;
  }

  void copy(DriveLog other) {
    if (kind.length < other.size) {
      kind = new int[other.kind.length];
      first = new long[other.kind.length];
      second = new long[other.kind.length];
    }
    System.arraycopy(other.kind, 0, kind, 0, other.size);
    System.arraycopy(other.first, 0, first, 0, other.size);
    System.arraycopy(other.second, 0, second, 0, other.size);
    size = other.size;
  }

  void add(int what, long one, long other) {
    if (size == kind.length) {
      kind = Arrays.copyOf(kind, 2 * size);
      first = Arrays.copyOf(first, 2 * size);
      second = Arrays.copyOf(second, 2 * size);
    }
    kind[size] = what;
    first[size] = one;
    second[size++] = other;
  }

  /** Latest departure after which everything is in time as before, and over by {@code end}. */
  long latestBegin(long end) {
    long time = end;
    for (int i = size - 1; i >= 0; i--) {
      switch (kind[i]) {
        case WAY -> time = traffic.departure(time, first[i]);
        case WAIT -> time = Math.min(time, second[i]);
        case STAY -> time -= first[i];
        default -> {}
      }
    }
    return time;
  }

  /**
   * Goes through it once more.
   *
   * @return when it is over
   */
  long replay(long begin, Listener listener) {
    long time = begin;
    for (int i = 0; i < size; i++) {
      switch (kind[i]) {
        case WAY -> time = traffic.arrival(time, first[i]);
        case WAIT -> time = Math.max(time, first[i]);
        case STAY -> time += first[i];
        default -> listener.happens(kind[i], time);
      }
    }
    return time;
  }
}

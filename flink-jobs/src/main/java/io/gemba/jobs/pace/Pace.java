package io.gemba.jobs.pace;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Waits until a key is quiet, but not for ever. Holds at most one pending timer a key, so that a
 * million changes register a handful of timers. 16 bytes. Not thread safe.
 */
public final class Pace {
  private long firstMillis;
  private long lastMillis;

  /**
   * How long to wait.
   *
   * @param quietMillis without a change, above 0
   * @param mostMillis after the first change, whatever comes
   */
  public record Limits(long quietMillis, long mostMillis) implements Serializable {
    /**
     * @throws IllegalArgumentException if the times do not rise
     */
    public Limits {
      if (quietMillis <= 0 || mostMillis < quietMillis) {
        throw new IllegalArgumentException(
            "quietMillis (%d) and mostMillis (%d) must be above 0 and rise."
                .formatted(quietMillis, mostMillis));
      }
    }
  }

  /** What to do at a timer. */
  public sealed interface Next {}

  /** Speak. */
  public record Go() implements Next {}

  /**
   * Register another timer.
   *
   * @param atMillis when
   */
  public record Wait(long atMillis) implements Next {}

  /** Whether changes wait for their timer. */
  public boolean isWaiting() {
    return firstMillis != 0;
  }

  /**
   * Notes a change.
   *
   * @return the timer to register, or 0 when one is pending
   */
  public long changedAt(long nowMillis, Limits limits) {
    lastMillis = nowMillis;
    if (firstMillis != 0) {
      return 0;
    }
    firstMillis = nowMillis;
    return nowMillis + limits.quietMillis;
  }

  /** Decides at a timer; {@link Go} forgets the changes. */
  public Next timerAt(long nowMillis, Limits limits) {
    long due = Math.min(lastMillis + limits.quietMillis, firstMillis + limits.mostMillis);
    if (nowMillis < due) {
      return new Wait(due);
    }
    firstMillis = 0;
    lastMillis = 0;
    return new Go();
  }

  /** A pace that shares nothing with this one. */
  public Pace copy() {
    Pace copy = new Pace();
    copy.firstMillis = firstMillis;
    copy.lastMillis = lastMillis;
    return copy;
  }

  /** Writes all of it. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(firstMillis);
    out.writeLong(lastMillis);
  }

  /** Reads what {@link #write} wrote. */
  public static Pace read(DataInput in) throws IOException {
    Pace pace = new Pace();
    pace.firstMillis = in.readLong();
    pace.lastMillis = in.readLong();
    return pace;
  }
}

package io.gemba.sensors.quality;

import io.gemba.message.Episode;
import io.gemba.message.Reading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes one episode of a clock that runs behind. Readings that come late, from a buffer or in
 * batches, have lags that differ; a clock behind gives live ones always the same. So an episode
 * opens after half an hour at the sensor's pace, at least {@value Limits#FEWEST_OF_SPAN} readings,
 * all of which came with the same lag, give or take {@value #SAME_WITHIN_MILLIS} ms, of more than
 * {@value #BEHIND_MILLIS} ms and two of the sensor's periods (a period may be dated by its start).
 * It closes after {@value #GOOD_TO_HEAL} readings in a row with less. A lag of more than {@value
 * #REPLAY_MILLIS} ms is a replay rather than a clock: time zones differ by less. Not thread safe;
 * O(1), 45 bytes.
 */
final class LagWatch {
  static final long BEHIND_MILLIS = 300_000;
  static final long SAME_WITHIN_MILLIS = 60_000;
  static final long REPLAY_MILLIS = 93_600_000;

  private static final int GOOD_TO_HEAL = 3;
  private static final double MILLIS = 1_000;

  private long count;
  private long least;
  private long most;
  private long firstMillis;
  private boolean open;
  private long onsetMillis;
  private int good;

  boolean isOpen() {
    return open;
  }

  /** Whether a clock that was behind is right again by this reading. */
  boolean isPutRight(Reading reading, Limits limits) {
    return open && isKnown(reading) && !isBehind(lag(reading), limits);
  }

  /**
   * Counts a new reading, in its order or not; the episode if it opened or closed. What does not
   * say when it was taken in counts as nothing.
   */
  @Nullable Episode count(Reading reading, Limits limits) {
    if (!isKnown(reading)) {
      return null;
    }
    long lag = lag(reading);
    if (open) {
      good = isBehind(lag, limits) ? 0 : good + 1;
      return good < GOOD_TO_HEAL ? null : close(reading);
    }
    if (!isBehind(lag, limits)) {
      count = 0;
      return null;
    }
    if (count == 0 || Math.max(most, lag) - Math.min(least, lag) > SAME_WITHIN_MILLIS) {
      count = 0;
      least = lag;
      most = lag;
      firstMillis = reading.receivedMillis();
    }
    least = Math.min(least, lag);
    most = Math.max(most, lag);
    count++;
    return count < limits.spanReadings() ? null : open(reading);
  }

  /** Forgets what was counted; what is open stays so, for silence heals no clock. */
  void silent() {
    count = 0;
  }

  /** Closes what is open; for a sensor that is given up. */
  @Nullable Episode giveUp(Reading latest) {
    return open ? close(latest) : null;
  }

  private static boolean isKnown(Reading reading) {
    return reading.receivedMillis() > 0;
  }

  private static long lag(Reading reading) {
    return reading.receivedMillis() - reading.atMillis();
  }

  private static boolean isBehind(long lag, Limits limits) {
    return lag > BEHIND_MILLIS + 2 * limits.everySeconds() * MILLIS && lag <= REPLAY_MILLIS;
  }

  private Episode open(Reading reading) {
    open = true;
    good = 0;
    onsetMillis = firstMillis;
    return episode(reading).opened();
  }

  private Episode close(Reading reading) {
    open = false;
    count = 0;
    return episode(reading).closed(Math.max(onsetMillis, reading.receivedMillis()));
  }

  /** Dated by arrival: the sensor's own times are what is wrong. */
  private QualityEpisode episode(Reading reading) {
    String reason =
        String.format(
            Locale.ROOT,
            "Sensor %s %s: its readings came with times %.0f minutes past, all alike. They are "
                + "trusted, at those times. Set its clock and time zone, or look what holds them up.",
            reading.sensor(),
            Fault.CLOCK_BEHIND.sentence(),
            least / MILLIS / 60);
    long lastMillis = Math.max(onsetMillis, reading.receivedMillis());
    return new QualityEpisode(
        Fault.CLOCK_BEHIND, reading.sensor(), onsetMillis, lastMillis, reading.value(), reason);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeLong(least);
    out.writeLong(most);
    out.writeLong(firstMillis);
    out.writeBoolean(open);
    out.writeLong(onsetMillis);
    out.writeInt(good);
  }

  void fill(DataInput in) throws IOException {
    count = in.readLong();
    least = in.readLong();
    most = in.readLong();
    firstMillis = in.readLong();
    open = in.readBoolean();
    onsetMillis = in.readLong();
    good = in.readInt();
  }
}

package io.gemba.jobs.stream;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells records of long past days by their bytes, a tenth of what decoding them costs: years of
 * history pass through a job that has no use for them.
 *
 * <p>Looks for the member {@code "at"} as Gemba's own writers put it, without spaces. A record that
 * is written otherwise counts as recent, so a job must still be able to drop it after decoding.
 */
final class DatedAfter implements Wanted {
  private static final long serialVersionUID = 1;
  private static final byte[] MEMBER = "\"at\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final int DAY_LENGTH = "2026-11-22".length();

  private final Duration age;
  private final Clock clock;
  private long oldestEpochDay;
  private transient byte @Nullable [] oldest;

  /**
   * @param age how far back records are still wanted
   * @param clock says what is now
   */
  DatedAfter(Duration age, Clock clock) {
    this.age = age;
    this.clock = clock;
  }

  @Override
  public boolean isWanted(ConsumerRecord<byte[], byte[]> record, byte[] value) {
    return !isTooOld(value);
  }

  /** Whether a record is surely of a day before those that are wanted. */
  boolean isTooOld(byte[] json) {
    int at = dayStart(json);
    if (at < 0 || at + DAY_LENGTH > json.length) {
      return false;
    }
    return isDay(json, at)
        && Arrays.compare(json, at, at + DAY_LENGTH, oldestDay(), 0, DAY_LENGTH) < 0;
  }

  private byte[] oldestDay() {
    // a day of the site may lie a day before that of UTC
    long day = Math.floorDiv(clock.millis() - age.toMillis(), DAY_MILLIS) - 1;
    if (oldest == null || day != oldestEpochDay) {
      oldestEpochDay = day;
      oldest = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
    }
    return oldest;
  }

  /** Where the member's value begins, or -1. */
  private static int dayStart(byte[] json) {
    int last = json.length - MEMBER.length;
    for (int i = 0; i <= last; i++) {
      if (json[i] == '"' && Arrays.equals(json, i, i + MEMBER.length, MEMBER, 0, MEMBER.length)) {
        return i + MEMBER.length;
      }
    }
    return -1;
  }

  private static boolean isDay(byte[] json, int at) {
    for (int i = 0; i < DAY_LENGTH; i++) {
      boolean isDash = i == 4 || i == 7;
      byte b = json[at + i];
      if (isDash ? b != '-' : b < '0' || b > '9') {
        return false;
      }
    }
    return true;
  }
}

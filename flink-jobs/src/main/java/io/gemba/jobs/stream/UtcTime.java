package io.gemba.jobs.stream;

import java.time.Instant;
import java.time.LocalDate;

/** Reads ISO-8601 times. */
final class UtcTime {
  private static final int SECONDS_LENGTH = "2026-11-22T04:00:00".length();

  private static final int NANO_DIGITS = 9;

  private UtcTime() {}

  /**
   * Same as {@link Instant#parse}, about four times faster for {@code 2026-11-22T04:00:00Z}, with
   * or without a fraction of the second.
   *
   * @throws java.time.DateTimeException if the text is no instant
   */
  static Instant parse(String text) {
    int end = text.length() - 1;
    if (end < SECONDS_LENGTH
        || end == SECONDS_LENGTH + 1
        || end > SECONDS_LENGTH + 1 + NANO_DIGITS
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || text.charAt(end) != 'Z'
        || (end > SECONDS_LENGTH && text.charAt(SECONDS_LENGTH) != '.')) {
      return Instant.parse(text);
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    int fraction = end == SECONDS_LENGTH ? 0 : digits(text, SECONDS_LENGTH + 1, end);
    if ((year | month | day | hour | minute | second | fraction) < 0
        || hour > 23
        || minute > 59
        || second > 59) {
      return Instant.parse(text);
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    for (int digits = end - SECONDS_LENGTH - 1; fraction > 0 && digits < NANO_DIGITS; digits++) {
      fraction *= 10;
    }
    return Instant.ofEpochSecond(days * 86_400 + hour * 3_600L + minute * 60L + second, fraction);
  }

  /** The number in a range of the text, or -1 when one of its characters is no digit. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}

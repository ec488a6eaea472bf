package io.gemba.sensors.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The time of a row as csv files have it. */
final class RowTime {
  static final String FIX =
      "the time must be like 2014-02-19 15:25:00, 2014-02-19, 2014-02-19T15:25:00+01:00, or seconds"
          + " or milliseconds since 1970. Correct it.";

  private static final double SECONDS_BELOW = 1e11;
  private static final int DATE_LENGTH = 10;

  private RowTime() {}

  /**
   * Reads a time; one without a zone is taken as UTC.
   *
   * @throws DateTimeException if it is none
   */
  static Instant parse(String text) {
    if (isNumber(text)) {
      double since1970 = Double.parseDouble(text);
      return Instant.ofEpochMilli(
          Math.round(since1970 < SECONDS_BELOW ? since1970 * 1_000 : since1970));
    }
    if (text.length() == DATE_LENGTH) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    String iso = text.replace(' ', 'T');
    boolean hasZone =
        iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > DATE_LENGTH;
    return hasZone
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  /** Digits with a point at most: no sign, no exponent. */
  private static boolean isNumber(String text) {
    return text.matches("\\d{1,15}(\\.\\d{1,9})?");
  }
}

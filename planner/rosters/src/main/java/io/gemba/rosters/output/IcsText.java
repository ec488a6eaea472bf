package io.gemba.rosters.output;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An iCalendar text (RFC 5545) in the making: escaped, folded at 75 bytes, lines end with CRLF. */
final class IcsText {
  private static final int LONGEST_LINE = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();
  private final Instant stamp;

  /**
   * @param name what a calendar program shows
   * @param stamp when it was made
   */
  IcsText(String name, Instant stamp) {
    this.stamp = stamp;
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Gemba//Rosters//EN");
    line("X-WR-CALNAME:" + escaped(name));
  }

  /** Something from one instant to another. */
  void event(String id, Instant start, Instant end, String summary, String location) {
    begin(id, summary);
    line("DTSTART:" + UTC.format(start));
    line("DTEND:" + UTC.format(end));
    if (!location.isEmpty()) {
      line("LOCATION:" + escaped(location));
    }
    line("END:VEVENT");
  }

  /** Something on one day whose hours are not known. */
  void day(String id, LocalDate day, String summary) {
    begin(id, summary);
    line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
    line("END:VEVENT");
  }

  private void begin(String id, String summary) {
    line("BEGIN:VEVENT");
    line("UID:" + escaped(id));
    line("DTSTAMP:" + UTC.format(stamp));
    line("SUMMARY:" + escaped(summary));
  }

  /** The whole text. */
  String end() {
    line("END:VCALENDAR");
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /** Folded, never inside a character. */
  private void line(String line) {
    int width = 0;
    for (int i = 0; i < line.length(); ) {
      int point = line.codePointAt(i);
      String character = Character.toString(point);
      int bytes = character.getBytes(StandardCharsets.UTF_8).length;
      if (width + bytes > LONGEST_LINE) {
        text.append("\r\n ");
        width = 1;
      }
      text.append(character);
      width += bytes;
      i += Character.charCount(point);
    }
    text.append("\r\n");
  }
}

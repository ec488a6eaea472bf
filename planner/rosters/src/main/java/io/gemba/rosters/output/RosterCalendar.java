package io.gemba.rosters.output;

import io.gemba.rosters.RosterResult;
import io.gemba.rosters.RosterResult.Assignment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One person's shifts as an iCalendar feed (RFC 5545). The same shift keeps its id from one roster
 * to the next, so a calendar that follows the feed moves it instead of showing it twice.
 */
public final class RosterCalendar {
  private static final int LONGEST_LINE = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RosterCalendar() {}

  /**
   * Writes the feed.
   *
   * @param zone zone of the roster's local times
   * @param stamp when the roster was made
   */
  public static String write(RosterResult result, String person, ZoneId zone, Instant stamp) {
    StringBuilder text = new StringBuilder();
    line(text, "BEGIN:VCALENDAR");
    line(text, "VERSION:2.0");
    line(text, "PRODID:-//Gemba//Rosters//EN");
    line(text, "X-WR-CALNAME:" + escaped("Shifts of " + person));
    for (Assignment shift : result.assignments()) {
      if (shift.person().equals(person)) {
        event(text, shift, zone, stamp);
      }
    }
    line(text, "END:VCALENDAR");
    return text.toString();
  }

  private static void event(StringBuilder text, Assignment shift, ZoneId zone, Instant stamp) {
    line(text, "BEGIN:VEVENT");
    line(text, "UID:" + escaped(shift.person() + "-" + shift.day() + "@gemba"));
    line(text, "DTSTAMP:" + UTC.format(stamp));
    line(text, "DTSTART:" + time(shift.start(), zone));
    line(text, "DTEND:" + time(shift.end(), zone));
    line(text, "SUMMARY:" + escaped(shift.shift() + " " + shift.skill()));
    line(text, "LOCATION:" + escaped(shift.place()));
    line(text, "END:VEVENT");
  }

  private static String time(LocalDateTime local, ZoneId zone) {
    return UTC.format(local.atZone(zone));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /** Lines end with CRLF and are folded at 75 bytes, never inside a character. */
  private static void line(StringBuilder text, String line) {
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

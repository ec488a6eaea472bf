package io.gemba.rosters.live;

import java.time.LocalDate;

/**
 * Hours of a day at a place for a skill.
 *
 * @param fromHour first hour, 0 to 23
 * @param toHour the hour after the last, up to 24
 */
public record Span(String place, String skill, LocalDate day, int fromHour, int toHour) {
  /** Checks the hours. */
  public Span {
    if (fromHour < 0 || toHour > 24 || fromHour >= toHour) {
      throw new IllegalArgumentException(
          "fromHour (%d) and toHour (%d) must be a span within 0 and 24."
              .formatted(fromHour, toHour));
    }
  }
}

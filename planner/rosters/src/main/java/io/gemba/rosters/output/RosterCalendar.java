package io.gemba.rosters.output;

import io.gemba.rosters.RosterResult;
import io.gemba.rosters.RosterResult.Assignment;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One person's shifts as an iCalendar feed (RFC 5545). The same shift keeps its id from one roster
 * to the next, so a calendar that follows the feed moves it instead of showing it twice.
 */
public final class RosterCalendar {
  private RosterCalendar() {}

  /**
   * Writes the feed.
   *
   * @param zone zone of the roster's local times
   * @param stamp when the roster was made
   */
  public static String write(RosterResult result, String person, ZoneId zone, Instant stamp) {
    IcsText feed = new IcsText("Shifts of " + person, stamp);
    for (Assignment shift : result.assignments()) {
      if (shift.person().equals(person)) {
        feed.event(
            shift.person() + "-" + shift.day() + "@gemba",
            shift.start().atZone(zone).toInstant(),
            shift.end().atZone(zone).toInstant(),
            shift.shift() + " " + shift.skill(),
            shift.place());
      }
    }
    return feed.end();
  }
}

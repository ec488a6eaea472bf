package io.gemba.planner.routes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A day of routes as it is asked about.
 *
 * @param day which
 * @param zone of its times
 * @param now when it is asked
 */
record RouteDay(LocalDate day, ZoneId zone, Instant now) {
  /** A time of the day. */
  Instant at(LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  /** Its midnight. */
  Instant begins() {
    return at(LocalTime.MIN);
  }

  /** The midnight after it. */
  Instant ends() {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }

  static Instant sooner(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}

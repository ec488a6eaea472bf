package io.gemba.planner.wear;

import io.gemba.site.WearPart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When a machine stands anyway. */
final class PlannedStops {
  private static final int OCCURRENCES = 2;

  private PlannedStops() {}

  /** Maintenance that a person planned. */
  record Window(Instant from, Instant until, String reason) {}

  /**
   * A stop.
   *
   * @param at its begin, or now when it is on
   * @param maintenance what a person planned it for; empty for a stop of each week
   */
  record Stop(Instant at, String maintenance) {}

  /**
   * Stops that are on or to come, the next first: each of the week twice, and all windows.
   *
   * @param windows of this machine, in any order
   */
  static List<Stop> from(Instant now, ZoneId zone, WearPart part, List<Window> windows) {
    List<Stop> stops = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, zone);
    for (WearPart.PlannedStop weekly : part.plannedStops()) {
      ZonedDateTime first =
          today.with(TemporalAdjusters.nextOrSame(weekly.day())).atTime(weekly.time()).atZone(zone);
      ZonedDateTime next = first.toInstant().isAfter(now) ? first : first.plusWeeks(1);
      for (int i = 0; i < OCCURRENCES; i++) {
        stops.add(new Stop(next.plusWeeks(i).toInstant(), ""));
      }
    }
    for (Window window : windows) {
      if (window.until().isAfter(now)) {
        Instant at = window.from().isAfter(now) ? window.from() : now;
        stops.add(new Stop(at, window.reason()));
      }
    }
    stops.sort(Comparator.comparing(Stop::at));
    return stops;
  }
}

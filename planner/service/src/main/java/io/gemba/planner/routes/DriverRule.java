package io.gemba.planner.routes;

import io.gemba.message.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who drives which van: routes in order of departure take the rostered driver whose shift covers
 * most of the route, each driver once. A route without anybody left has no driver, which the page
 * shows.
 */
final class DriverRule {
  private DriverRule() {}

  /** A van on the road. */
  record Trip(String vehicle, Instant start, Instant end) {}

  /**
   * Assigns drivers to trips.
   *
   * @param shifts of people rostered to drive
   * @return person by vehicle; trips that nobody's shift touches are not there
   */
  static Map<String, String> of(List<Trip> trips, List<Plan.Shift> shifts) {
    Map<String, String> drivers = new HashMap<>();
    Set<String> taken = new HashSet<>();
    trips.stream()
        .sorted(Comparator.comparing(Trip::start).thenComparing(Trip::vehicle))
        .forEach(
            trip ->
                shifts.stream()
                    .filter(shift -> !taken.contains(shift.person()))
                    .filter(shift -> covered(trip, shift) > 0)
                    .max(
                        Comparator.comparingLong((Plan.Shift shift) -> covered(trip, shift))
                            .thenComparing(Plan.Shift::person, Comparator.reverseOrder()))
                    .ifPresent(
                        shift -> {
                          taken.add(shift.person());
                          drivers.put(trip.vehicle(), shift.person());
                        }));
    return drivers;
  }

  private static long covered(Trip trip, Plan.Shift shift) {
    Instant from = trip.start().isBefore(shift.start()) ? shift.start() : trip.start();
    Instant to = trip.end().isBefore(shift.end()) ? trip.end() : shift.end();
    return Math.max(0, Duration.between(from, to).toSeconds());
  }
}

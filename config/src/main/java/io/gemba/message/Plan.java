package io.gemba.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published plan: an immutable version of a roster or of a day's routes.
 *
 * @param id from kind, first day and version
 * @param kind roster or routes
 * @param version rises with every publication of the same kind and first day
 * @param from first day it covers
 * @param to last day it covers
 * @param publishedAt when it was published
 * @param costCents what it costs
 * @param baselineCents what the rules before would have cost
 * @param shifts the roster; empty for routes
 * @param routes the routes; empty for a roster
 * @param unassigned ids of orders on no route
 * @param causes ids of the messages this follows from
 */
public record Plan(
    String id,
    Kind kind,
    int version,
    LocalDate from,
    LocalDate to,
    Instant publishedAt,
    long costCents,
    long baselineCents,
    List<Shift> shifts,
    List<Route> routes,
    List<String> unassigned,
    List<String> causes) {

  /** What is planned. */
  public enum Kind {
    ROSTER,
    ROUTES
  }

  /**
   * One person's shift on one day.
   *
   * @param person person id
   * @param day day it starts
   * @param code code of the shift template
   * @param skill skill it covers
   * @param place where
   * @param start when it starts
   * @param end when it ends
   */
  public record Shift(
      String person,
      LocalDate day,
      String code,
      String skill,
      String place,
      Instant start,
      Instant end) {}

  /**
   * One van's tour.
   *
   * @param vehicle vehicle id
   * @param driver person id; null when none is rostered
   * @param start leaves the depot
   * @param end is back
   * @param metres length
   * @param stops in order of visit
   */
  public record Route(
      String vehicle,
      @Nullable String driver,
      Instant start,
      Instant end,
      double metres,
      List<Stop> stops) {
    /** Copies the stops. */
    public Route {
      stops = List.copyOf(stops);
    }
  }

  /**
   * One visit.
   *
   * @param order order id
   * @param place place visited
   * @param arrival when the van arrives
   * @param start when service starts
   * @param departure when the van leaves
   * @param lateMinutes minutes after the window's end, 0 when in time
   * @param boxes boxes delivered
   */
  public record Stop(
      String order,
      String place,
      Instant arrival,
      Instant start,
      Instant departure,
      double lateMinutes,
      double boxes) {}

  /**
   * @throws IllegalArgumentException if an id or day is missing
   */
  public Plan {
    Require.id(id, "id");
    Require.present(kind, "kind");
    Require.present(from, "from");
    Require.present(to, "to");
    Require.present(publishedAt, "publishedAt");
    shifts = List.copyOf(shifts);
    routes = List.copyOf(routes);
    unassigned = List.copyOf(unassigned);
    causes = causes == null ? List.of() : List.copyOf(causes);
  }
}

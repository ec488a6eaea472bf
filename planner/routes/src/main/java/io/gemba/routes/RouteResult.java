package io.gemba.routes;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked plan. Every order of the request is in it exactly once: at a stop or unassigned.
 *
 * @param routes one for each vehicle that leaves its depot, in the order of the request's vehicles
 * @param unassigned orders that nobody brings, each with the tested reason
 * @param costs what the plan costs
 * @param baselineCosts what the nearest-neighbour plan of the same request costs
 * @param moved ids of orders that the previous plan had on another vehicle or nowhere; empty
 *     without a previous plan
 * @param run how it was found
 * @param previousCosts what the previous plan would cost now, as far as it still fits: orders that
 *     it does not know, or that do not fit any more, are lost in it; null without one
 */
public record RouteResult(
    List<Route> routes,
    List<Unassigned> unassigned,
    RouteCosts costs,
    RouteCosts baselineCosts,
    List<String> moved,
    Run run,
    @Nullable RouteCosts previousCosts) {

  /** A result without a previous plan. */
  public RouteResult(
      List<Route> routes,
      List<Unassigned> unassigned,
      RouteCosts costs,
      RouteCosts baselineCosts,
      List<String> moved,
      Run run) {
    this(routes, unassigned, costs, baselineCosts, moved, run, null);
  }

  /** Copies the lists. */
  @JsonCreator
  public RouteResult {
    routes = List.copyOf(routes);
    unassigned = List.copyOf(unassigned);
    moved = List.copyOf(moved);
  }

  /** Length of all routes together. */
  public double metres() {
    return routes.stream().mapToDouble(Route::metres).sum();
  }

  /**
   * One vehicle's tour.
   *
   * @param vehicle vehicle id
   * @param depot id of the place it starts and ends at
   * @param start leaves the depot: as late as makes no stop later; a vehicle underway goes on when
   *     it is free
   * @param end is back, or has left its last stop when it ends there
   * @param metres length, way back included
   * @param costs what this tour costs; nothing undelivered in it
   * @param stops in order of visit; at least one, unless the vehicle is underway and only goes home
   * @param halts breaks and reloads, in order of time
   */
  public record Route(
      String vehicle,
      String depot,
      Instant start,
      Instant end,
      double metres,
      RouteCosts costs,
      List<Stop> stops,
      List<Halt> halts) {

    /** A tour without breaks and reloads. */
    public Route(
        String vehicle,
        String depot,
        Instant start,
        Instant end,
        double metres,
        RouteCosts costs,
        List<Stop> stops) {
      this(vehicle, depot, start, end, metres, costs, stops, List.of());
    }

    /** Copies the lists; missing halts are none. */
    @JsonCreator
    public Route {
      stops = List.copyOf(stops);
      halts = halts == null ? List.of() : List.copyOf(halts);
    }
  }

  /** What a vehicle does at a stop. */
  public enum Visit {
    /** hands over goods that were aboard */
    DELIVERY,
    /** takes goods for the end of the tour or the next reload */
    COLLECTION,
    /** takes the goods of a paired order */
    PICKUP
  }

  /**
   * Time at which a vehicle neither drives nor serves.
   *
   * @param kind why
   * @param place id of the place where it stands
   * @param start begins
   * @param end goes on
   * @param before number of the stop that follows, 0 = the first; as many as there are stops on the
   *     way home
   */
  public record Halt(Kind kind, String place, Instant start, Instant end, int before) {
    /** Why a vehicle stands. */
    public enum Kind {
      /** the driver's break */
      BREAK,
      /** at the depot, collected goods out and new ones in */
      RELOAD
    }
  }

  /**
   * One visit.
   *
   * @param order order id
   * @param place place id
   * @param arrival when the vehicle arrives
   * @param waitSeconds from arrival to the start of service
   * @param start when service starts
   * @param departure when the vehicle leaves
   * @param lateMinutes from the window's end to the start of service, 0 when in time
   * @param boxesOnBoard load on arrival
   * @param kilogramsOnBoard load on arrival
   * @param visit what is done
   * @param loadsOnBoard load on arrival in other dimensions, by their name
   */
  public record Stop(
      String order,
      String place,
      Instant arrival,
      double waitSeconds,
      Instant start,
      Instant departure,
      double lateMinutes,
      double boxesOnBoard,
      double kilogramsOnBoard,
      Visit visit,
      Map<String, Double> loadsOnBoard) {

    /** A delivery of boxes and kilograms. */
    public Stop(
        String order,
        String place,
        Instant arrival,
        double waitSeconds,
        Instant start,
        Instant departure,
        double lateMinutes,
        double boxesOnBoard,
        double kilogramsOnBoard) {
      this(
          order,
          place,
          arrival,
          waitSeconds,
          start,
          departure,
          lateMinutes,
          boxesOnBoard,
          kilogramsOnBoard,
          Visit.DELIVERY,
          Map.of());
    }

    /** A stop of which nothing is said is a delivery. */
    @JsonCreator
    public Stop {
      visit = visit == null ? Visit.DELIVERY : visit;
      loadsOnBoard = loadsOnBoard == null ? Map.of() : Map.copyOf(loadsOnBoard);
    }
  }

  /**
   * An order that nobody brings.
   *
   * @param order order id
   * @param reason what keeps it out of {@code vehicle}: with only this relaxed it would fit
   * @param vehicle the vehicle it would fit best but for the reason; null when no single vehicle
   *     can be named
   * @param detail one sentence for a person, with the values
   */
  public record Unassigned(String order, Reason reason, @Nullable String vehicle, String detail) {}

  /** What keeps an order out of a vehicle. */
  public enum Reason {
    /** no vehicle is available or allowed to bring it */
    NO_VEHICLE,
    /** the vehicle is not free for it, because the order is pinned to or allowed on others only */
    VEHICLE_RULE,
    /** too much on board */
    CAPACITY,
    /** the vehicle would be back after its shift */
    SHIFT_END,
    /** service would start after a hard window */
    WINDOW,
    /** the tour would be longer, or have more stops, than the vehicle's limits */
    LIMIT,
    /** more than one of these at once */
    SEVERAL,
    /** it would fit, but to lose it is cheaper than the plan with it */
    NOT_WORTH
  }

  /**
   * How the plan was found.
   *
   * @param solver name of what found the plan: the search, the previous plan or the baseline
   * @param seed of the random choices
   * @param iterations of the search
   * @param millis wall clock
   * @param cancelled stopped by the caller before its time
   * @param trace each improvement, oldest first
   */
  public record Run(
      String solver,
      long seed,
      int iterations,
      long millis,
      boolean cancelled,
      List<RouteProgress> trace) {
    /** Copies the trace. */
    public Run {
      trace = List.copyOf(trace);
    }
  }
}

package io.gemba.routes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to the route planner: which vehicle visits which order when. Values are taken as
 * they come; {@link RouteRequestErrors} names everything that is wrong with them, at once.
 *
 * @param places where vehicles start and orders go, at least one, unique ids
 * @param vehicles at least one, unique ids
 * @param orders may be empty, unique ids
 * @param travel how far and how long it is between two places
 * @param previous the plan before, to start from; vehicles and orders it does not know are ignored;
 *     may be empty
 * @param search how long to look for it
 */
public record RouteRequest(
    List<Place> places,
    List<Vehicle> vehicles,
    List<Order> orders,
    Travel travel,
    List<PreviousRoute> previous,
    Search search) {

  /** Copies the lists; a missing list is empty. */
  public RouteRequest {
    places = copy(places);
    vehicles = copy(vehicles);
    orders = copy(orders);
    previous = copy(previous);
  }

  /**
   * A point on the map.
   *
   * @param id unique
   * @param latitude WGS84 degrees
   * @param longitude WGS84 degrees
   */
  public record Place(String id, double latitude, double longitude) {}

  /**
   * A van and its driver's shift.
   *
   * @param id unique
   * @param depot id of the place it starts and ends at
   * @param shiftStart earliest departure
   * @param shiftEnd latest return, after the start
   * @param boxes most boxes on board
   * @param kilograms most weight on board
   * @param prices what using it costs
   * @param available false: it stays at home
   */
  public record Vehicle(
      String id,
      String depot,
      Instant shiftStart,
      Instant shiftEnd,
      double boxes,
      double kilograms,
      Prices prices,
      boolean available) {

    /** Rounds the shift up to whole milliseconds: routes are timed in these. */
    public Vehicle {
      shiftStart = firstMillisFrom(shiftStart);
      shiftEnd = firstMillisFrom(shiftEnd);
    }
  }

  /**
   * What using a vehicle costs. None may be negative.
   *
   * @param fixedCents once if it leaves the depot
   * @param centsPerKilometre of its way
   * @param centsPerHour from departure to return, waiting and service included
   * @param centsPerLateMinute of each order that has no late price of its own
   */
  public record Prices(
      long fixedCents, long centsPerKilometre, long centsPerHour, long centsPerLateMinute) {}

  /**
   * Goods to bring from the vehicle's depot to a place.
   *
   * @param id unique
   * @param place id of the place
   * @param window when service may start
   * @param serviceSeconds time the vehicle stands there
   * @param boxes load
   * @param kilograms load
   * @param undeliveredCents what is lost if nobody brings it; the higher, the more it is preferred
   * @param allowedVehicles ids of the vehicles that may bring it; empty = all
   * @param pinnedVehicle the vehicle that must bring it, if anyone does; null = free
   */
  public record Order(
      String id,
      String place,
      Window window,
      double serviceSeconds,
      double boxes,
      double kilograms,
      long undeliveredCents,
      List<String> allowedVehicles,
      @Nullable String pinnedVehicle) {

    /** Copies the list; a missing list is empty. */
    public Order {
      allowedVehicles = copy(allowedVehicles);
    }

    /** Whether the rules about vehicles let this one bring the order. */
    public boolean allows(String vehicle) {
      return (pinnedVehicle == null || pinnedVehicle.equals(vehicle))
          && (allowedVehicles.isEmpty() || allowedVehicles.contains(vehicle));
    }
  }

  /**
   * When service may start. A vehicle that comes too early waits.
   *
   * @param start earliest start of service
   * @param end latest start of service before it counts as late, not before {@code start}
   * @param hard true: never later than {@code end}; false: later costs money
   * @param centsPerLateMinute price of a minute after {@code end}; null = the vehicle's
   */
  public record Window(
      Instant start, Instant end, boolean hard, @Nullable Long centsPerLateMinute) {

    /** Rounds the window up to whole milliseconds: routes are timed in these. */
    public Window {
      start = firstMillisFrom(start);
      end = firstMillisFrom(end);
    }

    /** A window that may be missed at the vehicle's price. */
    public static Window soft(Instant start, Instant end) {
      return new Window(start, end, false, null);
    }

    /** A window that may not be missed. */
    public static Window hard(Instant start, Instant end) {
      return new Window(start, end, true, null);
    }
  }

  /**
   * Roads. Without a matrix a way is the great circle times {@code detourFactor}, driven at {@code
   * kilometresPerHour}.
   *
   * @param detourFactor road length over great circle length, at least 1
   * @param kilometresPerHour average speed, above 0
   * @param matrix overrides both; null = none
   */
  public record Travel(double detourFactor, double kilometresPerHour, @Nullable Matrix matrix) {

    /** Great circle times a factor at one speed. */
    public static Travel estimated(double detourFactor, double kilometresPerHour) {
      return new Travel(detourFactor, kilometresPerHour, null);
    }

    /** Lengths and times given by the caller. */
    public static Travel given(Matrix matrix) {
      return new Travel(1, 1, matrix);
    }
  }

  /**
   * Lengths and times between places; rows (from) and columns (to) in the order of the request's
   * places, not necessarily symmetric, none negative.
   *
   * @param metres n x n
   * @param seconds n x n
   */
  public record Matrix(List<List<Double>> metres, List<List<Double>> seconds) {
    /** Copies both tables. */
    public Matrix {
      metres = copy(metres).stream().map(List::copyOf).toList();
      seconds = copy(seconds).stream().map(List::copyOf).toList();
    }
  }

  /**
   * A route of the plan before.
   *
   * @param vehicle vehicle id
   * @param orders order ids in order of visit
   */
  public record PreviousRoute(String vehicle, List<String> orders) {
    /** Copies the list; a missing list is empty. */
    public PreviousRoute {
      orders = copy(orders);
    }
  }

  /**
   * How long to look and how.
   *
   * @param seconds wall clock limit, above 0
   * @param iterations most iterations; null = until the time is up. With one thread and a limit
   *     that is reached before the time, the same request gives the same plan.
   * @param seed of the random choices
   * @param threads at least 1
   */
  public record Search(double seconds, @Nullable Integer iterations, long seed, int threads) {
    /** One thread until the time is up. */
    public static Search seconds(double seconds, long seed) {
      return new Search(seconds, null, seed, 1);
    }
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static Instant firstMillisFrom(Instant time) {
    Instant before = time.truncatedTo(ChronoUnit.MILLIS);
    return before.equals(time) ? time : before.plusMillis(1);
  }
}

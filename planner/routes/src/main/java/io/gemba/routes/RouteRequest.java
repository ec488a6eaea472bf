package io.gemba.routes;

import com.fasterxml.jackson.annotation.JsonCreator;
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
 * @param centsPerMovedOrder price of each order that the plan before had on another vehicle; a
 *     missing one is 0
 * @param search how long to look for it
 */
public record RouteRequest(
    List<Place> places,
    List<Vehicle> vehicles,
    List<Order> orders,
    Travel travel,
    List<PreviousRoute> previous,
    Long centsPerMovedOrder,
    Search search) {

  /** A request in which moved orders cost nothing. */
  public RouteRequest(
      List<Place> places,
      List<Vehicle> vehicles,
      List<Order> orders,
      Travel travel,
      List<PreviousRoute> previous,
      Search search) {
    this(places, vehicles, orders, travel, previous, 0L, search);
  }

  /** Copies the lists; a missing list is empty. */
  @JsonCreator
  public RouteRequest {
    places = copy(places);
    vehicles = copy(vehicles);
    orders = copy(orders);
    previous = copy(previous);
    centsPerMovedOrder = centsPerMovedOrder == null ? 0L : centsPerMovedOrder;
  }

  /** The same request with another search. */
  public RouteRequest withSearch(Search other) {
    return new RouteRequest(places, vehicles, orders, travel, previous, centsPerMovedOrder, other);
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
   * @param duty what else its day asks; null = nothing
   */
  public record Vehicle(
      String id,
      String depot,
      Instant shiftStart,
      Instant shiftEnd,
      double boxes,
      double kilograms,
      Prices prices,
      boolean available,
      Duty duty) {

    /** A vehicle that goes out and back with nothing more to it. */
    public Vehicle(
        String id,
        String depot,
        Instant shiftStart,
        Instant shiftEnd,
        double boxes,
        double kilograms,
        Prices prices,
        boolean available) {
      this(id, depot, shiftStart, shiftEnd, boxes, kilograms, prices, available, Duty.NONE);
    }

    /** Rounds the shift up to whole milliseconds: routes are timed in these. */
    @JsonCreator
    public Vehicle {
      shiftStart = firstMillisFrom(shiftStart);
      shiftEnd = firstMillisFrom(shiftEnd);
      duty = duty == null ? Duty.NONE : duty;
    }

    /** The same vehicle with another duty. */
    public Vehicle withDuty(Duty other) {
      return new Vehicle(
          id, depot, shiftStart, shiftEnd, boxes, kilograms, prices, available, other);
    }
  }

  /**
   * What a vehicle's day asks beside its shift and its load.
   *
   * @param home where the tour ends; null = at the vehicle's depot
   * @param breaks the driver's, in order of time, not overlapping; may be empty
   * @param reloads how it may come back to its depot for more; null = never
   * @param limits of a tour; null = none
   * @param skills what orders may need; may be empty
   * @param underway where it is, if it has left the depot already; null = it is at the depot
   */
  public record Duty(
      @Nullable Home home,
      List<Break> breaks,
      @Nullable Reloads reloads,
      @Nullable Limits limits,
      List<String> skills,
      @Nullable Underway underway) {
    /** Nothing. */
    public static final Duty NONE = new Duty(null, List.of(), null, null, List.of(), null);

    /** Copies the lists; a missing list is empty. */
    public Duty {
      breaks = copy(breaks);
      skills = copy(skills);
    }
  }

  /**
   * Where a tour ends.
   *
   * @param place id of the place; null = at the last stop, wherever that is
   */
  public record Home(@Nullable String place) {}

  /**
   * A break of the driver: between two stops, or at a stop before its service. It is due unless the
   * vehicle leaves at {@code latest} or later or is back by then.
   *
   * @param earliest earliest start
   * @param latest latest start, not before {@code earliest}
   * @param seconds how long it is, above 0; paid
   */
  public record Break(Instant earliest, Instant latest, double seconds) {
    /** Rounds both up to whole milliseconds. */
    public Break {
      earliest = firstMillisFrom(earliest);
      latest = firstMillisFrom(latest);
    }
  }

  /**
   * Coming back to the depot between stops to bring collected goods and load new ones.
   *
   * @param most how often a tour, at least 1
   * @param seconds time at the depot each time
   */
  public record Reloads(int most, double seconds) {}

  /**
   * The most a tour may be; null = any.
   *
   * @param metres length, way back included
   * @param seconds from departure to return
   * @param stops visits
   */
  public record Limits(
      @Nullable Double metres, @Nullable Double seconds, @Nullable Integer stops) {}

  /**
   * A vehicle on the road. What was served is not among the orders any more; goods aboard for an
   * order without a pickup need no reload.
   *
   * @param place id of the place it is at or drives to next
   * @param free when it can go on from there
   * @param committed orders it serves next, in this order and before all others, late or not; for a
   *     paired order the first time is its pickup, the second its delivery
   */
  public record Underway(String place, Instant free, List<String> committed) {
    /** Copies the list; a missing list is empty. */
    public Underway {
      free = firstMillisFrom(free);
      committed = copy(committed);
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
   * Goods to bring to a place: from the vehicle's depot, or from another place ({@link
   * Needs#pickup}); or to fetch there and bring to where the tour ends ({@link Needs#collected}).
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
   * @param needs what else it asks; null = nothing
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
      @Nullable String pinnedVehicle,
      Needs needs) {

    /** An order with nothing more to it. */
    public Order(
        String id,
        String place,
        Window window,
        double serviceSeconds,
        double boxes,
        double kilograms,
        long undeliveredCents,
        List<String> allowedVehicles,
        @Nullable String pinnedVehicle) {
      this(
          id,
          place,
          window,
          serviceSeconds,
          boxes,
          kilograms,
          undeliveredCents,
          allowedVehicles,
          pinnedVehicle,
          Needs.NONE);
    }

    /** Copies the list; a missing list is empty. */
    @JsonCreator
    public Order {
      allowedVehicles = copy(allowedVehicles);
      needs = needs == null ? Needs.NONE : needs;
    }

    /** The same order with other needs. */
    public Order withNeeds(Needs other) {
      return new Order(
          id,
          place,
          window,
          serviceSeconds,
          boxes,
          kilograms,
          undeliveredCents,
          allowedVehicles,
          pinnedVehicle,
          other);
    }

    /** Whether the rules about vehicles let this one bring the order; skills are not looked at. */
    public boolean allows(String vehicle) {
      return (pinnedVehicle == null || pinnedVehicle.equals(vehicle))
          && (allowedVehicles.isEmpty() || allowedVehicles.contains(vehicle))
          && !needs.forbiddenVehicles().contains(vehicle);
    }

    /** Whether the rules about vehicles and skills let this one bring the order. */
    public boolean allows(Vehicle vehicle) {
      return allows(vehicle.id()) && vehicle.duty().skills().containsAll(needs.skills());
    }
  }

  /**
   * What an order asks beside its window and its load.
   *
   * @param otherWindows when service may start too, later than the order's own window, in order of
   *     time, not overlapping; hard or soft as that one, late only after the last
   * @param skills that the vehicle must have
   * @param forbiddenVehicles ids of vehicles that may not bring it
   * @param pickup where its goods are fetched by the same vehicle before; null = at the depot
   * @param collected true: its goods are fetched at the order's place, for the end of the tour or
   *     the next reload; missing = false
   */
  public record Needs(
      List<Span> otherWindows,
      List<String> skills,
      List<String> forbiddenVehicles,
      @Nullable Pickup pickup,
      Boolean collected) {
    /** Nothing. */
    public static final Needs NONE = new Needs(List.of(), List.of(), List.of(), null, false);

    /** Copies the lists; a missing list is empty. */
    public Needs {
      otherWindows = copy(otherWindows);
      skills = copy(skills);
      forbiddenVehicles = copy(forbiddenVehicles);
      collected = collected != null && collected;
    }
  }

  /**
   * A time from which to which service may start.
   *
   * @param start inclusive
   * @param end inclusive, not before {@code start}
   */
  public record Span(Instant start, Instant end) {
    /** Rounds both up to whole milliseconds. */
    public Span {
      start = firstMillisFrom(start);
      end = firstMillisFrom(end);
    }
  }

  /**
   * The first half of a paired order.
   *
   * @param place id of the place
   * @param window when service may start there
   * @param serviceSeconds time the vehicle stands there
   */
  public record Pickup(String place, Window window, double serviceSeconds) {}

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

package io.gemba.routes;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
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
 * @param balance what uneven work costs; null = nothing
 * @param search how long to look for it
 */
public record RouteRequest(
    List<Place> places,
    List<Vehicle> vehicles,
    List<Order> orders,
    Travel travel,
    List<PreviousRoute> previous,
    Long centsPerMovedOrder,
    @Nullable Balance balance,
    Search search) {

  /** A request in which moved orders cost nothing. */
  public RouteRequest(
      List<Place> places,
      List<Vehicle> vehicles,
      List<Order> orders,
      Travel travel,
      List<PreviousRoute> previous,
      Search search) {
    this(places, vehicles, orders, travel, previous, 0L, null, search);
  }

  /** A request in which uneven work costs nothing. */
  public RouteRequest(
      List<Place> places,
      List<Vehicle> vehicles,
      List<Order> orders,
      Travel travel,
      List<PreviousRoute> previous,
      Long centsPerMovedOrder,
      Search search) {
    this(places, vehicles, orders, travel, previous, centsPerMovedOrder, null, search);
  }

  /** Copies the lists; a missing list is empty. */
  @JsonCreator
  public RouteRequest {
    places = RequestValues.copy(places);
    vehicles = RequestValues.copy(vehicles);
    orders = RequestValues.copy(orders);
    previous = RequestValues.copy(previous);
    centsPerMovedOrder = centsPerMovedOrder == null ? 0L : centsPerMovedOrder;
  }

  /** The same request with another search. */
  public RouteRequest withSearch(Search other) {
    return new RouteRequest(
        places, vehicles, orders, travel, previous, centsPerMovedOrder, balance, other);
  }

  /** The same request with other orders. */
  public RouteRequest withOrders(List<Order> others) {
    return new RouteRequest(
        places, vehicles, others, travel, previous, centsPerMovedOrder, balance, search);
  }

  /** The same request with another price of uneven work. */
  public RouteRequest withBalance(@Nullable Balance other) {
    return new RouteRequest(
        places, vehicles, orders, travel, previous, centsPerMovedOrder, other, search);
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
      shiftStart = RequestValues.firstMillisFrom(shiftStart);
      shiftEnd = RequestValues.firstMillisFrom(shiftEnd);
      duty = duty == null ? Duty.NONE : duty;
    }

    /** The same vehicle with another duty. */
    public Vehicle withDuty(Duty other) {
      return new Vehicle(
          id, depot, shiftStart, shiftEnd, boxes, kilograms, prices, available, other);
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
      allowedVehicles = RequestValues.copy(allowedVehicles);
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
      start = RequestValues.firstMillisFrom(start);
      end = RequestValues.firstMillisFrom(end);
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
   * A route of the plan before.
   *
   * @param vehicle vehicle id
   * @param orders order ids in order of visit
   */
  public record PreviousRoute(String vehicle, List<String> orders) {
    /** Copies the list; a missing list is empty. */
    public PreviousRoute {
      orders = RequestValues.copy(orders);
    }
  }

  /**
   * What uneven work costs: each unit that a vehicle has above the mean of those on the road.
   *
   * @param measure what is shared out
   * @param centsPerUnit price of a unit above the mean, not negative
   */
  public record Balance(Measure measure, long centsPerUnit) {}

  /** What vehicles may share out evenly. */
  public enum Measure {
    /** hours from departure to return */
    HOURS,
    /** visits */
    STOPS,
    /** boxes of all orders of the tour */
    BOXES,
    /** kilograms of all orders of the tour */
    KILOGRAMS
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
}

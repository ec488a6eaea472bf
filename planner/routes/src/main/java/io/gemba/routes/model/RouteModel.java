package io.gemba.routes.model;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteResult.Visit;
import io.gemba.routes.Travel.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as arrays. Orders and vehicles go by their index in the request; vehicles that stay at
 * home keep their index but allow no order. What is done at a place is a node: the node of an order
 * without a pickup is its index, see {@link #pickupOf} and {@link #reload}. Times are epoch
 * milliseconds. Immutable, thread safe.
 */
public final class RouteModel {
  /** No vehicle, or no node. */
  public static final int NONE = -1;

  final RouteRequest request;
  final @Nullable TrafficClock traffic;
  private final Dimensions dimensions;
  final VisitTable visits;
  final FleetTable fleet;
  private final Map<String, Integer> places;
  private final boolean[][] allowed;
  private final Commitments commitments;

  /**
   * @param request one that {@link io.gemba.routes.RouteRequestErrors} finds nothing wrong with
   */
  public RouteModel(RouteRequest request) {
    this(request, new TravelMemory());
  }

  /**
   * @param request one that {@link io.gemba.routes.RouteRequestErrors} finds nothing wrong with
   * @param memory of ways, asked first and told of this request's
   */
  public RouteModel(RouteRequest request, TravelMemory memory) {
    this.request = request;
    TravelTables tables = memory.tables(request);
    dimensions = new Dimensions(request.vehicles());
    traffic = traffic(request);
    places = new HashMap<>();
    for (int i = 0; i < request.places().size(); i++) {
      places.put(request.places().get(i).id(), i);
    }
    List<Order> orders = request.orders();
    List<Vehicle> vehicles = request.vehicles();
    visits = VisitTable.of(orders, dimensions, this::placeNamed);
    fleet = new FleetTable(vehicles, dimensions, tables, this::placeNamed);
    allowed = new boolean[orders.size()][];
    for (int order = 0; order < orders.size(); order++) {
      allowed[order] = allowed(orders.get(order), vehicles);
    }
    commitments = new Commitments(request, visits);
    for (int vehicle = 0; vehicle < vehicles.size(); vehicle++) {
      if (fleet.underway[vehicle]) {
        fleet.allow(vehicle, drive(vehicle, committed(vehicle)));
      }
    }
  }

  private RouteModel(RouteModel base, Order order) {
    List<Order> orders = new ArrayList<>(base.request.orders());
    orders.add(order);
    request = base.request.withOrders(orders);
    traffic = base.traffic;
    dimensions = base.dimensions;
    fleet = base.fleet;
    places = base.places;
    commitments = base.commitments;
    visits = base.visits.with(order, dimensions, this::placeNamed);
    allowed = Arrays.copyOf(base.allowed, orders.size());
    allowed[base.orders()] = allowed(order, request.vehicles());
  }

  /**
   * The same model with one more order, which gets the next index; all nodes stay. Shares
   * everything that is big.
   *
   * @throws IllegalStateException for a model that came from here itself
   * @throws IllegalArgumentException when its id is taken or its place is none of the request
   */
  public RouteModel withOrder(Order order) {
    if (commitments.hasOrder(order.id())) {
      throw new IllegalArgumentException("Order '%s' is there already.".formatted(order.id()));
    }
    if (orders() == commitments.previous.length) {
      throw new IllegalStateException("Only one order can be added to a model.");
    }
    return new RouteModel(this, order);
  }

  private boolean[] allowed(Order order, List<Vehicle> vehicles) {
    boolean[] allowed = new boolean[vehicles.size()];
    boolean known = dimensions.knows(order);
    for (int vehicle = 0; vehicle < allowed.length; vehicle++) {
      Vehicle van = vehicles.get(vehicle);
      allowed[vehicle] = known && van.available() && order.allows(van);
    }
    return allowed;
  }

  private static @Nullable TrafficClock traffic(RouteRequest request) {
    Traffic traffic = request.travel().traffic();
    if (traffic == null) {
      return null;
    }
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Vehicle vehicle : request.vehicles()) {
      first = vehicle.shiftStart().isBefore(first) ? vehicle.shiftStart() : first;
      last = vehicle.shiftEnd().isAfter(last) ? vehicle.shiftEnd() : last;
    }
    return new TrafficClock(traffic, first, last);
  }

  private Drive drive(int vehicle, int[] nodes) {
    Drive drive = new Drive(this);
    drive.begin(vehicle, nodes, nodes.length);
    for (int node : nodes) {
      drive.visit(node);
    }
    drive.end();
    return drive;
  }

  private int placeNamed(String id) {
    Integer index = places.get(id);
    if (index == null) {
      throw new IllegalArgumentException("'" + id + "' is no place of the request.");
    }
    return index;
  }

  /** The request it was made from. */
  public RouteRequest request() {
    return request;
  }

  /** How many orders. */
  public int orders() {
    return request.orders().size();
  }

  /** How many vehicles, those at home included. */
  public int vehicles() {
    return fleet.depot.length;
  }

  /** One order of the request. */
  public Order order(int order) {
    return request.orders().get(order);
  }

  /** One vehicle of the request. */
  public Vehicle vehicle(int vehicle) {
    return request.vehicles().get(vehicle);
  }

  /** Whether the vehicle is available and the order's rules allow it. */
  public boolean allows(int order, int vehicle) {
    return allowed[order][vehicle];
  }

  /** Whether two vehicles are the same to the search as long as both are empty. */
  public boolean isLike(int vehicle, int other) {
    Vehicle a = vehicle(vehicle);
    Vehicle b = vehicle(other);
    boolean alike =
        a.depot().equals(b.depot())
            && a.shiftStart().equals(b.shiftStart())
            && a.shiftEnd().equals(b.shiftEnd())
            && Arrays.equals(fleet.capacity[vehicle], fleet.capacity[other])
            && a.prices().equals(b.prices())
            && a.duty().equals(b.duty())
            && a.duty().underway() == null;
    for (int order = 0; alike && order < orders(); order++) {
      alike =
          allowed[order][vehicle] == allowed[order][other]
              && movedCents(order, vehicle) == movedCents(order, other);
    }
    return alike;
  }

  /** Node that stands for any reload at the vehicle's depot; larger than all others. */
  public int reload() {
    return visits.reload;
  }

  /** The pickup of a paired order; {@link #NONE} for any other. */
  public int pickupOf(int order) {
    return visits.pickup[order];
  }

  /** The order of a node that is no reload. */
  public int orderOf(int node) {
    return visits.order[node];
  }

  /** What is done at a node that is no reload. */
  public Visit visit(int node) {
    return visits.visit[node];
  }

  /** Nodes a vehicle underway serves before all others; not copied, must not change. */
  public int[] committed(int vehicle) {
    return commitments.nodes[vehicle];
  }

  /** Whether an order is one that its vehicle is committed to. */
  public boolean isCommitted(int order) {
    return order < commitments.vehicle.length && commitments.vehicle[order] != NONE;
  }

  /** Whether a vehicle costs money though it serves nobody: it is on the road and has to end. */
  public boolean isUnderway(int vehicle) {
    return fleet.underway[vehicle];
  }

  /** Whether the driver has breaks. */
  public boolean hasBreaks(int vehicle) {
    return fleet.breakLatest[vehicle].length > 0;
  }

  /** How often a vehicle may come back for more. */
  public int mostReloads(int vehicle) {
    return fleet.mostReloads[vehicle];
  }

  /**
   * Whether a vehicle's tours are nothing but deliveries, or nothing but collections, without
   * breaks, reloads and limits.
   */
  public boolean isPlain(int vehicle) {
    return visits.only != null && fleet.plain[vehicle] && traffic == null;
  }

  /** What load is measured in: boxes, kilograms and others, by index. */
  public List<String> dimensions() {
    return dimensions.names;
  }

  /** Load of a node that is no reload. */
  public double load(int dimension, int node) {
    return visits.loads[dimension][node];
  }

  /** Most load on board. */
  public double capacity(int dimension, int vehicle) {
    return fleet.capacity[vehicle][dimension];
  }

  /** Whether the windows of a node that is no reload may not be missed. */
  public boolean isHard(int node) {
    return visits.hard[node];
  }

  /** Earliest departure. */
  public long shiftStartMillis(int vehicle) {
    return fleet.shiftStart[vehicle];
  }

  /** Price of bringing an order with this vehicle when the plan before had it on another. */
  public double movedCents(int order, int vehicle) {
    int before = commitments.previous[order];
    return before == NONE || before == vehicle ? 0 : request.centsPerMovedOrder();
  }

  /** Index of the place of a node, of the depot for a reload. */
  public int placeOf(int node, int vehicle) {
    return node == visits.reload ? fleet.depot[vehicle] : visits.place[node];
  }

  /** Index of the place an order goes to. */
  public int placeOfOrder(int order) {
    return visits.place[order];
  }

  /** Index of the place a vehicle starts at. */
  public int placeOfStart(int vehicle) {
    return fleet.start[vehicle];
  }

  /** Index of the place a vehicle ends at; {@link #NONE} = at its last stop. */
  public int placeOfEnd(int vehicle) {
    return fleet.end[vehicle];
  }

  /** Latest return, which a vehicle underway may need for what it is committed to. */
  public long shiftEndMillis(int vehicle) {
    return fleet.shiftEnd[vehicle];
  }

  /** Time at a node. */
  public long serviceMillis(int node, int vehicle) {
    return node == visits.reload ? fleet.reloadMillis[vehicle] : visits.service[node];
  }

  /** When service starts at a node, waiting included; after the last window's end it is late. */
  public long serviceStart(int node, long arrival) {
    return node == visits.reload
        ? arrival
        : Math.max(arrival, visits.opens[visits.window(node, arrival)]);
  }

  /** Latest start of service within hard windows, by a time; a soft window bounds nothing. */
  public long latestStart(int node, long by) {
    return node == visits.reload ? by : visits.latestStart(node, by);
  }

  /** When the window that a start of service belongs to closes. */
  public long closes(int node, long start) {
    return visits.closes[visits.window(node, start)];
  }

  /** Length of a vehicle's way between two places; 0 to nowhere. */
  public double metres(int vehicle, int fromPlace, int toPlace) {
    return toPlace == NONE ? 0 : fleet.travel[vehicle].metres(fromPlace, toPlace);
  }

  /** Time of a vehicle's way between two places where there is no traffic; 0 to nowhere. */
  public long travelMillis(int vehicle, int fromPlace, int toPlace) {
    return toPlace == NONE ? 0 : fleet.travel[vehicle].millis(fromPlace, toPlace);
  }

  /** When a vehicle's way between two places ends; at once to nowhere. */
  public long arrival(int vehicle, int fromPlace, int toPlace, long departs) {
    long way = travelMillis(vehicle, fromPlace, toPlace);
    return traffic == null ? departs + way : traffic.arrival(departs, way);
  }

  /** No later than {@link #arrival}, and told without looking the way up where it is estimated. */
  public long earliestArrival(int vehicle, int fromPlace, int toPlace, long departs) {
    long way = fleet.travel[vehicle].leastMillis(fromPlace, toPlace);
    return traffic == null ? departs + way : traffic.arrival(departs, way);
  }

  /** Latest departure that arrives by a time. */
  public long departure(int vehicle, int fromPlace, int toPlace, long arrives) {
    long way = travelMillis(vehicle, fromPlace, toPlace);
    return traffic == null ? arrives - way : traffic.departure(arrives, way);
  }

  /** Price of a minute that the vehicle starts the order's service too late. */
  public double centsPerLateMinute(int order, int vehicle) {
    Long own = order(order).window().centsPerLateMinute();
    return own != null ? own : vehicle(vehicle).prices().centsPerLateMinute();
  }
}

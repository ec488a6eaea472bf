package io.gemba.routes.model;

import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.RouteResult;
import org.jspecify.annotations.Nullable;

/**
 * One vehicle on its way, visit by visit: times, ways, breaks, loads and lateness so far. It starts
 * as early as it may; {@link #idleMillis} says how much later it may leave without making anything
 * later: the least, over the visits, of the waiting before and the time left until the window ends
 * (Savelsbergh 1992), at most all waiting.
 *
 * <p>A break is taken where it costs nothing, in the waiting before a visit; else as late as its
 * window allows, before the way or after it, whichever lets service start sooner.
 */
public final class Drive {
  private static final double LOAD_TOLERANCE = 1e-6;
  private static final double METRES_TOLERANCE = 1e-3;
  private static final double MILLIS_A_MINUTE = 60_000;
  private static final double MILLIS_AN_HOUR = 3_600_000;

  private final RouteModel model;
  private final VisitTable visits;
  private final FleetTable fleet;
  private final LoadGauge load;
  private final @Nullable DriveLog log;

  private TravelTable travel;
  private int vehicle;
  private int at;
  private long began;
  private long time;
  private long waited;
  private long sleep;
  private double metres;
  private double lateCents;
  private double movedCents;
  private long missedMillis;
  private int breaksDone;
  private int breaks;
  private int stops;
  private int reloads;
  private boolean ruleKept;

  private boolean arrivedEarly;
  private long arrival;
  private long waitedOnArrival;
  private @Nullable BreakListener listener;

  /** Hears of breaks. */
  interface BreakListener {
    /**
     * A break was taken.
     *
     * @param start in a tour that starts as early as it may
     * @param waitedBefore all waiting before it
     */
    void took(int number, int place, long start, long waitedBefore);
  }

  /** A vehicle that goes nowhere yet: {@link #begin} first. */
  public Drive(RouteModel model) {
    this.model = model;
    visits = model.visits;
    fleet = model.fleet;
    load = new LoadGauge(visits);
    log = model.traffic == null ? null : new DriveLog(model.traffic);
    travel = fleet.travel[0];
  }

  void listen(@Nullable BreakListener hearing) {
    listener = hearing;
  }

  /** Starts a tour. */
  public void begin(int newVehicle) {
    begin(newVehicle, fleet.shiftStart[newVehicle], true);
  }

  /**
   * Starts a tour of which all visits are known. When it would leave after a break could begin,
   * that break is not due, and it may not leave before.
   */
  public void begin(int newVehicle, int[] nodes, int size) {
    long from = fleet.shiftStart[newVehicle];
    if (fleet.breakLatest[newVehicle].length > 0 && !fleet.underway[newVehicle]) {
      begin(newVehicle, from, false);
      for (int i = 0; i < size; i++) {
        visit(nodes[i]);
      }
      end();
      long leaves = from + idleMillis();
      for (long latest : fleet.breakLatest[newVehicle]) {
        from = latest <= leaves ? Math.max(from, latest) : from;
      }
    }
    begin(newVehicle, from, true);
  }

  /** Starts a tour as early as it may, without breaks: no tour is anywhere sooner. */
  public void beginUnbroken(int newVehicle) {
    begin(newVehicle, fleet.shiftStart[newVehicle], false);
  }

  private void begin(int newVehicle, long from, boolean withBreaks) {
    vehicle = newVehicle;
    travel = fleet.travel[vehicle];
    at = fleet.start[vehicle];
    began = from;
    time = from;
    waited = 0;
    sleep = fleet.underway[vehicle] ? 0 : Long.MAX_VALUE;
    metres = 0;
    lateCents = 0;
    movedCents = 0;
    missedMillis = 0;
    breaks = withBreaks ? fleet.breakLatest[vehicle].length : 0;
    breaksDone = 0;
    while (breaksDone < breaks && fleet.breakLatest[vehicle][breaksDone] <= from) {
      breaksDone++;
    }
    stops = 0;
    reloads = 0;
    ruleKept = true;
    load.begin();
    if (log != null) {
      log.begin();
    }
  }

  /** Becomes the same as another drive of the same model. */
  public void copy(Drive other) {
    vehicle = other.vehicle;
    travel = other.travel;
    at = other.at;
    began = other.began;
    time = other.time;
    waited = other.waited;
    sleep = other.sleep;
    metres = other.metres;
    lateCents = other.lateCents;
    movedCents = other.movedCents;
    missedMillis = other.missedMillis;
    breaksDone = other.breaksDone;
    breaks = other.breaks;
    stops = other.stops;
    reloads = other.reloads;
    ruleKept = other.ruleKept;
    load.copy(other.load);
    if (log != null && other.log != null) {
      log.copy(other.log);
    }
  }

  /** Goes on to a visit, or to the depot for a reload, and serves there. */
  public void visit(int node) {
    if (node == visits.reload) {
      reload();
      return;
    }
    int place = visits.place[node];
    metres += travel.metres(at, place);
    go(place, node);
    long service = visits.service[node];
    int window = visits.window(node, time);
    long start = Math.max(time, visits.opens[window]);
    waited += start - time;
    long left = visits.closes[window] - start;
    if (left < 0) {
      late(node, -left);
    }
    sleep = Math.min(sleep, waited + Math.max(0, left));
    note(DriveLog.WAIT, start, start + Math.max(0, left));
    note(DriveLog.STAY, service, 0);
    time = start + service;
    note(DriveLog.LEFT, 0, 0);
    at = place;
    ruleKept &= model.allows(visits.order[node], vehicle);
    if (visits.visit[node] != RouteResult.Visit.PICKUP) {
      movedCents += model.movedCents(visits.order[node], vehicle);
    }
    stops++;
    load.visit(node);
  }

  /** Leaves where it is at another time than it thought: a report from the road. */
  public void goOnAt(long millis) {
    time = Math.max(began, millis);
  }

  private void late(int node, long millis) {
    if (visits.hard[node] && stops >= model.committed(vehicle).length) {
      missedMillis += millis;
    } else {
      lateCents += millis / MILLIS_A_MINUTE * model.centsPerLateMinute(visits.order[node], vehicle);
    }
  }

  private void reload() {
    int depot = fleet.depot[vehicle];
    metres += travel.metres(at, depot);
    go(depot, visits.reload);
    time += fleet.reloadMillis[vehicle];
    note(DriveLog.STAY, fleet.reloadMillis[vehicle], 0);
    note(DriveLog.LEFT, 0, 0);
    at = depot;
    reloads++;
    load.reload();
  }

  /** Moves to a place, with breaks before and after the way where they are best or due. */
  private void go(int place, int node) {
    arrivedEarly = false;
    long way = travel.millis(at, place);
    waitedOnArrival = waited;
    while (breaksDone < breaks && takesBreak(place, node, arrivedEarly ? 0 : way)) {
      breaksDone++;
    }
    if (!arrivedEarly) {
      arrive(way);
    }
  }

  private void arrive(long way) {
    time = after(time, way);
    arrival = time;
    waitedOnArrival = waited;
    note(DriveLog.WAY, way, 0);
    note(DriveLog.ARRIVED, 0, 0);
  }

  /** When a way ends that begins at a time. */
  private long after(long departs, long way) {
    return model.traffic == null ? departs + way : model.traffic.arrival(departs, way);
  }

  private void note(int kind, long first, long second) {
    if (log != null) {
      log.add(kind, first, second);
    }
  }

  private boolean takesBreak(int place, int node, long way) {
    long earliest = fleet.breakEarliest[vehicle][breaksDone];
    long latest = fleet.breakLatest[vehicle][breaksDone];
    long length = fleet.breakMillis[vehicle][breaksDone];
    long arrives = after(time, way);
    long without = start(node, arrives);
    long before = Math.max(time, earliest);
    long behind = Math.max(arrives, earliest);
    long startBefore = before > latest ? Long.MAX_VALUE : start(node, after(before + length, way));
    long startBehind = behind > latest ? Long.MAX_VALUE : start(node, behind + length);
    boolean isFree = Math.min(startBefore, startBehind) <= without;
    if (!isFree && without + stay(node) <= latest) {
      return false;
    }
    if (startBehind <= startBefore) {
      if (!arrivedEarly) {
        arrivedEarly = true;
        arrive(way);
        at = place;
      }
      rest(behind, length, latest);
    } else {
      rest(before, length, latest);
    }
    return true;
  }

  private void rest(long start, long length, long latest) {
    waited += start - time;
    sleep = Math.min(sleep, waited + latest - start);
    if (listener != null) {
      listener.took(breaksDone, at, start, waited);
    }
    note(DriveLog.WAIT, start, latest);
    note(DriveLog.REST, 0, 0);
    note(DriveLog.STAY, length, 0);
    time = start + length;
  }

  private long start(int node, long arrives) {
    return node >= visits.reload
        ? arrives
        : Math.max(arrives, visits.opens[visits.window(node, arrives)]);
  }

  private long stay(int node) {
    return node == visits.reload
        ? fleet.reloadMillis[vehicle]
        : node > visits.reload ? 0 : visits.service[node];
  }

  /** Goes to where the tour ends. */
  public void end() {
    int place = fleet.end[vehicle];
    if (place != FleetTable.ANYWHERE) {
      metres += travel.metres(at, place);
      go(place, visits.reload + 1);
      at = place;
    }
  }

  /** Whether every hard rule holds; after {@link #end}. */
  public boolean kept() {
    return ruleKept && loadKept() && missedMillis == 0 && shiftKept() && limitsKept();
  }

  /** Whether the vehicle is available and allowed for all its orders. */
  boolean ruleKept() {
    return ruleKept;
  }

  /** Whether the load fits everywhere. */
  boolean loadKept() {
    double[] capacity = fleet.capacity[vehicle];
    boolean kept = true;
    for (int dimension = 0; dimension < capacity.length; dimension++) {
      kept &= load.highest(dimension) <= capacity[dimension] + LOAD_TOLERANCE;
    }
    return kept;
  }

  /** False when a visit that is no reload would surely be too much load. */
  public boolean mayTake(int node) {
    double[] capacity = fleet.capacity[vehicle];
    for (int dimension = 0; dimension < capacity.length; dimension++) {
      if (load.highestWith(dimension, node) > capacity[dimension] + LOAD_TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /** Whether no hard window is missed. */
  boolean windowsKept() {
    return missedMillis == 0;
  }

  /** Whether it is back within its shift. */
  boolean shiftKept() {
    return time <= fleet.shiftEnd[vehicle];
  }

  /** Whether it keeps the limits of a tour. */
  boolean limitsKept() {
    return metres <= fleet.mostMetres[vehicle] + METRES_TOLERANCE
        && stops <= fleet.mostStops[vehicle]
        && reloads <= fleet.mostReloads[vehicle]
        && (fleet.mostMillis[vehicle] == Long.MAX_VALUE || millis() <= fleet.mostMillis[vehicle]);
  }

  /** Cost after {@link #end}, without rounding. */
  public double cents() {
    Prices prices = model.vehicle(vehicle).prices();
    return prices.fixedCents()
        + metres / 1000 * prices.centsPerKilometre()
        + millis() / MILLIS_AN_HOUR * prices.centsPerHour()
        + lateCents
        + movedCents;
  }

  /** From departure, as late as it may be, until now. */
  public long millis() {
    return time - began - idleMillis();
  }

  /** How much later than it began it may leave. */
  public long idleMillis() {
    if (log == null || sleep == 0 || waited == 0) {
      return Math.min(sleep, waited);
    }
    return Math.max(0, log.latestBegin(time) - began);
  }

  /** What it did, where times of ways depend on the departure; null elsewhere. */
  @Nullable DriveLog log() {
    return log;
  }

  /** When it has left the last visit, or is back. */
  public long time() {
    return time;
  }

  /** When it began, at the earliest. */
  long began() {
    return began;
  }

  /** When it came to the last visit. */
  public long arrival() {
    return arrival;
  }

  /** All waiting before it came to the last visit. */
  long waitedOnArrival() {
    return waitedOnArrival;
  }

  /** All waiting so far. */
  long waited() {
    return waited;
  }

  /** Length so far. */
  public double metres() {
    return metres;
  }

  /** Most load on board so far. */
  double highest(int dimension) {
    return load.highest(dimension);
  }

  double lateCents() {
    return lateCents;
  }

  double movedCents() {
    return movedCents;
  }

  int stops() {
    return stops;
  }

  /** Place where it is. */
  public int at() {
    return at;
  }
}

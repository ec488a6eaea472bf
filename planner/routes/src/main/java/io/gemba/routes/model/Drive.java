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
  private final TravelTable travel;
  private final LoadGauge load;

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
    travel = model.travel;
    load = new LoadGauge(visits);
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
  }

  /** Becomes the same as another drive of the same model. */
  public void copy(Drive other) {
    vehicle = other.vehicle;
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
  }

  /** Goes on to a visit, or to the depot for a reload, and serves there. */
  public void visit(int node) {
    if (node == visits.reload) {
      reload();
      return;
    }
    int place = visits.place[node];
    metres += travel.metres[at][place];
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
    time = start + service;
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
    metres += travel.metres[at][depot];
    go(depot, visits.reload);
    time += fleet.reloadMillis[vehicle];
    at = depot;
    reloads++;
    load.reload();
  }

  /** Moves to a place, with breaks before and after the way where they are best or due. */
  private void go(int place, int node) {
    arrivedEarly = false;
    long way = travel.millis[at][place];
    waitedOnArrival = waited;
    while (breaksDone < breaks && takesBreak(place, node, arrivedEarly ? 0 : way)) {
      breaksDone++;
    }
    if (!arrivedEarly) {
      time += way;
      arrival = time;
      waitedOnArrival = waited;
    }
  }

  private boolean takesBreak(int place, int node, long way) {
    long earliest = fleet.breakEarliest[vehicle][breaksDone];
    long latest = fleet.breakLatest[vehicle][breaksDone];
    long length = fleet.breakMillis[vehicle][breaksDone];
    long without = start(node, time + way);
    long before = Math.max(time, earliest);
    long behind = Math.max(time + way, earliest);
    long startBefore = before > latest ? Long.MAX_VALUE : start(node, before + length + way);
    long startBehind = behind > latest ? Long.MAX_VALUE : start(node, behind + length);
    boolean isFree = Math.min(startBefore, startBehind) <= without;
    if (!isFree && without + stay(node) <= latest) {
      return false;
    }
    if (startBehind <= startBefore) {
      if (!arrivedEarly) {
        arrivedEarly = true;
        time += way;
        arrival = time;
        waitedOnArrival = waited;
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
      metres += travel.metres[at][place];
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
    return load.highestBoxes() <= model.vehicle(vehicle).boxes() + LOAD_TOLERANCE
        && load.highestKilograms() <= model.vehicle(vehicle).kilograms() + LOAD_TOLERANCE;
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
        && time - began - idleMillis() <= fleet.mostMillis[vehicle];
  }

  /** Cost after {@link #end}, without rounding. */
  public double cents() {
    Prices prices = model.vehicle(vehicle).prices();
    return prices.fixedCents()
        + metres / 1000 * prices.centsPerKilometre()
        + (time - began - idleMillis()) / MILLIS_AN_HOUR * prices.centsPerHour()
        + lateCents
        + movedCents;
  }

  /** How much later than it began it may leave. */
  public long idleMillis() {
    return Math.min(sleep, waited);
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

  /** Most boxes on board so far. */
  double highestBoxes() {
    return load.highestBoxes();
  }

  /** Most kilograms on board so far. */
  double highestKilograms() {
    return load.highestKilograms();
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

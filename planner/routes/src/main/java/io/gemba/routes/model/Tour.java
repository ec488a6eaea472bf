package io.gemba.routes.model;

import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteRequest.Measure;
import io.gemba.routes.RouteRequest.Prices;
import java.util.ArrayList;
import java.util.List;

/**
 * One vehicle's nodes in order of visit, timed and priced, whether it keeps the rules or not. The
 * vehicle leaves as late as makes no stop later and no return later, so that it waits least.
 * Immutable.
 */
public final class Tour {
  private static final int[] NONE = {};

  private final RouteModel model;
  private final int vehicle;
  private final int[] nodes;
  private final Drive drive;
  private final long idle;
  private final long endMillis;
  private final long[] arrivalMillis;
  private final long[] departureMillis;
  private final List<Rest> breaks = new ArrayList<>();

  /**
   * A break of the driver.
   *
   * @param before position of the node that follows
   * @param number of the vehicle's breaks
   * @param place index
   * @param startMillis begins
   */
  public record Rest(int before, int number, int place, long startMillis) {
    private Rest at(long start) {
      return new Rest(before, number, place, start);
    }
  }

  private Tour(RouteModel model, int vehicle, int[] nodes) {
    this.model = model;
    this.vehicle = vehicle;
    this.nodes = nodes;
    drive = new Drive(model);
    drive.begin(vehicle, nodes, nodes.length);
    long[] waitedBefore = new long[nodes.length];
    long[] waitedSoFar = new long[nodes.length];
    arrivalMillis = new long[nodes.length];
    departureMillis = new long[nodes.length];
    int[] position = {0};
    record Taken(Rest rest, long waited) {}
    List<Taken> taken = new ArrayList<>();
    drive.listen(
        (number, place, start, waited) ->
            taken.add(new Taken(new Rest(position[0], number, place, start), waited)));
    for (int i = 0; i < nodes.length; i++) {
      position[0] = i;
      drive.visit(nodes[i]);
      arrivalMillis[i] = drive.arrival();
      departureMillis[i] = drive.time();
      waitedBefore[i] = drive.waitedOnArrival();
      waitedSoFar[i] = drive.waited();
    }
    position[0] = nodes.length;
    if (isUsed()) {
      drive.end();
    }
    drive.listen(null);
    idle = drive.idleMillis();
    DriveLog log = drive.log();
    if (log != null) {
      endMillis = replay(log, taken.stream().map(Taken::rest).toList());
      return;
    }
    for (int i = 0; i < nodes.length; i++) {
      arrivalMillis[i] += Math.max(0, idle - waitedBefore[i]);
      departureMillis[i] += Math.max(0, idle - waitedSoFar[i]);
    }
    for (Taken one : taken) {
      Rest rest = one.rest();
      breaks.add(rest.at(rest.startMillis() + Math.max(0, idle - one.waited())));
    }
    endMillis = drive.time() + Math.max(0, idle - drive.waited());
  }

  /** Leaves as late as it may, where times of ways depend on that; returns when it is over. */
  private long replay(DriveLog log, List<Rest> rests) {
    int[] at = {0};
    return log.replay(
        startMillis(),
        (kind, millis) -> {
          if (kind == DriveLog.REST) {
            breaks.add(rests.get(breaks.size()).at(millis));
          } else if (at[0] < nodes.length) {
            if (kind == DriveLog.ARRIVED) {
              arrivalMillis[at[0]] = millis;
            } else {
              departureMillis[at[0]++] = millis;
            }
          }
        });
  }

  /**
   * Times and prices a tour.
   *
   * @param nodes in order of visit; not copied, must not change
   */
  public static Tour of(RouteModel model, int vehicle, int... nodes) {
    return new Tour(model, vehicle, nodes);
  }

  /** A vehicle that serves nobody but whom it is committed to. */
  public static Tour empty(RouteModel model, int vehicle) {
    int[] committed = model.committed(vehicle);
    return new Tour(model, vehicle, committed.length == 0 ? NONE : committed.clone());
  }

  /** The same tour with one more node at a position, 0 = first. */
  public Tour with(int node, int position) {
    int[] longer = new int[nodes.length + 1];
    System.arraycopy(nodes, 0, longer, 0, position);
    longer[position] = node;
    System.arraycopy(nodes, position, longer, position + 1, nodes.length - position);
    return new Tour(model, vehicle, longer);
  }

  /** Whether the vehicle leaves its depot or is on the road. */
  public boolean isUsed() {
    return nodes.length > 0 || model.isUnderway(vehicle);
  }

  /** Whether every hard rule holds. */
  public boolean feasible() {
    return !isUsed() || drive.kept();
  }

  /** Whether the vehicle is available and allowed for all its orders. */
  public boolean vehicleRuleKept() {
    return drive.ruleKept();
  }

  /** Whether the load fits. */
  public boolean capacityKept() {
    return drive.loadKept();
  }

  /** Whether the vehicle is back within its shift. */
  public boolean shiftKept() {
    return !isUsed() || drive.shiftKept();
  }

  /** Whether no hard window is missed. */
  public boolean windowsKept() {
    return drive.windowsKept();
  }

  /** Whether length, duration, stops and reloads are within the vehicle's limits. */
  public boolean limitsKept() {
    return !isUsed() || drive.limitsKept();
  }

  /** Cost without rounding; 0 when it stays at home. */
  public double cents() {
    return isUsed() ? drive.cents() : 0;
  }

  /** Cost by kind, each rounded to a cent. */
  public RouteCosts costs() {
    if (!isUsed()) {
      return new RouteCosts(0, 0, 0, 0, 0);
    }
    Prices prices = model.vehicle(vehicle).prices();
    return new RouteCosts(
        prices.fixedCents(),
        Math.round(metres() / 1000 * prices.centsPerKilometre()),
        Math.round((endMillis() - startMillis()) / 3_600_000.0 * prices.centsPerHour()),
        Math.round(drive.lateCents()),
        0,
        Math.round(drive.movedCents()));
  }

  /** Index of the vehicle. */
  public int vehicle() {
    return vehicle;
  }

  /** How many nodes. */
  public int size() {
    return nodes.length;
  }

  /** Node at a position. */
  public int node(int position) {
    return nodes[position];
  }

  /** Nodes in order of visit, a copy. */
  public int[] nodes() {
    return nodes.clone();
  }

  /** Whether the node at a position is a reload. */
  public boolean isReload(int position) {
    return nodes[position] == model.reload();
  }

  /** Order of the node at a position that is no reload. */
  public int order(int position) {
    return model.orderOf(nodes[position]);
  }

  /** Breaks in order of time. */
  public List<Rest> breaks() {
    return List.copyOf(breaks);
  }

  /** Leaves the depot, epoch milliseconds. */
  public long startMillis() {
    return drive.began() + idle;
  }

  /** Is back, epoch milliseconds. */
  public long endMillis() {
    return endMillis;
  }

  /** Arrives at a position, epoch milliseconds. */
  public long arrivalMillis(int position) {
    return arrivalMillis[position];
  }

  /** Starts service at a position, epoch milliseconds. */
  public long serviceStartMillis(int position) {
    return departureMillis[position] - model.serviceMillis(nodes[position], vehicle);
  }

  /** Leaves a position, epoch milliseconds. */
  public long departureMillis(int position) {
    return departureMillis[position];
  }

  /** Most load on board at any time. */
  public double peak(int dimension) {
    return drive.highest(dimension);
  }

  /** What the vehicle does of what work is measured by; 0 when it stays at home. */
  public double work(Measure measure) {
    return isUsed() ? Work.of(model, nodes, nodes.length, measure, endMillis() - startMillis()) : 0;
  }

  /** Length, way back included. */
  public double metres() {
    return drive.metres();
  }
}

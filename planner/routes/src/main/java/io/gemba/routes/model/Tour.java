package io.gemba.routes.model;

import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.RouteRequest.Vehicle;

/**
 * One vehicle's orders in order of visit, timed and priced, whether it keeps the rules or not. The
 * vehicle leaves as late as makes no stop later and no return later, so that it waits least.
 * Immutable.
 */
public final class Tour {
  private static final double LOAD_TOLERANCE = 1e-6;
  private static final int[] NONE = {};

  private final RouteModel model;
  private final int vehicle;
  private final int[] orders;
  private final long startMillis;
  private final long endMillis;
  private final long[] arrivalMillis;
  private final double metres;
  private final double boxes;
  private final double kilograms;
  private final long hardLateMillis;
  private final double latenessCents;
  private final boolean vehicleRuleKept;

  private Tour(RouteModel model, int vehicle, int[] orders) {
    this.model = model;
    this.vehicle = vehicle;
    this.orders = orders;
    startMillis = model.shiftStart[vehicle] + sleepMillis();
    arrivalMillis = new long[orders.length];
    int place = model.depot[vehicle];
    long time = startMillis;
    double length = 0;
    double boxesSum = 0;
    double kilogramsSum = 0;
    long hardLate = 0;
    double lateCents = 0;
    boolean ruleKept = true;
    for (int i = 0; i < orders.length; i++) {
      int order = orders[i];
      length += model.travel.metres[place][model.orderPlace[order]];
      time += model.travel.millis[place][model.orderPlace[order]];
      place = model.orderPlace[order];
      arrivalMillis[i] = time;
      time = Math.max(time, model.windowStart[order]);
      long late = time - model.windowEnd[order];
      if (late > 0 && model.order(order).window().hard()) {
        hardLate += late;
      } else if (late > 0) {
        lateCents += late / 60_000.0 * model.centsPerLateMinute(order, vehicle);
      }
      time += model.serviceMillis[order];
      boxesSum += model.order(order).boxes();
      kilogramsSum += model.order(order).kilograms();
      ruleKept &= model.allows(order, vehicle);
    }
    metres = length + model.travel.metres[place][model.depot[vehicle]];
    endMillis = time + model.travel.millis[place][model.depot[vehicle]];
    boxes = boxesSum;
    kilograms = kilogramsSum;
    hardLateMillis = hardLate;
    latenessCents = lateCents;
    vehicleRuleKept = ruleKept;
  }

  /**
   * Times and prices a tour.
   *
   * @param orders indices, in order of visit; not copied, must not change
   */
  public static Tour of(RouteModel model, int vehicle, int... orders) {
    return new Tour(model, vehicle, orders);
  }

  /** A vehicle that stays at home. */
  public static Tour empty(RouteModel model, int vehicle) {
    return new Tour(model, vehicle, NONE);
  }

  /** How long the vehicle may stay at the depot without making a stop or the return later. */
  private long sleepMillis() {
    int place = model.depot[vehicle];
    long time = model.shiftStart[vehicle];
    long waited = 0;
    long sleep = Long.MAX_VALUE;
    for (int order : orders) {
      time += model.travel.millis[place][model.orderPlace[order]];
      place = model.orderPlace[order];
      long wait = Math.max(0, model.windowStart[order] - time);
      waited += wait;
      time += wait;
      sleep = Math.min(sleep, waited + Math.max(0, model.windowEnd[order] - time));
      time += model.serviceMillis[order];
    }
    return Math.min(sleep, waited);
  }

  /** The same tour with one more order at a position, 0 = first. */
  public Tour with(int order, int position) {
    int[] longer = new int[orders.length + 1];
    System.arraycopy(orders, 0, longer, 0, position);
    longer[position] = order;
    System.arraycopy(orders, position, longer, position + 1, orders.length - position);
    return new Tour(model, vehicle, longer);
  }

  /** Whether every hard rule holds. */
  public boolean feasible() {
    return vehicleRuleKept && capacityKept() && shiftKept() && windowsKept();
  }

  /** Whether the vehicle is available and allowed for all its orders. */
  public boolean vehicleRuleKept() {
    return vehicleRuleKept;
  }

  /** Whether the load fits. */
  public boolean capacityKept() {
    Vehicle limits = model.vehicle(vehicle);
    return boxes <= limits.boxes() + LOAD_TOLERANCE
        && kilograms <= limits.kilograms() + LOAD_TOLERANCE;
  }

  /** Whether the vehicle is back within its shift. */
  public boolean shiftKept() {
    return orders.length == 0 || endMillis <= model.shiftEnd[vehicle];
  }

  /** Whether no hard window is missed. */
  public boolean windowsKept() {
    return hardLateMillis == 0;
  }

  /** Cost without rounding; 0 when it stays at home. */
  public double cents() {
    if (orders.length == 0) {
      return 0;
    }
    Prices prices = model.vehicle(vehicle).prices();
    return prices.fixedCents() + distanceCents(prices) + timeCents(prices) + latenessCents;
  }

  /** Cost by kind, each rounded to a cent. */
  public RouteCosts costs() {
    if (orders.length == 0) {
      return new RouteCosts(0, 0, 0, 0, 0);
    }
    Prices prices = model.vehicle(vehicle).prices();
    return new RouteCosts(
        prices.fixedCents(),
        Math.round(distanceCents(prices)),
        Math.round(timeCents(prices)),
        Math.round(latenessCents),
        0);
  }

  private double distanceCents(Prices prices) {
    return metres / 1000 * prices.centsPerKilometre();
  }

  private double timeCents(Prices prices) {
    return (endMillis - startMillis) / 3_600_000.0 * prices.centsPerHour();
  }

  /** Index of the vehicle. */
  public int vehicle() {
    return vehicle;
  }

  /** How many stops. */
  public int size() {
    return orders.length;
  }

  /** Order at a position. */
  public int order(int position) {
    return orders[position];
  }

  /** Order indices in order of visit, a copy. */
  public int[] orders() {
    return orders.clone();
  }

  /** Leaves the depot, epoch milliseconds. */
  public long startMillis() {
    return startMillis;
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
    return Math.max(arrivalMillis[position], model.windowStart[orders[position]]);
  }

  /** Leaves a position, epoch milliseconds. */
  public long departureMillis(int position) {
    return serviceStartMillis(position) + model.serviceMillis[orders[position]];
  }

  /** Length, way back included. */
  public double metres() {
    return metres;
  }

  /** Boxes on board at the start. */
  public double boxes() {
    return boxes;
  }

  /** Kilograms on board at the start. */
  public double kilograms() {
    return kilograms;
  }
}

package io.gemba.routes.search;

import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.model.RouteModel;

/**
 * Prices one vehicle's tour with one more order in it, without building it: the state after each
 * stop is kept, so that a position costs only the stops behind it, and positions whose way alone is
 * too dear cost nothing but two additions.
 *
 * <p>The vehicle leaves as late as makes nothing later. One pass from the earliest departure finds
 * how late that is: the least over the stops of the waiting before the stop and the time left there
 * until its window ends (Savelsbergh 1992), at most all waiting.
 */
final class TourClock {
  /** What a tour that breaks a hard rule costs on top: more than any plan. */
  static final double BROKEN_CENTS = 1e13;

  private static final double LOAD_TOLERANCE = 1e-6;
  private static final double MILLIS_AN_HOUR = 3_600_000;
  private static final double MILLIS_A_MINUTE = 60_000;

  private final RouteModel model;
  private final int[] place;
  private final long[] opens;
  private final long[] closes;
  private final long[] service;
  private final boolean[] hard;
  private final double[] boxes;
  private final double[] kilograms;

  private int vehicle;
  private int[] orders = {};
  private int size;
  private int depot;
  private long shiftStart;
  private long shiftEnd;
  private double fixedCents;
  private double centsPerMetre;
  private double centsPerMilli;
  private double freeBoxes;
  private double freeKilograms;
  private double tourCents;
  private double tourMetres;

  /** State before each stop: when it leaves the stop before, and what happened until then. */
  private long[] leaves = new long[64];

  private long[] waited = new long[64];
  private long[] sleep = new long[64];
  private double[] lateCents = new double[64];
  private double[] metres = new double[64];

  private int position;
  private double deltaCents;

  TourClock(RouteModel model) {
    this.model = model;
    int count = model.orders();
    place = new int[count];
    opens = new long[count];
    closes = new long[count];
    service = new long[count];
    hard = new boolean[count];
    boxes = new double[count];
    kilograms = new double[count];
    for (int i = 0; i < count; i++) {
      Order order = model.order(i);
      place[i] = model.placeOfOrder(i);
      opens[i] = order.window().start().toEpochMilli();
      closes[i] = order.window().end().toEpochMilli();
      service[i] = Math.round(order.serviceSeconds() * 1000);
      hard[i] = order.window().hard();
      boxes[i] = order.boxes();
      kilograms[i] = order.kilograms();
    }
  }

  /**
   * Takes up a tour.
   *
   * @param orders in order of visit, the first {@code size} count; not copied
   * @return its cost in cents, 0 when empty; {@link #BROKEN_CENTS} more when it breaks a hard rule
   */
  double load(int vehicle, int[] orders, int size) {
    this.vehicle = vehicle;
    this.orders = orders;
    this.size = size;
    Vehicle van = model.vehicle(vehicle);
    depot = model.placeOfDepot(vehicle);
    shiftStart = van.shiftStart().toEpochMilli();
    shiftEnd = van.shiftEnd().toEpochMilli();
    fixedCents = van.prices().fixedCents();
    centsPerMetre = van.prices().centsPerKilometre() / 1000.0;
    centsPerMilli = van.prices().centsPerHour() / MILLIS_AN_HOUR;
    freeBoxes = van.boxes() + LOAD_TOLERANCE;
    freeKilograms = van.kilograms() + LOAD_TOLERANCE;
    reserve(size + 1);
    boolean kept = true;
    begin();
    int at = depot;
    for (int i = 0; i < size; i++) {
      int order = orders[i];
      kept &= visit(order, at, i);
      at = place[order];
      freeBoxes -= boxes[order];
      freeKilograms -= kilograms[order];
      kept &= model.allows(order, vehicle);
    }
    tourMetres = size == 0 ? 0 : metres[size] + model.metres(at, depot);
    long end = leaves[size] + model.travelMillis(at, depot);
    kept &= size == 0 || (end <= shiftEnd && freeBoxes >= 0 && freeKilograms >= 0);
    tourCents = size == 0 ? 0 : cents(size, end, tourMetres) + (kept ? 0 : BROKEN_CENTS);
    return tourCents;
  }

  private void reserve(int count) {
    if (count >= leaves.length) {
      int longer = 2 * count;
      leaves = new long[longer];
      waited = new long[longer];
      sleep = new long[longer];
      lateCents = new double[longer];
      metres = new double[longer];
    }
  }

  private void begin() {
    leaves[0] = shiftStart;
    waited[0] = 0;
    sleep[0] = Long.MAX_VALUE;
    lateCents[0] = 0;
    metres[0] = 0;
  }

  private double cents(int state, long end, double length) {
    long idle = Math.min(sleep[state], waited[state]);
    return fixedCents
        + length * centsPerMetre
        + (end - shiftStart - idle) * centsPerMilli
        + lateCents[state];
  }

  /** Goes from state {@code i} to state {@code i + 1}; false when a hard window is missed. */
  private boolean visit(int order, int from, int i) {
    metres[i + 1] = metres[i] + model.metres(from, place[order]);
    long arrival = leaves[i] + model.travelMillis(from, place[order]);
    long start = Math.max(arrival, opens[order]);
    long waits = waited[i] + start - arrival;
    long left = closes[order] - start;
    waited[i + 1] = waits;
    sleep[i + 1] = Math.min(sleep[i], waits + Math.max(0, left));
    lateCents[i + 1] =
        left >= 0 || hard[order]
            ? lateCents[i]
            : lateCents[i] - left / MILLIS_A_MINUTE * model.centsPerLateMinute(order, vehicle);
    leaves[i + 1] = start + service[order];
    return left >= 0 || !hard[order];
  }

  /**
   * Finds the cheapest position of one more order that keeps every hard rule.
   *
   * @param limit positions that cost as much or more are not looked for
   * @return whether there is one; then {@link #position} and {@link #deltaCents} tell
   */
  boolean findInsertion(int order, double limit) {
    return findInsertion(order, limit, 0);
  }

  /**
   * Finds the cheapest of the later positions.
   *
   * @param first position looked at first; stops before it stay before the order
   */
  boolean findInsertion(int order, double limit, int first) {
    position = -1;
    deltaCents = limit;
    if (boxes[order] > freeBoxes
        || kilograms[order] > freeKilograms
        || !model.allows(order, vehicle)
        || tourCents >= BROKEN_CENTS) {
      return false;
    }
    for (int at = first; at <= size; at++) {
      tryAt(order, at);
    }
    return position >= 0;
  }

  private void tryAt(int order, int at) {
    int before = at == 0 ? depot : place[orders[at - 1]];
    int after = at == size ? depot : place[orders[at]];
    double extra = model.metres(before, place[order]) + model.metres(place[order], after);
    if (size > 0) {
      extra -= model.metres(before, after);
    }
    double least = extra * centsPerMetre + (size == 0 ? fixedCents : 0);
    if (least >= deltaCents) {
      return;
    }
    long arrival = leaves[at] + model.travelMillis(before, place[order]);
    long start = Math.max(arrival, opens[order]);
    long left = closes[order] - start;
    if (left < 0 && hard[order]) {
      return;
    }
    double late =
        left >= 0
            ? lateCents[at]
            : lateCents[at] - left / MILLIS_A_MINUTE * model.centsPerLateMinute(order, vehicle);
    long waits = waited[at] + start - arrival;
    long idle = Math.min(sleep[at], waits + Math.max(0, left));
    long time = start + service[order];
    int from = place[order];
    for (int i = at; i < size; i++) {
      int next = orders[i];
      arrival = time + model.travelMillis(from, place[next]);
      start = Math.max(arrival, opens[next]);
      left = closes[next] - start;
      if (left < 0) {
        if (hard[next]) {
          return;
        }
        late -= left / MILLIS_A_MINUTE * model.centsPerLateMinute(next, vehicle);
      }
      waits += start - arrival;
      idle = Math.min(idle, waits + Math.max(0, left));
      time = start + service[next];
      from = place[next];
    }
    long end = time + model.travelMillis(from, depot);
    if (end > shiftEnd) {
      return;
    }
    double cents =
        fixedCents
            + (tourMetres + extra) * centsPerMetre
            + (end - shiftStart - Math.min(idle, waits)) * centsPerMilli
            + late;
    double delta = cents - tourCents;
    if (delta < deltaCents) {
      deltaCents = delta;
      position = at;
    }
  }

  /** Where the order found last goes; 0 = first. */
  int position() {
    return position;
  }

  /** What the insertion found last costs. */
  double deltaCents() {
    return deltaCents;
  }
}

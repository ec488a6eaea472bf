package io.gemba.routes.search;

import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.model.RouteModel;
import org.jspecify.annotations.Nullable;

/**
 * The fast path of {@link TourClock}: only deliveries or only collections, no breaks, reloads or
 * limits. Five numbers are kept after each stop, so that a position costs only the stops behind it.
 * Positions whose way alone is too dear cost nothing but two additions, and those that make stops
 * too late are left when that is known: where the detour takes time, no stop behind it becomes less
 * late.
 *
 * <p>The vehicle leaves as late as makes nothing later: the least over the stops of the waiting
 * before the stop and the time left there until its window ends (Savelsbergh 1992), at most all
 * waiting.
 */
final class PlainClock {
  private static final int FIRST_SIZE = 32;
  private static final double LOAD_TOLERANCE = 1e-6;
  private static final double MILLIS_AN_HOUR = 3_600_000;
  private static final double MILLIS_A_MINUTE = 60_000;

  private final RouteModel model;
  private int vehicle;
  private int[] nodes = {};
  private int size;
  private int committed;
  private boolean used;
  private int begins;
  private int ends;
  private long shiftStart;
  private long shiftEnd;
  private double fixedCents;
  private double centsPerMetre;
  private double centsPerMilli;
  private double[] free;
  private long millis;
  private double tourCents;
  private double tourMetres;

  /** Cents for waiting that the tour pays. */
  private double waitedCents;

  /** State before each stop: when it leaves the stop before, and what happened until then. */
  private long[] leaves;

  private long[] waited;
  private long[] sleep;
  private double[] cents;
  private double[] metres;

  private int position;
  private double deltaCents;

  PlainClock(RouteModel model) {
    this.model = model;
    free = new double[model.dimensions().size()];
    leaves = new long[FIRST_SIZE];
    waited = new long[FIRST_SIZE];
    sleep = new long[FIRST_SIZE];
    cents = new double[FIRST_SIZE];
    metres = new double[FIRST_SIZE];
  }

  /** One that has taken up the same tour, for the model with one more order. */
  PlainClock(PlainClock loaded, RouteModel longer) {
    model = longer;
    millis = loaded.millis;
    vehicle = loaded.vehicle;
    nodes = loaded.nodes;
    size = loaded.size;
    committed = loaded.committed;
    used = loaded.used;
    begins = loaded.begins;
    ends = loaded.ends;
    shiftStart = loaded.shiftStart;
    shiftEnd = loaded.shiftEnd;
    fixedCents = loaded.fixedCents;
    centsPerMetre = loaded.centsPerMetre;
    centsPerMilli = loaded.centsPerMilli;
    free = loaded.free;
    tourCents = loaded.tourCents;
    tourMetres = loaded.tourMetres;
    waitedCents = loaded.waitedCents;
    leaves = loaded.leaves;
    waited = loaded.waited;
    sleep = loaded.sleep;
    cents = loaded.cents;
    metres = loaded.metres;
  }

  /** As {@link TourClock#load}. */
  double load(int newVehicle, int[] newNodes, int newSize) {
    vehicle = newVehicle;
    nodes = newNodes;
    size = newSize;
    Vehicle van = model.vehicle(vehicle);
    committed = model.committed(vehicle).length;
    used = size > 0 || model.isUnderway(vehicle);
    begins = model.placeOfStart(vehicle);
    ends = model.placeOfEnd(vehicle);
    shiftStart = model.shiftStartMillis(vehicle);
    shiftEnd = model.shiftEndMillis(vehicle);
    fixedCents = van.prices().fixedCents();
    centsPerMetre = van.prices().centsPerKilometre() / 1000.0;
    centsPerMilli = van.prices().centsPerHour() / MILLIS_AN_HOUR;
    measureRoom();
    reserve(size + 1);
    boolean kept = true;
    leaves[0] = shiftStart;
    waited[0] = 0;
    sleep[0] = model.isUnderway(vehicle) ? 0 : Long.MAX_VALUE;
    cents[0] = fixedCents;
    metres[0] = 0;
    int at = begins;
    for (int i = 0; i < size; i++) {
      int node = nodes[i];
      kept &= visit(node, at, i) && model.allows(node, vehicle);
      at = model.placeOfOrder(node);
    }
    if (!used) {
      tourMetres = 0;
      waitedCents = 0;
      millis = 0;
      tourCents = 0;
      return 0;
    }
    tourMetres = metres[size] + model.metres(vehicle, at, ends);
    long end = leaves[size] + model.travelMillis(vehicle, at, ends);
    kept &= end <= shiftEnd && fits(RouteModel.NONE);
    long idle = Math.min(sleep[size], waited[size]);
    waitedCents = (waited[size] - idle) * centsPerMilli;
    millis = end - shiftStart - idle;
    tourCents =
        cents[size]
            + tourMetres * centsPerMetre
            + millis * centsPerMilli
            + (kept ? 0 : TourClock.BROKEN_CENTS);
    return tourCents;
  }

  /** Finds the capacity that the tour leaves in each dimension. */
  private void measureRoom() {
    for (int dimension = 0; dimension < free.length; dimension++) {
      double room = model.capacity(dimension, vehicle) + LOAD_TOLERANCE;
      for (int i = 0; i < size; i++) {
        room -= model.load(dimension, nodes[i]);
      }
      free[dimension] = room;
    }
  }

  private boolean fits(int order) {
    boolean fits = true;
    for (int dimension = 0; dimension < free.length; dimension++) {
      double more = order == RouteModel.NONE ? 0 : model.load(dimension, order);
      fits &= more <= free[dimension];
    }
    return fits;
  }

  private void reserve(int count) {
    if (count >= leaves.length) {
      int longer = 2 * count;
      leaves = new long[longer];
      waited = new long[longer];
      sleep = new long[longer];
      cents = new double[longer];
      metres = new double[longer];
    }
  }

  /** Goes from state {@code i} to state {@code i + 1}; false when a hard window is missed. */
  private boolean visit(int node, int from, int i) {
    int place = model.placeOfOrder(node);
    metres[i + 1] = metres[i] + model.metres(vehicle, from, place);
    long arrival = leaves[i] + model.travelMillis(vehicle, from, place);
    long start = model.serviceStart(node, arrival);
    long left = model.closes(node, start) - start;
    waited[i + 1] = waited[i] + start - arrival;
    sleep[i + 1] = Math.min(sleep[i], waited[i + 1] + Math.max(0, left));
    boolean kept = left >= 0 || !model.isHard(node) || i < committed;
    cents[i + 1] = cents[i] + model.movedCents(node, vehicle) + (kept ? lateCents(node, left) : 0);
    leaves[i + 1] = start + model.serviceMillis(node, vehicle);
    return kept;
  }

  private double lateCents(int node, long left) {
    return left >= 0 ? 0 : -left / MILLIS_A_MINUTE * model.centsPerLateMinute(node, vehicle);
  }

  /** From departure to return. */
  long millis() {
    return millis;
  }

  /** As {@link TourClock#findInsertion(int, double, int)}. */
  @Nullable Placement findInsertion(int order, double limit, int from) {
    position = RouteModel.NONE;
    deltaCents = limit;
    if (!fits(order) || !model.allows(order, vehicle) || tourCents >= TourClock.BROKEN_CENTS) {
      return null;
    }
    for (int at = Math.max(from, committed); at <= size; at++) {
      tryAt(order, at);
    }
    return position == RouteModel.NONE
        ? null
        : new Placement(order, position, RouteModel.NONE, position);
  }

  private void tryAt(int order, int at) {
    int place = model.placeOfOrder(order);
    int before = at == 0 ? begins : model.placeOfOrder(nodes[at - 1]);
    int after = at == size ? ends : model.placeOfOrder(nodes[at]);
    double extra = model.metres(vehicle, before, place) + model.metres(vehicle, place, after);
    if (used) {
      extra -= model.metres(vehicle, before, after);
    }
    double least = extra * centsPerMetre + (used ? 0 : fixedCents);
    if (least >= deltaCents) {
      return;
    }
    long paid = paidMillis(order, before, after);
    least += paid < 0 ? Double.NEGATIVE_INFINITY : paid * centsPerMilli - waitedCents;
    long time = leaves[at];
    long waits = waited[at];
    long idle = sleep[at];
    double other = cents[at];
    int from = before;
    int node = order;
    for (int i = at; i <= size; i++) {
      place = model.placeOfOrder(node);
      long arrival = time + model.travelMillis(vehicle, from, place);
      long start = model.serviceStart(node, arrival);
      long left = model.closes(node, start) - start;
      if (left < 0) {
        if (model.isHard(node)) {
          return;
        }
        other += lateCents(node, left);
      }
      other += model.movedCents(node, vehicle);
      waits += start - arrival;
      idle = Math.min(idle, waits + Math.max(0, left));
      time = start + model.serviceMillis(node, vehicle);
      if (least + other - cents[i] >= deltaCents) {
        return;
      }
      from = place;
      node = i < size ? nodes[i] : RouteModel.NONE;
    }
    long end = time + model.travelMillis(vehicle, from, ends);
    if (end > shiftEnd) {
      return;
    }
    double delta =
        other
            + (tourMetres + extra) * centsPerMetre
            + (end - shiftStart - Math.min(idle, waits)) * centsPerMilli
            - tourCents;
    if (delta < deltaCents) {
      deltaCents = delta;
      position = at;
    }
  }

  /** Driving and service that an order adds; waiting aside, they are paid. */
  private long paidMillis(int order, int before, int after) {
    int place = model.placeOfOrder(order);
    long extra =
        model.travelMillis(vehicle, before, place)
            + model.serviceMillis(order, vehicle)
            + model.travelMillis(vehicle, place, after);
    return used ? extra - model.travelMillis(vehicle, before, after) : extra;
  }

  /** What the insertion found last costs. */
  double deltaCents() {
    return deltaCents;
  }
}

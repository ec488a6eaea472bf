package io.gemba.routes.search;

import io.gemba.routes.RouteRequest.Prices;
import io.gemba.routes.model.Drive;
import io.gemba.routes.model.RouteModel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Prices one vehicle's tour with one more order in it, without building it; where nothing but
 * deliveries is asked, by {@link PlainClock}. The state after each node is kept, and the latest
 * arrival at each node from which the rest can still be in time, so that most positions cost two
 * additions: those whose way alone is too dear, and those that make the rest late. What remains is
 * driven from the position on; with breaks, whose place depends on the whole tour, from the start,
 * and then the states kept are those without breaks.
 */
final class TourClock {
  /** What a tour that breaks a hard rule costs on top: more than any plan. */
  static final double BROKEN_CENTS = 1e13;

  private final RouteModel model;
  private final PlainClock plain;
  private final Drive trial;
  private boolean isPlain;
  private int vehicle;
  private int[] nodes = {};
  private int size;
  private int begins;
  private int ends;
  private boolean used;
  private boolean hasBreaks;
  private double fixedCents;
  private double centsPerMetre;
  private double tourCents;
  private long tourMillis;

  /** State before each node, and at the end. */
  private Drive[] states = {};

  /** Latest arrival at each node, and at the end, that lets the rest keep its hard windows. */
  private long[] latest = {};

  private int[] longer = {};
  private double deltaCents;
  private int first;
  private int firstAt;
  private int second;
  private int secondAt;

  TourClock(RouteModel model) {
    this(model, new PlainClock(model));
  }

  private TourClock(RouteModel model, PlainClock plain) {
    this.model = model;
    this.plain = plain;
    trial = new Drive(model);
  }

  /**
   * A clock that has taken up the same tour.
   *
   * @param longer the other's model with one more order
   */
  TourClock(TourClock loaded, RouteModel longer) {
    this(longer, new PlainClock(loaded.plain, longer));
    isPlain = loaded.isPlain && longer.isPlain(loaded.vehicle);
    if (loaded.isPlain && !isPlain) {
      load(loaded.vehicle, loaded.nodes, loaded.size);
      return;
    }
    vehicle = loaded.vehicle;
    nodes = loaded.nodes;
    size = loaded.size;
    begins = loaded.begins;
    ends = loaded.ends;
    used = loaded.used;
    hasBreaks = loaded.hasBreaks;
    fixedCents = loaded.fixedCents;
    centsPerMetre = loaded.centsPerMetre;
    tourCents = loaded.tourCents;
    states = loaded.states;
    latest = loaded.latest;
    this.longer = new int[size + 2];
  }

  /**
   * Takes up a tour.
   *
   * @param nodes in order of visit, the first {@code size} count; not copied
   * @return its cost in cents, 0 when unused; {@link #BROKEN_CENTS} more when it breaks a hard rule
   */
  double load(int vehicle, int[] nodes, int size) {
    this.vehicle = vehicle;
    this.nodes = nodes;
    this.size = size;
    isPlain = model.isPlain(vehicle);
    if (isPlain) {
      tourCents = plain.load(vehicle, nodes, size);
      tourMillis = plain.millis();
      return tourCents;
    }
    Prices prices = model.vehicle(vehicle).prices();
    begins = model.placeOfStart(vehicle);
    ends = model.placeOfEnd(vehicle);
    used = size > 0 || model.isUnderway(vehicle);
    hasBreaks = model.hasBreaks(vehicle);
    fixedCents = prices.fixedCents();
    centsPerMetre = prices.centsPerKilometre() / 1000.0;
    reserve(size + 2);
    states[0].beginUnbroken(vehicle);
    for (int i = 0; i < size; i++) {
      states[i + 1].copy(states[i]);
      states[i + 1].visit(nodes[i]);
    }
    latest();
    if (!used) {
      tourCents = 0;
      tourMillis = 0;
      return 0;
    }
    if (hasBreaks) {
      driveAll(nodes, size);
    } else {
      trial.copy(states[size]);
    }
    trial.end();
    tourMillis = trial.millis();
    tourCents = trial.cents() + (trial.kept() ? 0 : BROKEN_CENTS);
    return tourCents;
  }

  private void driveAll(int[] all, int count) {
    trial.begin(vehicle, all, count);
    for (int i = 0; i < count; i++) {
      trial.visit(all[i]);
    }
  }

  private void latest() {
    long by = model.shiftEndMillis(vehicle);
    latest[size] = by;
    int follower = ends;
    for (int i = size - 1; i >= 0; i--) {
      int node = nodes[i];
      int place = model.placeOf(node, vehicle);
      by = model.departure(vehicle, place, follower, by) - model.serviceMillis(node, vehicle);
      by = model.latestStart(node, by);
      latest[i] = by;
      follower = place;
    }
  }

  private void reserve(int count) {
    if (count > states.length) {
      int from = states.length;
      states = Arrays.copyOf(states, 2 * count);
      for (int i = from; i < states.length; i++) {
        states[i] = new Drive(model);
      }
      latest = new long[2 * count];
      longer = new int[2 * count];
    }
  }

  /**
   * Finds the cheapest place of one more order that keeps every hard rule.
   *
   * @param limit places that cost as much or more are not looked for
   * @return null when there is none
   */
  @Nullable Placement findInsertion(int order, double limit) {
    return findInsertion(order, limit, 0);
  }

  /**
   * Finds the cheapest of the later places.
   *
   * @param from position looked at first; nodes before it stay before the order
   */
  @Nullable Placement findInsertion(int order, double limit, int from) {
    if (isPlain) {
      Placement placement = plain.findInsertion(order, limit, from);
      deltaCents = plain.deltaCents();
      return placement;
    }
    deltaCents = limit;
    first = RouteModel.NONE;
    if (!model.allows(order, vehicle) || tourCents >= BROKEN_CENTS) {
      return null;
    }
    int pickup = model.pickupOf(order);
    boolean reloads = model.mostReloads(vehicle) > 0;
    for (int at = Math.max(from, model.committed(vehicle).length); at <= size; at++) {
      if (pickup != RouteModel.NONE) {
        tryPair(pickup, order, at);
      } else {
        trySingle(order, at);
        if (reloads) {
          tryWithReload(model.reload(), order, at);
          tryWithReload(order, model.reload(), at);
        }
      }
    }
    return first == RouteModel.NONE ? null : new Placement(first, firstAt, second, secondAt);
  }

  private int placeBefore(int at) {
    return at == 0 ? begins : model.placeOf(nodes[at - 1], vehicle);
  }

  private int placeAt(int at) {
    return at == size ? ends : model.placeOf(nodes[at], vehicle);
  }

  /** Length that is saved when the way to a position is not driven. */
  private double saved(int at) {
    return used ? model.metres(vehicle, placeBefore(at), placeAt(at)) : 0;
  }

  private boolean isTooDear(double extraMetres) {
    return extraMetres * centsPerMetre + (used ? 0 : fixedCents) >= deltaCents;
  }

  private void trySingle(int node, int at) {
    int before = placeBefore(at);
    int place = model.placeOf(node, vehicle);
    int after = placeAt(at);
    if (isTooDear(
        model.metres(vehicle, before, place) + model.metres(vehicle, place, after) - saved(at))) {
      return;
    }
    long leaves = leaves(states[at].time(), before, node);
    if (leaves == Long.MAX_VALUE || model.arrival(vehicle, place, after, leaves) > latest[at]) {
      return;
    }
    price(node, at, RouteModel.NONE, at);
  }

  /** When the vehicle leaves a node; {@code Long.MAX_VALUE} when its hard window is missed. */
  private long leaves(long time, int from, int node) {
    int place = model.placeOf(node, vehicle);
    long start = model.serviceStart(node, model.arrival(vehicle, from, place, time));
    return start > model.latestStart(node, start)
        ? Long.MAX_VALUE
        : start + model.serviceMillis(node, vehicle);
  }

  private void tryWithReload(int one, int other, int at) {
    int before = placeBefore(at);
    int place = model.placeOf(one, vehicle);
    int next = model.placeOf(other, vehicle);
    double extra =
        model.metres(vehicle, before, place)
            + model.metres(vehicle, place, next)
            + model.metres(vehicle, next, placeAt(at))
            - saved(at);
    if (!isTooDear(extra)) {
      price(one, at, other, at);
    }
  }

  /** Tries all places of the delivery behind a place of the pickup. */
  private void tryPair(int pickup, int delivery, int at) {
    int before = placeBefore(at);
    int fetched = model.placeOf(pickup, vehicle);
    int brought = model.placeOf(delivery, vehicle);
    long time = leaves(states[at].time(), before, pickup);
    if (time == Long.MAX_VALUE) {
      return;
    }
    double toPickup = model.metres(vehicle, before, fetched);
    if (!isTooDear(
        toPickup
            + model.metres(vehicle, fetched, brought)
            + model.metres(vehicle, brought, placeAt(at))
            - saved(at))) {
      price(pickup, at, delivery, at);
    }
    double extra =
        at == size ? 0 : toPickup + model.metres(vehicle, fetched, placeAt(at)) - saved(at);
    int from = fetched;
    for (int to = at + 1; to <= size; to++) {
      int node = nodes[to - 1];
      long arrives = model.arrival(vehicle, from, model.placeOf(node, vehicle), time);
      if (arrives > latest[to - 1]) {
        return;
      }
      time = model.serviceStart(node, arrives) + model.serviceMillis(node, vehicle);
      from = model.placeOf(node, vehicle);
      double detour =
          model.metres(vehicle, from, brought)
              + model.metres(vehicle, brought, placeAt(to))
              - saved(to);
      if (!isTooDear(extra + detour)) {
        long leaves = leaves(time, from, delivery);
        if (leaves != Long.MAX_VALUE
            && model.arrival(vehicle, brought, placeAt(to), leaves) <= latest[to]) {
          price(pickup, at, delivery, to);
        }
      }
    }
  }

  /** Drives the tour with one or two nodes more, and keeps where they are if it is the cheapest. */
  private void price(int one, int oneAt, int other, int otherAt) {
    if (hasBreaks) {
      int count = new Placement(one, oneAt, other, otherAt).into(nodes, size, longer);
      driveAll(longer, count);
    } else {
      trial.copy(states[oneAt]);
      trial.visit(one);
      for (int i = oneAt; i < otherAt; i++) {
        trial.visit(nodes[i]);
      }
      if (other != RouteModel.NONE) {
        trial.visit(other);
      }
      for (int i = otherAt; i < size; i++) {
        trial.visit(nodes[i]);
      }
    }
    trial.end();
    double delta = trial.cents() - tourCents;
    if (delta < deltaCents && trial.kept()) {
      deltaCents = delta;
      first = one;
      firstAt = oneAt;
      second = other;
      secondAt = otherAt;
    }
  }

  /** From departure to return of the tour it took up; 0 when unused. */
  long millis() {
    return tourMillis;
  }

  /** What the insertion found last costs. */
  double deltaCents() {
    return deltaCents;
  }
}

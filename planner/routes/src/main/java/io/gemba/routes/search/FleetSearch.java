package io.gemba.routes.search;

import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tours;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * String removals, blinking insertion and annealing (Christiaens and Vanden Berghe 2020) on the
 * full model: every change is priced exactly, an order that costs more than its loss stays out, and
 * of empty vehicles that are alike only one is tried.
 */
final class FleetSearch {
  private static final double BLINK = 0.01;
  private static final int MEAN_REMOVED = 10;
  private static final int LONGEST_STRING = 10;
  private static final int ASKED = 40;

  /** How often vehicles that are not alike exchange their tours. */
  private static final double EXCHANGE = 0.05;

  /** Share of the ruins that begin at a sore point, where there are any. */
  private static final double SORE_SHARE = 0.75;

  private static final double FIRST_SHARE = 0.3;
  private static final double LAST_SHARE = 0.002;

  private final RouteModel model;
  private final FleetPlan plan;
  private final SplittableRandom random;
  private final Nearness nearness;
  private final int[] likeness;
  private final double scaleCents;
  private final boolean mixed;
  private final int[] sore;

  private final int[] removed;
  private int removedCount;
  private final int[] touchedAt;
  private final int[] touched;
  private final int[][] oldTours;
  private final int[] oldSize;
  private final double[] oldCents;
  private int touchedCount;
  private int step;
  private final int[] ruinedAt;
  private final int[] emptyTriedAt;
  private final int[] nearAt;
  private int insertion;
  private int bestVehicle;
  private @Nullable Placement bestPlacement;
  private double bestCents;

  FleetSearch(RouteModel model, Nearness nearness, Tours start, long seed) {
    this(model, nearness, new FleetPlanner.Start(start, 0), seed);
  }

  /**
   * @param start whose sore points are looked at most
   */
  FleetSearch(RouteModel model, Nearness nearness, FleetPlanner.Start start, long seed) {
    this.model = model;
    plan = new FleetPlan(model, start.tours());
    sore = start.sore();
    random = new SplittableRandom(seed);
    this.nearness = nearness;
    likeness = nearness.likeness;
    mixed = Arrays.stream(likeness).distinct().count() > 1;
    removed = new int[model.orders()];
    int vehicles = model.vehicles();
    touchedAt = new int[vehicles];
    touched = new int[vehicles];
    oldTours = new int[vehicles][0];
    oldSize = new int[vehicles];
    oldCents = new double[vehicles];
    ruinedAt = new int[vehicles];
    emptyTriedAt = new int[vehicles];
    nearAt = new int[vehicles];
    scaleCents = Math.max(1, meanTourCents() / 10);
  }

  private double meanTourCents() {
    double sum = 0;
    int used = 0;
    for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
      if (plan.size[vehicle] > 0 && plan.tourCents[vehicle] < TourClock.BROKEN_CENTS) {
        sum += plan.tourCents[vehicle] - model.vehicle(vehicle).prices().fixedCents();
        used += plan.size[vehicle];
      }
    }
    return used == 0 ? 1_000 : 10 * sum / used;
  }

  double cents() {
    return plan.cents();
  }

  Tours tours() {
    return plan.tours();
  }

  /**
   * Makes what is left out dearer, so that hard orders come in and easy ones wait (Christiaens and
   * Vanden Berghe 2020, section 5.4).
   *
   * @return how many orders are left out
   */
  int raiseLosses(double byCents) {
    return plan.raiseLosses(byCents);
  }

  /** Brings what can be brought into a plan, without taking anything out. */
  void fill() {
    step++;
    removedCount = 0;
    for (int order = 0; order < model.orders(); order++) {
      if (plan.vehicleOf[order] == FleetPlan.NOBODY) {
        removed[removedCount++] = order;
      }
    }
    sort();
    for (int i = 0; i < removedCount; i++) {
      insert(removed[i], 0);
    }
  }

  /**
   * One ruin and recreate.
   *
   * @param progress share of the search that is over
   */
  void step(double progress) {
    step++;
    touchedCount = 0;
    removedCount = 0;
    double before = plan.cents();
    if (mixed && random.nextDouble() < EXCHANGE) {
      exchange();
    } else {
      ruin(sore.length > 0 && random.nextDouble() < SORE_SHARE);
      for (int order : openSample()) {
        removed[removedCount++] = order;
      }
      sort();
      for (int i = 0; i < removedCount; i++) {
        insert(removed[i], BLINK);
      }
    }
    double temperature = scaleCents * FIRST_SHARE * Math.pow(LAST_SHARE / FIRST_SHARE, progress);
    double limit = before - temperature * Math.log(1 - random.nextDouble());
    if (!(plan.cents() < limit)) {
      rollback();
      plan.restoreCents(before);
    }
  }

  /** Gives a tour to another vehicle, and takes that one's for it. */
  private void exchange() {
    int vehicle = plan.vehicleOf[random.nextInt(model.orders())];
    int other = random.nextInt(model.vehicles());
    if (vehicle != FleetPlan.NOBODY
        && likeness[vehicle] != likeness[other]
        && model.vehicle(other).available()) {
      touch(vehicle);
      touch(other);
      plan.exchange(vehicle, other);
    }
  }

  /** Some of the orders that were nobody's before the ruin; all when they are few. */
  private int[] openSample() {
    int[] open = new int[2 * MEAN_REMOVED];
    int count = 0;
    int from = random.nextInt(model.orders());
    for (int i = 0; i < model.orders() && count < open.length; i++) {
      int order = (from + i) % model.orders();
      if (plan.vehicleOf[order] == FleetPlan.NOBODY && !isRemoved(order)) {
        open[count++] = order;
      }
    }
    return Arrays.copyOf(open, count);
  }

  private boolean isRemoved(int order) {
    for (int i = 0; i < removedCount; i++) {
      if (removed[i] == order) {
        return true;
      }
    }
    return false;
  }

  private void ruin(boolean isAtSore) {
    int served = 0;
    int used = 0;
    for (int size : plan.size) {
      served += size;
      used += size > 0 ? 1 : 0;
    }
    double longest = Math.min(LONGEST_STRING, Math.max(1, (double) served / Math.max(1, used)));
    int strings = 1 + (int) (random.nextDouble() * (4 * MEAN_REMOVED / (1 + longest) - 1));
    int first = isAtSore ? sore[random.nextInt(sore.length)] : random.nextInt(model.orders());
    for (int order : nearness.near(first)) {
      int vehicle = plan.vehicleOf[order];
      if (vehicle == FleetPlan.NOBODY || ruinedAt[vehicle] == step || model.isCommitted(order)) {
        continue;
      }
      ruinedAt[vehicle] = step;
      touch(vehicle);
      int fixed = model.committed(vehicle).length;
      int free = plan.size[vehicle] - fixed;
      int length = 1 + random.nextInt(Math.max(1, (int) Math.min(free, longest)));
      int index = plan.indexOf(order) - fixed;
      int start = Math.min(Math.max(0, index - random.nextInt(length)), free - length);
      take(vehicle, fixed + start, length);
      if (--strings == 0) {
        break;
      }
    }
  }

  /** Takes a string out, half of the time with one node in its middle left in. */
  private void take(int vehicle, int from, int length) {
    int kept = length > 2 && random.nextBoolean() ? 1 + random.nextInt(length - 2) : -1;
    for (int i = 0; i < length; i++) {
      int node = plan.tours[vehicle][from + i];
      if (i != kept && node != model.reload()) {
        int order = model.orderOf(node);
        if (plan.vehicleOf[order] != FleetPlan.NOBODY) {
          plan.take(order);
          removed[removedCount++] = order;
        }
      }
    }
    plan.close(vehicle);
  }

  private void touch(int vehicle) {
    if (touchedAt[vehicle] == step) {
      return;
    }
    touchedAt[vehicle] = step;
    touched[touchedCount++] = vehicle;
    int size = plan.size[vehicle];
    if (oldTours[vehicle].length < size) {
      oldTours[vehicle] = new int[size * 2];
    }
    System.arraycopy(plan.tours[vehicle], 0, oldTours[vehicle], 0, size);
    oldSize[vehicle] = size;
    oldCents[vehicle] = plan.tourCents[vehicle];
    plan.remember(vehicle);
  }

  private void rollback() {
    for (int i = 0; i < removedCount; i++) {
      plan.vehicleOf[removed[i]] = FleetPlan.NOBODY;
    }
    for (int i = 0; i < touchedCount; i++) {
      int vehicle = touched[i];
      plan.restore(vehicle, oldTours[vehicle], oldSize[vehicle], oldCents[vehicle]);
    }
  }

  /** Dearest loss, longest way, earliest window or chance first. */
  private void sort() {
    int kind = random.nextInt(4);
    long[] keys = new long[removedCount];
    for (int i = 0; i < removedCount; i++) {
      int order = removed[i];
      long key =
          switch (kind) {
            case 0 -> random.nextInt(1 << 20);
            case 1 -> (1L << 30) - (long) Math.min(1 << 30, plan.lossCents(order));
            case 2 -> model.order(order).window().end().getEpochSecond() & 0x3FFFFFFF;
            default -> (1L << 30) - (long) (1000 * (model.order(order).boxes() + 1)) % (1L << 30);
          };
      keys[i] = key << 32 | order;
    }
    Arrays.sort(keys);
    for (int i = 0; i < removedCount; i++) {
      removed[i] = (int) keys[i];
    }
  }

  /**
   * Inserts an order where it is cheapest, if that is cheaper than to lose it. First the vehicles
   * that visit something near are asked, the nearest first, so that most places of the next are too
   * dear at a glance, and an empty one of each kind; all others only when none of those can.
   */
  private void insert(int order, double blink) {
    insertion++;
    bestVehicle = -1;
    bestPlacement = null;
    bestCents = plan.lossCents(order);
    int[] near = nearness.near(order);
    for (int i = 0; i < Math.min(ASKED, near.length); i++) {
      int vehicle = plan.vehicleOf[near[i]];
      if (vehicle != FleetPlan.NOBODY && nearAt[vehicle] != insertion) {
        nearAt[vehicle] = insertion;
        ask(vehicle, order, blink);
      }
    }
    for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
      if (plan.size[vehicle] == 0 && model.allows(order, vehicle) && isFirstEmpty(vehicle)) {
        ask(vehicle, order, blink);
      }
    }
    boolean asksAll = blink == 0 || bestVehicle < 0;
    for (int vehicle = 0; asksAll && vehicle < model.vehicles(); vehicle++) {
      if (plan.size[vehicle] > 0 && nearAt[vehicle] != insertion) {
        ask(vehicle, order, 0);
      }
    }
    if (bestPlacement != null) {
      touch(bestVehicle);
      plan.insert(bestVehicle, order, bestPlacement);
    }
  }

  private void ask(int vehicle, int order, double blink) {
    if (!model.allows(order, vehicle) || (blink > 0 && random.nextDouble() < blink)) {
      return;
    }
    TourClock clock = plan.clock(vehicle);
    double limit = plan.isBalanced() ? TourClock.BROKEN_CENTS : bestCents;
    Placement placement = clock.findInsertion(order, limit);
    double cents = placement == null ? limit : plan.insertionCents(vehicle, placement);
    if (placement != null && cents < bestCents) {
      bestCents = cents;
      bestVehicle = vehicle;
      bestPlacement = placement;
    }
  }

  private boolean isFirstEmpty(int vehicle) {
    int first = likeness[vehicle];
    boolean isFirst = emptyTriedAt[first] != insertion;
    emptyTriedAt[first] = insertion;
    return isFirst;
  }
}

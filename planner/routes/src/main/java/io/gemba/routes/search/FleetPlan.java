package io.gemba.routes.search;

import io.gemba.routes.RouteRequest.Balance;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import io.gemba.routes.model.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan that changes: one row of nodes a vehicle, and the vehicle of each order. */
final class FleetPlan {
  /** Vehicle of an order that nobody brings. */
  static final int NOBODY = -1;

  private final RouteModel model;
  private final TourClock[] clocks;
  private final TourClock trial;
  private final boolean[] stale;
  private final double[] lossCents;
  final int[][] tours;
  final int[] size;
  final double[] tourCents;
  final int[] vehicleOf;
  private final @Nullable Balance balance;
  private final double[] work;
  private final double[] oldWork;
  private final boolean[] used;
  private double unevenCents;
  private double cents;

  FleetPlan(RouteModel model, Tours start) {
    this.model = model;
    clocks = new TourClock[model.vehicles()];
    trial = new TourClock(model);
    stale = new boolean[model.vehicles()];
    lossCents = new double[model.orders()];
    tours = new int[model.vehicles()][];
    size = new int[model.vehicles()];
    tourCents = new double[model.vehicles()];
    vehicleOf = new int[model.orders()];
    balance = model.request().balance();
    work = new double[model.vehicles()];
    oldWork = new double[model.vehicles()];
    used = new boolean[model.vehicles()];
    Arrays.fill(vehicleOf, NOBODY);
    for (int order = 0; order < vehicleOf.length; order++) {
      lossCents[order] = model.order(order).undeliveredCents();
      cents += lossCents[order];
    }
    for (Tour tour : start.tours()) {
      int vehicle = tour.vehicle();
      tours[vehicle] = Arrays.copyOf(tour.nodes(), Math.max(8, tour.size()));
      size[vehicle] = tour.size();
      for (int i = 0; i < tour.size(); i++) {
        if (!tour.isReload(i) && vehicleOf[tour.order(i)] == NOBODY) {
          vehicleOf[tour.order(i)] = vehicle;
          cents -= lossCents[tour.order(i)];
        }
      }
      clocks[vehicle] = new TourClock(model);
      reprice(vehicle);
    }
  }

  /** Cost of all tours and of what is undelivered. */
  double cents() {
    return cents;
  }

  /** What the plan pays for an order that nobody brings. */
  double lossCents(int order) {
    return lossCents[order];
  }

  /** Makes each order that nobody brings dearer, so that it is more wanted; how many they are. */
  int raiseLosses(double byCents) {
    int open = 0;
    for (int order = 0; order < vehicleOf.length; order++) {
      if (vehicleOf[order] == NOBODY) {
        lossCents[order] += byCents;
        cents += byCents;
        open++;
      }
    }
    return open;
  }

  /** A clock that has taken up the vehicle's tour. */
  TourClock clock(int vehicle) {
    if (stale[vehicle]) {
      stale[vehicle] = false;
      clocks[vehicle].load(vehicle, tours[vehicle], size[vehicle]);
    }
    return clocks[vehicle];
  }

  /** Position of an order's last node in its tour. */
  int indexOf(int order) {
    int[] tour = tours[vehicleOf[order]];
    int index = 0;
    while (tour[index] != order) {
      index++;
    }
    return index;
  }

  /** Makes an order nobody's; {@link #close} its tour when all are taken. */
  void take(int order) {
    vehicleOf[order] = NOBODY;
    cents += lossCents[order];
  }

  /** Drops the nodes of orders that were taken, and reloads that are not needed any more. */
  void close(int vehicle) {
    int[] tour = tours[vehicle];
    int count = 0;
    boolean reloads = false;
    for (int i = 0; i < size[vehicle]; i++) {
      boolean isReload = tour[i] == model.reload();
      if (isReload || vehicleOf[model.orderOf(tour[i])] != NOBODY) {
        tour[count++] = tour[i];
        reloads |= isReload;
      }
    }
    size[vehicle] = count;
    if (reloads) {
      dropReloads(vehicle);
    }
    reprice(vehicle);
  }

  private void dropReloads(int vehicle) {
    TourClock clock = clocks[vehicle];
    double before = clock.load(vehicle, tours[vehicle], size[vehicle]);
    for (int i = size[vehicle] - 1; i >= 0; i--) {
      if (tours[vehicle][i] == model.reload()) {
        int[] shorter = new int[tours[vehicle].length];
        System.arraycopy(tours[vehicle], 0, shorter, 0, i);
        System.arraycopy(tours[vehicle], i + 1, shorter, i, size[vehicle] - i - 1);
        double without = clock.load(vehicle, shorter, size[vehicle] - 1);
        if (without <= before) {
          before = without;
          tours[vehicle] = shorter;
          size[vehicle]--;
        }
      }
    }
  }

  /** Puts an order that nobody brings into a tour. */
  void insert(int vehicle, int order, Placement placement) {
    if (size[vehicle] + 2 > tours[vehicle].length) {
      tours[vehicle] = Arrays.copyOf(tours[vehicle], size[vehicle] * 2 + 2);
    }
    int[] longer = new int[tours[vehicle].length];
    size[vehicle] = placement.into(tours[vehicle], size[vehicle], longer);
    tours[vehicle] = longer;
    vehicleOf[order] = vehicle;
    cents -= lossCents[order];
    reprice(vehicle);
  }

  /** Exchanges what two vehicles serve after what they are committed to. */
  void exchange(int vehicle, int other) {
    int[] first = free(vehicle);
    int[] second = free(other);
    take(vehicle, second);
    take(other, first);
  }

  private int[] free(int vehicle) {
    return Arrays.copyOfRange(tours[vehicle], model.committed(vehicle).length, size[vehicle]);
  }

  private void take(int vehicle, int[] nodes) {
    int committed = model.committed(vehicle).length;
    int[] changed = Arrays.copyOf(tours[vehicle], Math.max(8, committed + nodes.length));
    System.arraycopy(nodes, 0, changed, committed, nodes.length);
    tours[vehicle] = changed;
    size[vehicle] = committed + nodes.length;
    for (int node : nodes) {
      if (node != model.reload()) {
        vehicleOf[model.orderOf(node)] = vehicle;
      }
    }
    reprice(vehicle);
  }

  /** Puts a tour back as it was. */
  void restore(int vehicle, int[] nodes, int count, double oldCents) {
    for (int i = 0; i < count; i++) {
      if (nodes[i] != model.reload()) {
        vehicleOf[model.orderOf(nodes[i])] = vehicle;
      }
    }
    if (tours[vehicle].length < count) {
      tours[vehicle] = new int[count * 2];
    }
    System.arraycopy(nodes, 0, tours[vehicle], 0, count);
    size[vehicle] = count;
    tourCents[vehicle] = oldCents;
    work[vehicle] = oldWork[vehicle];
    used[vehicle] = count > 0 || model.isUnderway(vehicle);
    stale[vehicle] = true;
  }

  void restoreCents(double old) {
    cents = old;
    unevenCents = balance == null ? 0 : Work.cents(balance, work, used);
  }

  private void reprice(int vehicle) {
    double now = clocks[vehicle].load(vehicle, tours[vehicle], size[vehicle]);
    stale[vehicle] = false;
    cents += now - tourCents[vehicle];
    tourCents[vehicle] = now;
    if (balance != null) {
      measure(vehicle, clocks[vehicle], tours[vehicle], size[vehicle], balance);
      double uneven = Work.cents(balance, work, used);
      cents += uneven - unevenCents;
      unevenCents = uneven;
    }
  }

  private void measure(int vehicle, TourClock clock, int[] nodes, int count, Balance priced) {
    used[vehicle] = count > 0 || model.isUnderway(vehicle);
    work[vehicle] = Work.of(model, nodes, count, priced.measure(), clock.millis());
  }

  /** Whether an insertion costs more, or less, than its tour: uneven work has a price. */
  boolean isBalanced() {
    return balance != null;
  }

  /** What one more order costs, uneven work included. */
  double insertionCents(int vehicle, Placement placement) {
    TourClock clock = clock(vehicle);
    if (balance == null) {
      return clock.deltaCents();
    }
    double tour = clock.deltaCents();
    double before = work[vehicle];
    boolean wasUsed = used[vehicle];
    int[] longer = placement.into(tours[vehicle], size[vehicle]);
    trial.load(vehicle, longer, longer.length);
    measure(vehicle, trial, longer, longer.length, balance);
    double uneven = Work.cents(balance, work, used) - unevenCents;
    work[vehicle] = before;
    used[vehicle] = wasUsed;
    return tour + uneven;
  }

  /** Remembers what is not in a tour's nodes, for {@link #restore}. */
  void remember(int vehicle) {
    oldWork[vehicle] = work[vehicle];
  }

  /** A copy that does not change. */
  Tours tours() {
    List<Tour> list = new ArrayList<>();
    for (int vehicle = 0; vehicle < tours.length; vehicle++) {
      list.add(Tour.of(model, vehicle, Arrays.copyOf(tours[vehicle], size[vehicle])));
    }
    return Tours.of(model, list);
  }
}

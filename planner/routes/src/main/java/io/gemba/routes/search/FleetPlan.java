package io.gemba.routes.search;

import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plan that changes: one row of orders a vehicle, and the vehicle of each order. */
final class FleetPlan {
  /** Vehicle of an order that nobody brings. */
  static final int NOBODY = -1;

  private final RouteModel model;
  private final TourClock clock;
  final int[][] tours;
  final int[] size;
  final double[] tourCents;
  final int[] vehicleOf;
  private double cents;

  FleetPlan(RouteModel model, Tours start) {
    this.model = model;
    clock = new TourClock(model);
    tours = new int[model.vehicles()][];
    size = new int[model.vehicles()];
    tourCents = new double[model.vehicles()];
    vehicleOf = new int[model.orders()];
    Arrays.fill(vehicleOf, NOBODY);
    for (int order = 0; order < vehicleOf.length; order++) {
      cents += model.order(order).undeliveredCents();
    }
    for (Tour tour : start.tours()) {
      int vehicle = tour.vehicle();
      tours[vehicle] = Arrays.copyOf(tour.orders(), Math.max(8, tour.size()));
      size[vehicle] = tour.size();
      for (int i = 0; i < tour.size(); i++) {
        vehicleOf[tour.order(i)] = vehicle;
        cents -= model.order(tour.order(i)).undeliveredCents();
      }
      reprice(vehicle);
    }
  }

  /** Cost of all tours and of what is undelivered. */
  double cents() {
    return cents;
  }

  int indexOf(int order) {
    int[] tour = tours[vehicleOf[order]];
    int index = 0;
    while (tour[index] != order) {
      index++;
    }
    return index;
  }

  /** Takes a stretch out of a tour; its orders are nobody's then. */
  void remove(int vehicle, int from, int count) {
    int[] tour = tours[vehicle];
    for (int i = from; i < from + count; i++) {
      vehicleOf[tour[i]] = NOBODY;
      cents += model.order(tour[i]).undeliveredCents();
    }
    System.arraycopy(tour, from + count, tour, from, size[vehicle] - from - count);
    size[vehicle] -= count;
    reprice(vehicle);
  }

  /** Puts an order that nobody brings at a position of a tour. */
  void insert(int vehicle, int order, int position) {
    if (size[vehicle] == tours[vehicle].length) {
      tours[vehicle] = Arrays.copyOf(tours[vehicle], size[vehicle] * 2);
    }
    int[] tour = tours[vehicle];
    System.arraycopy(tour, position, tour, position + 1, size[vehicle] - position);
    tour[position] = order;
    size[vehicle]++;
    vehicleOf[order] = vehicle;
    cents -= model.order(order).undeliveredCents();
    reprice(vehicle);
  }

  /** Puts a tour back as it was. */
  void restore(int vehicle, int[] orders, int count, double oldCents) {
    for (int i = 0; i < count; i++) {
      vehicleOf[orders[i]] = vehicle;
    }
    if (tours[vehicle].length < count) {
      tours[vehicle] = new int[count * 2];
    }
    System.arraycopy(orders, 0, tours[vehicle], 0, count);
    size[vehicle] = count;
    tourCents[vehicle] = oldCents;
  }

  void restoreCents(double old) {
    cents = old;
  }

  private void reprice(int vehicle) {
    double now = clock.load(vehicle, tours[vehicle], size[vehicle]);
    cents += now - tourCents[vehicle];
    tourCents[vehicle] = now;
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

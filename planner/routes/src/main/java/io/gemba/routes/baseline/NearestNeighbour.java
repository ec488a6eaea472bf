package io.gemba.routes.baseline;

import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vehicle by vehicle: appends the order whose service can start first, among those that keep the
 * rules, until none is left. The result depends on nothing but the model.
 */
public final class NearestNeighbour {
  private static final double LOAD_TOLERANCE = 1e-6;
  private static final int NONE = -1;

  private final RouteModel model;
  private final boolean[] done;
  private final long[] opens;
  private final long[] closes;
  private final long[] service;
  private final boolean[] hard;

  private NearestNeighbour(RouteModel model) {
    this.model = model;
    int count = model.orders();
    done = new boolean[count];
    opens = new long[count];
    closes = new long[count];
    service = new long[count];
    hard = new boolean[count];
    for (int i = 0; i < count; i++) {
      Order order = model.order(i);
      opens[i] = order.window().start().toEpochMilli();
      closes[i] = order.window().end().toEpochMilli();
      service[i] = Math.round(order.serviceSeconds() * 1000);
      hard[i] = order.window().hard();
    }
  }

  /** Builds the plan. Cost: O(orders squared), and O(orders) a vehicle. */
  public static Tours plan(RouteModel model) {
    NearestNeighbour rule = new NearestNeighbour(model);
    List<Tour> tours = new ArrayList<>();
    for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
      tours.add(rule.fill(vehicle));
    }
    return Tours.of(model, tours);
  }

  private Tour fill(int vehicle) {
    End end = new End(vehicle);
    int[] orders = new int[done.length];
    int size = 0;
    for (int next = end.next(); next != NONE; next = end.next()) {
      end.append(next);
      done[next] = true;
      orders[size++] = next;
    }
    return Tour.of(model, vehicle, Arrays.copyOf(orders, size));
  }

  /** The end of a tour that grows. */
  private final class End {
    private final int vehicle;
    private final int depot;
    private final long shiftEnd;
    private int place;
    private long leaves;
    private double freeBoxes;
    private double freeKilograms;

    End(int vehicle) {
      this.vehicle = vehicle;
      Vehicle van = model.vehicle(vehicle);
      depot = model.placeOfDepot(vehicle);
      place = depot;
      leaves = van.shiftStart().toEpochMilli();
      shiftEnd = van.shiftEnd().toEpochMilli();
      freeBoxes = van.boxes() + LOAD_TOLERANCE;
      freeKilograms = van.kilograms() + LOAD_TOLERANCE;
    }

    private long start(int order) {
      return Math.max(opens[order], leaves + model.travelMillis(place, model.placeOfOrder(order)));
    }

    /** The order to append; {@link #NONE} when no other keeps the rules. */
    int next() {
      int best = NONE;
      long bestStart = Long.MAX_VALUE;
      long bestWay = Long.MAX_VALUE;
      for (int order = 0; order < done.length; order++) {
        if (done[order] || !model.allows(order, vehicle)) {
          continue;
        }
        long start = start(order);
        long way = model.travelMillis(place, model.placeOfOrder(order));
        boolean sooner = start != bestStart ? start < bestStart : way < bestWay;
        if (sooner && fits(order, start)) {
          best = order;
          bestStart = start;
          bestWay = way;
        }
      }
      return best;
    }

    private boolean fits(int order, long start) {
      return !(hard[order] && start > closes[order])
          && start + service[order] + model.travelMillis(model.placeOfOrder(order), depot)
              <= shiftEnd
          && model.order(order).boxes() <= freeBoxes
          && model.order(order).kilograms() <= freeKilograms;
    }

    void append(int order) {
      leaves = start(order) + service[order];
      place = model.placeOfOrder(order);
      freeBoxes -= model.order(order).boxes();
      freeKilograms -= model.order(order).kilograms();
    }
  }
}

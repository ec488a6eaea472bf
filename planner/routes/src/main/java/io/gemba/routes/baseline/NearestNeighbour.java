package io.gemba.routes.baseline;

import io.gemba.routes.model.Drive;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vehicle by vehicle, after what it is committed to: appends the order whose service can start
 * first, among those that keep the rules, until none is left. Both halves of a pair are appended at
 * once; nothing is reloaded. The result depends on nothing but the model.
 */
public final class NearestNeighbour {
  private static final int NONE = -1;

  private final RouteModel model;
  private final boolean[] done;

  private NearestNeighbour(RouteModel model) {
    this.model = model;
    done = new boolean[model.orders()];
    for (int order = 0; order < done.length; order++) {
      done[order] = model.isCommitted(order);
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
    for (int next = end.next(); next != NONE; next = end.next()) {
      end.append(next);
      done[next] = true;
    }
    return end.tour();
  }

  /** The end of a tour that grows. */
  private final class End {
    private final int vehicle;
    private final Drive drive = new Drive(model);
    private final Drive trial = new Drive(model);
    private int[] nodes;
    private int size;

    End(int vehicle) {
      this.vehicle = vehicle;
      nodes = model.committed(vehicle).clone();
      size = nodes.length;
      drive.begin(vehicle);
      for (int node : nodes) {
        drive.visit(node);
      }
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
        int first = model.pickupOf(order) == NONE ? order : model.pickupOf(order);
        int place = model.placeOf(first, vehicle);
        long arrives = model.arrival(vehicle, drive.at(), place, drive.time());
        long way = arrives - drive.time();
        long start = model.serviceStart(first, arrives);
        boolean sooner = start != bestStart ? start < bestStart : way < bestWay;
        if (sooner && fits(order)) {
          best = order;
          bestStart = start;
          bestWay = way;
        }
      }
      return best;
    }

    private boolean fits(int order) {
      trial.copy(drive);
      visit(trial, order);
      trial.end();
      return trial.kept() && (!model.hasBreaks(vehicle) || with(order).feasible());
    }

    /** Which breaks are due is known only of a whole tour. */
    private Tour with(int order) {
      int[] longer = Arrays.copyOf(nodes, size + 2);
      int count = size;
      if (model.pickupOf(order) != NONE) {
        longer[count++] = model.pickupOf(order);
      }
      longer[count++] = order;
      return Tour.of(model, vehicle, Arrays.copyOf(longer, count));
    }

    private void visit(Drive driving, int order) {
      if (model.pickupOf(order) != NONE) {
        driving.visit(model.pickupOf(order));
      }
      driving.visit(order);
    }

    void append(int order) {
      visit(drive, order);
      nodes = Arrays.copyOf(nodes, size + 2);
      if (model.pickupOf(order) != NONE) {
        nodes[size++] = model.pickupOf(order);
      }
      nodes[size++] = order;
    }

    Tour tour() {
      return Tour.of(model, vehicle, Arrays.copyOf(nodes, size));
    }
  }
}

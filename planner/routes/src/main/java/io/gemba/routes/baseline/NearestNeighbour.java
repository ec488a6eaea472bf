package io.gemba.routes.baseline;

import io.gemba.routes.model.Drive;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Vehicle by vehicle, after what it is committed to: appends the order whose service can start
 * first, among those that keep the rules, until none is left. Both halves of a pair are appended at
 * once; nothing is reloaded. The result depends on nothing but the model.
 */
public final class NearestNeighbour {
  private static final int NONE = -1;

  private final RouteModel model;

  /** Orders that are on no tour, rising; the first {@code left} count. */
  private final int[] open;

  private int left;

  /** Where each order is served first, and when that can begin at the earliest. */
  private final int[] place;

  private final long[] opens;

  private NearestNeighbour(RouteModel model) {
    this.model = model;
    place = new int[model.orders()];
    opens = new long[place.length];
    for (int order = 0; order < place.length; order++) {
      place[order] = model.placeOfOrder(first(order));
      opens[order] = model.serviceStart(first(order), Long.MIN_VALUE);
    }
    open = IntStream.range(0, model.orders()).filter(order -> !model.isCommitted(order)).toArray();
    left = open.length;
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

  private int first(int order) {
    int pickup = model.pickupOf(order);
    return pickup == NONE ? order : pickup;
  }

  private Tour fill(int vehicle) {
    End end = new End(vehicle);
    for (int next = end.next(); next != NONE; next = end.next()) {
      end.append(next);
      int at = Arrays.binarySearch(open, 0, left, next);
      System.arraycopy(open, at + 1, open, at, --left - at);
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

    /** Open orders that the vehicle may still take, rising; the first {@code count} count. */
    private final int[] candidates;

    private int count;

    End(int vehicle) {
      this.vehicle = vehicle;
      candidates =
          Arrays.stream(open, 0, left).filter(order -> model.allows(order, vehicle)).toArray();
      count = candidates.length;
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
      int kept = 0;
      for (int i = 0; i < count; i++) {
        int order = candidates[i];
        candidates[kept++] = order;
        if (opens[order] > bestStart
            || model.earliestArrival(vehicle, drive.at(), place[order], drive.time()) > bestStart) {
          continue;
        }
        if (!drive.mayTake(order)) {
          kept--;
          continue;
        }
        long arrives = model.arrival(vehicle, drive.at(), place[order], drive.time());
        long way = arrives - drive.time();
        long start = model.serviceStart(first(order), arrives);
        boolean sooner = start != bestStart ? start < bestStart : way < bestWay;
        if (sooner && fits(order)) {
          best = order;
          bestStart = start;
          bestWay = way;
        }
      }
      count = kept;
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
      int at = Arrays.binarySearch(candidates, 0, count, order);
      System.arraycopy(candidates, at + 1, candidates, at, --count - at);
    }

    Tour tour() {
      return Tour.of(model, vehicle, Arrays.copyOf(nodes, size));
    }
  }
}

package io.gemba.routes.baseline;

import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vehicle by vehicle: appends the order whose service can start first, among those that keep the
 * rules, until none is left. The result depends on nothing but the model.
 */
public final class NearestNeighbour {
  private final RouteModel model;
  private final boolean[] done;

  private NearestNeighbour(RouteModel model) {
    this.model = model;
    done = new boolean[model.orders()];
  }

  /** Builds the plan. Cost: O(orders squared) per vehicle. */
  public static Tours plan(RouteModel model) {
    NearestNeighbour rule = new NearestNeighbour(model);
    List<Tour> tours = new ArrayList<>();
    for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
      tours.add(rule.fill(vehicle));
    }
    return Tours.of(model, tours);
  }

  private Tour fill(int vehicle) {
    Tour tour = Tour.empty(model, vehicle);
    for (Tour longer = next(tour); longer != null; longer = next(tour)) {
      tour = longer;
      done[tour.order(tour.size() - 1)] = true;
    }
    return tour;
  }

  private @Nullable Tour next(Tour tour) {
    Tour best = null;
    for (int order = 0; order < done.length; order++) {
      if (done[order] || !model.allows(order, tour.vehicle())) {
        continue;
      }
      Tour longer = tour.with(order, tour.size());
      if (longer.feasible() && (best == null || sooner(longer, best))) {
        best = longer;
      }
    }
    return best;
  }

  private boolean sooner(Tour a, Tour b) {
    int last = a.size() - 1;
    long startA = a.serviceStartMillis(last);
    long startB = b.serviceStartMillis(last);
    return startA != startB ? startA < startB : wayMillis(a) < wayMillis(b);
  }

  private long wayMillis(Tour tour) {
    int last = tour.size() - 1;
    int from =
        last == 0 ? model.placeOfDepot(tour.vehicle()) : model.placeOfOrder(tour.order(last - 1));
    return model.travelMillis(from, model.placeOfOrder(tour.order(last)));
  }
}

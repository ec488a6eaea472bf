package io.gemba.routes;

import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.RouteResult.Halt;
import io.gemba.routes.RouteResult.Route;
import io.gemba.routes.RouteResult.Stop;
import io.gemba.routes.RouteResult.Visit;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts tours into the words of the result. */
final class PlanWriter {
  private final RouteModel model;

  PlanWriter(RouteModel model) {
    this.model = model;
  }

  Route route(Tour tour) {
    Vehicle vehicle = model.vehicle(tour.vehicle());
    List<Stop> stops = new ArrayList<>();
    List<Halt> halts = new ArrayList<>();
    List<Tour.Rest> breaks = new ArrayList<>(tour.breaks());
    Load load = new Load(tour);
    for (int position = 0; position < tour.size(); position++) {
      while (!breaks.isEmpty() && breaks.get(0).before() == position) {
        halts.add(rest(vehicle, breaks.remove(0), stops.size()));
      }
      if (tour.isReload(position)) {
        halts.add(
            new Halt(
                Halt.Kind.RELOAD,
                vehicle.depot(),
                Instant.ofEpochMilli(tour.serviceStartMillis(position)),
                Instant.ofEpochMilli(tour.departureMillis(position)),
                stops.size()));
      } else {
        stops.add(stop(tour, position, load));
      }
      load.pass(position);
    }
    breaks.forEach(one -> halts.add(rest(vehicle, one, stops.size())));
    return new Route(
        vehicle.id(),
        vehicle.depot(),
        Instant.ofEpochMilli(tour.startMillis()),
        Instant.ofEpochMilli(tour.endMillis()),
        tour.metres(),
        tour.costs(),
        stops,
        halts);
  }

  private Halt rest(Vehicle vehicle, Tour.Rest rest, int before) {
    double seconds = vehicle.duty().breaks().get(rest.number()).seconds();
    return new Halt(
        Halt.Kind.BREAK,
        model.request().places().get(rest.place()).id(),
        Instant.ofEpochMilli(rest.startMillis()),
        Instant.ofEpochMilli(rest.startMillis() + Math.round(seconds * 1000)),
        before);
  }

  private Stop stop(Tour tour, int position, Load load) {
    int node = tour.node(position);
    Order order = model.order(tour.order(position));
    long arrival = tour.arrivalMillis(position);
    long start = tour.serviceStartMillis(position);
    return new Stop(
        order.id(),
        model.request().places().get(model.placeOf(node, tour.vehicle())).id(),
        Instant.ofEpochMilli(arrival),
        (start - arrival) / 1000.0,
        Instant.ofEpochMilli(start),
        Instant.ofEpochMilli(tour.departureMillis(position)),
        Math.max(0, start - model.closes(node, start)) / 60_000.0,
        load.aboard[0],
        load.aboard[1],
        model.visit(node),
        load.named());
  }

  /** What is on board of a tour, position by position. */
  private final class Load {
    private final Tour tour;
    private final double[] aboard = new double[model.dimensions().size()];
    private final double[] collected = new double[aboard.length];

    Load(Tour tour) {
      this.tour = tour;
      board(0);
    }

    /** In the dimensions after boxes and kilograms. */
    Map<String, Double> named() {
      Map<String, Double> named = new HashMap<>();
      for (int i = 2; i < aboard.length; i++) {
        named.put(model.dimensions().get(i), aboard[i]);
      }
      return named;
    }

    /** Loads what is delivered until the next reload. */
    private void board(int from) {
      for (int i = from; i < tour.size() && !tour.isReload(i); i++) {
        Order order = model.order(tour.order(i));
        if (model.visit(tour.node(i)) == Visit.DELIVERY && order.needs().pickup() == null) {
          for (int d = 0; d < aboard.length; d++) {
            aboard[d] += model.load(d, tour.node(i));
          }
        }
      }
    }

    void pass(int position) {
      if (tour.isReload(position)) {
        for (int d = 0; d < aboard.length; d++) {
          aboard[d] -= collected[d];
          collected[d] = 0;
        }
        board(position + 1);
        return;
      }
      Visit visit = model.visit(tour.node(position));
      int sign = visit == Visit.DELIVERY ? -1 : 1;
      for (int d = 0; d < aboard.length; d++) {
        double load = model.load(d, tour.node(position));
        aboard[d] = Math.max(0, aboard[d] + sign * load);
        collected[d] += visit == Visit.COLLECTION ? load : 0;
      }
    }
  }

  RouteCosts costs(Tours plan) {
    RouteCosts sum = new RouteCosts(0, 0, 0, 0, 0);
    for (Tour tour : plan.tours()) {
      sum = sum.plus(tour.costs());
    }
    long lost = 0;
    for (int order : plan.unassigned()) {
      lost += model.order(order).undeliveredCents();
    }
    return sum.plus(new RouteCosts(0, 0, 0, 0, lost, 0L, Math.round(plan.balanceCents())));
  }

  List<String> moved(Tours plan) {
    Map<String, String> before = new HashMap<>();
    model.request().previous().forEach(r -> r.orders().forEach(o -> before.put(o, r.vehicle())));
    List<String> moved = new ArrayList<>();
    for (Tour tour : plan.tours()) {
      for (int position = 0; position < tour.size(); position++) {
        if (!tour.isReload(position) && model.visit(tour.node(position)) != Visit.PICKUP) {
          String order = model.order(tour.order(position)).id();
          if (!model.vehicle(tour.vehicle()).id().equals(before.get(order))) {
            moved.add(order);
          }
        }
      }
    }
    return moved;
  }
}

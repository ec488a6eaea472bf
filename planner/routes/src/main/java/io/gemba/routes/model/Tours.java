package io.gemba.routes.model;

import io.gemba.routes.RouteRequest.Balance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A whole plan: one tour a vehicle and the orders on none. Immutable. */
public final class Tours {
  private final RouteModel model;
  private final List<Tour> tours;
  private final int[] unassigned;
  private final double cents;
  private final double balanceCents;

  private Tours(RouteModel model, List<Tour> tours) {
    this.model = model;
    this.tours = List.copyOf(tours);
    boolean[] assigned = new boolean[model.orders()];
    double sum = 0;
    for (Tour tour : tours) {
      sum += tour.cents();
      for (int i = 0; i < tour.size(); i++) {
        if (!tour.isReload(i)) {
          assigned[tour.order(i)] = true;
        }
      }
    }
    int[] open = new int[model.orders()];
    int count = 0;
    for (int order = 0; order < open.length; order++) {
      if (!assigned[order]) {
        open[count++] = order;
        sum += model.order(order).undeliveredCents();
      }
    }
    unassigned = Arrays.copyOf(open, count);
    balanceCents = priced();
    cents = sum + balanceCents;
  }

  private double priced() {
    Balance balance = model.request().balance();
    if (balance == null) {
      return 0;
    }
    double[] work = new double[tours.size()];
    boolean[] used = new boolean[tours.size()];
    for (Tour tour : tours) {
      work[tour.vehicle()] = tour.work(balance.measure());
      used[tour.vehicle()] = tour.isUsed();
    }
    return Work.cents(balance, work, used);
  }

  /**
   * @param tours at most one a vehicle; vehicles that are not named stay at home
   */
  public static Tours of(RouteModel model, List<Tour> tours) {
    List<Tour> all = new ArrayList<>();
    for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
      all.add(Tour.empty(model, vehicle));
    }
    tours.forEach(tour -> all.set(tour.vehicle(), tour));
    return new Tours(model, all);
  }

  /** A cheapest place for an order. */
  public record Insertion(Tour tour, double deltaCents) {}

  /**
   * Finds the cheapest place for an order in one vehicle's tour, by trying all; with a reload
   * directly before or behind it where the vehicle may.
   *
   * @param keeps rules that the longer tour must keep
   * @return null when there is none
   */
  public @Nullable Insertion cheapest(int order, int vehicle, Predicate<Tour> keeps) {
    Tour before = tours.get(vehicle);
    int pickup = model.pickupOf(order);
    Insertion best = null;
    for (int at = model.committed(vehicle).length; at <= before.size(); at++) {
      if (pickup != RouteModel.NONE) {
        Tour with = before.with(pickup, at);
        for (int to = at + 1; to <= with.size(); to++) {
          best = cheaper(best, before, with.with(order, to), keeps);
        }
      } else {
        Tour with = before.with(order, at);
        best = cheaper(best, before, with, keeps);
        if (model.mostReloads(vehicle) > 0) {
          best = cheaper(best, before, with.with(model.reload(), at), keeps);
          best = cheaper(best, before, with.with(model.reload(), at + 1), keeps);
        }
      }
    }
    return best;
  }

  private static @Nullable Insertion cheaper(
      @Nullable Insertion best, Tour before, Tour longer, Predicate<Tour> keeps) {
    double delta = longer.cents() - before.cents();
    return (best == null || delta < best.deltaCents()) && keeps.test(longer)
        ? new Insertion(longer, delta)
        : best;
  }

  /** Finds the cheapest place for an order that keeps all rules; null when there is none. */
  public @Nullable Insertion cheapest(int order) {
    Insertion best = null;
    for (int vehicle = 0; vehicle < tours.size(); vehicle++) {
      if (model.allows(order, vehicle)) {
        Insertion candidate = cheapest(order, vehicle, Tour::feasible);
        if (candidate != null && (best == null || candidate.deltaCents() < best.deltaCents())) {
          best = candidate;
        }
      }
    }
    return best;
  }

  /** Brings every unassigned order that fits and costs less than its loss, dearest loss first. */
  public Tours filled() {
    Tours filled = this;
    List<Integer> open = new ArrayList<>(Arrays.stream(unassigned).boxed().toList());
    open.sort(
        (a, b) ->
            Long.compare(model.order(b).undeliveredCents(), model.order(a).undeliveredCents()));
    for (int order : open) {
      Insertion place = filled.cheapest(order);
      Tours longer = place == null ? filled : filled.replaced(place.tour());
      filled = cheaper(longer, filled);
    }
    return filled;
  }

  /** The same plan with another tour for one vehicle. */
  public Tours replaced(Tour tour) {
    List<Tour> changed = new ArrayList<>(tours);
    changed.set(tour.vehicle(), tour);
    return new Tours(model, changed);
  }

  /** The cheaper plan of two; the first when equal. */
  public static Tours cheaper(Tours first, Tours second) {
    return second.cents < first.cents ? second : first;
  }

  /** What it is a plan of. */
  public RouteModel model() {
    return model;
  }

  /** Whether every tour keeps every hard rule. */
  public boolean feasible() {
    return tours.stream().allMatch(Tour::feasible);
  }

  /** Cost without rounding, the undelivered included. */
  public double cents() {
    return cents;
  }

  /** What of it is paid for uneven work. */
  public double balanceCents() {
    return balanceCents;
  }

  /** One tour a vehicle, empty ones included, by vehicle index. */
  public List<Tour> tours() {
    return tours;
  }

  /** Orders on no tour, by index, a copy. */
  public int[] unassigned() {
    return unassigned.clone();
  }

  /** How many vehicles leave their depot. */
  public int vehiclesUsed() {
    return (int) tours.stream().filter(Tour::isUsed).count();
  }
}

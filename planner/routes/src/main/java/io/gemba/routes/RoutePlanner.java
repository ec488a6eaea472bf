package io.gemba.routes;

import io.gemba.routes.RouteRequest.PreviousRoute;
import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.RouteResult.Run;
import io.gemba.routes.baseline.NearestNeighbour;
import io.gemba.routes.check.RouteChecker;
import io.gemba.routes.engine.PlainPlan;
import io.gemba.routes.engine.PlainSearch;
import io.gemba.routes.engine.SearchLimit;
import io.gemba.routes.model.Exclusions;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import io.gemba.routes.model.TravelMemory;
import io.gemba.routes.search.FleetPlanner;
import io.gemba.routes.search.PlainCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plans delivery routes: request in, checked and explained plan out, never dearer than the
 * nearest-neighbour plan. Thread safe; the caller's thread does the work. Remembers the ways of the
 * last request, so that the next one about the same places begins sooner.
 */
public final class RoutePlanner {
  /** So cold a search begins that starts from the plan before. */
  private static final double COOLED_WHEN_MENDING = 0.6;

  private static final double COOLED_WHEN_PLAIN = 0.9;
  private static final double PLAIN_SHARE = 0.9;
  private static final double PLAIN_SHARE_WHEN_PAID = 0.7;
  private static final long TELL_NANOS = 50_000_000;

  /** Share of the time that may be kept for what comes behind the search. */
  private static final double MOST_BEHIND = 0.2;

  private final TravelMemory memory = new TravelMemory();

  /** Remembers nothing yet. */
  public RoutePlanner() {}

  /**
   * Plans. Takes the request's time limit or less; a cancelled search still returns the best plan
   * so far.
   *
   * @param listener hears of each better plan on the caller's thread
   * @param cancelled looked at many times a second; true = stop and return
   * @throws InvalidRouteRequestException naming everything that is wrong with the request
   * @throws IllegalStateException if the checker refuses the plan: a defect of the planner
   */
  public RouteResult solve(
      RouteRequest request, RouteProgress.Listener listener, BooleanSupplier cancelled) {
    List<String> errors = RouteRequestErrors.list(request);
    if (!errors.isEmpty()) {
      throw new InvalidRouteRequestException(errors);
    }
    RouteResult result = new Planning(request, listener, cancelled).run();
    List<String> mismatches = RouteChecker.mismatches(request, result);
    if (!mismatches.isEmpty()) {
      throw new IllegalStateException(
          "The checker refuses the plan (seed %d): %s"
              .formatted(request.search().seed(), String.join("; ", mismatches)));
    }
    return result;
  }

  /** What a result tells of: the plan, and those it is compared with. */
  private record Plans(Tours best, Tours baseline, @Nullable Tours previous) {}

  /** One call of {@link #solve}. */
  private final class Planning {
    private final RouteRequest request;
    private final RouteProgress.Listener listener;
    private final BooleanSupplier cancelled;
    private final RouteModel model;
    private final List<RouteProgress> trace = new ArrayList<>();
    private final long beganNanos = System.nanoTime();
    private long toldNanos = beganNanos;
    private int plainSteps;

    Planning(RouteRequest request, RouteProgress.Listener listener, BooleanSupplier cancelled) {
      this.request = request;
      this.listener = listener;
      this.cancelled = cancelled;
      model = new RouteModel(request, memory);
    }

    RouteResult run() {
      Tours baseline = NearestNeighbour.plan(model);
      Tours asItWas = request.previous().isEmpty() ? null : previous();
      Tours previous =
          asItWas == null ? null : FleetPlanner.filled(asItWas, request.search().seed());
      Tours best = previous == null ? baseline : Tours.cheaper(previous, baseline);
      String solver = best == baseline ? "nearest neighbour" : "previous plan";
      report(best, 0);
      Tours plain = PlainCase.find(model).map(one -> plain(one, baseline)).orElse(baseline);
      FleetPlanner.Start start = new FleetPlanner.Start(best, 0);
      if (best == previous && asItWas != null) {
        start = FleetPlanner.Start.mending(previous, COOLED_WHEN_MENDING, asItWas.unassigned());
      }
      if (plain.feasible() && plain.cents() < best.cents()) {
        best = plain;
        solver = "local search";
        start = new FleetPlanner.Start(plain, COOLED_WHEN_PLAIN);
      }
      int iterations = plainSteps;
      if (!request.orders().isEmpty()
          && request.vehicles().stream().anyMatch(RouteRequest.Vehicle::available)) {
        FleetPlanner search =
            new FleetPlanner(
                model,
                timeLeft(),
                start,
                cancelled,
                found -> report(found.tours(), found.iterations()));
        Tours found = search.run().filled();
        iterations += search.iterations();
        if (search.isBetter() && found.feasible() && found.cents() <= best.cents()) {
          best = found;
          solver = "string removal";
        }
      }
      Run run =
          new Run(
              solver,
              request.search().seed(),
              iterations,
              millis(),
              cancelled.getAsBoolean(),
              trace);
      return result(new Plans(best, baseline, asItWas), run);
    }

    /** What the plain engine finds; it has most of the time, as it is better at what it can do. */
    private Tours plain(PlainCase plain, Tours baseline) {
      Search search = request.search();
      double share = plain.isExact() ? PLAIN_SHARE : PLAIN_SHARE_WHEN_PAID;
      Integer most = search.iterations();
      SearchLimit limit =
          new SearchLimit(beganNanos, search.seconds() * share, most == null ? 0 : most, cancelled);
      PlainSearch engine =
          new PlainSearch(
              plain.problem(baseline.cents()),
              new PlainSearch.Effort(search.threads(), search.seed()),
              limit,
              found -> heard(plain, found));
      Tours tours = plain.tours(engine.run(null).routes()).filled();
      plainSteps = (int) Math.min(Integer.MAX_VALUE, engine.steps());
      report(tours, plainSteps);
      return tours;
    }

    /** Tells of the engine's plans, but not of each: they come faster than they can be priced. */
    private void heard(PlainCase plain, PlainPlan found) {
      if (found.absent() == 0 && System.nanoTime() - toldNanos > TELL_NANOS) {
        report(plain.tours(found.routes()), 0);
        toldNanos = System.nanoTime();
      }
    }

    /**
     * What is left of the time after everything so far; what comes behind the search, explaining
     * and checking, takes about as long as what came before.
     */
    private Search timeLeft() {
      Search search = request.search();
      double before = (System.nanoTime() - beganNanos) / 1e9;
      double left = search.seconds() - before - Math.min(before, MOST_BEHIND * search.seconds());
      return new Search(Math.max(1e-3, left), search.iterations(), search.seed(), search.threads());
    }

    /** The previous plan as far as it still fits: orders in their old places, the rest dropped. */
    private Tours previous() {
      Map<String, Integer> vehicles = new HashMap<>();
      for (int vehicle = 0; vehicle < model.vehicles(); vehicle++) {
        vehicles.put(model.vehicle(vehicle).id(), vehicle);
      }
      Map<String, Integer> open = new HashMap<>();
      for (int order = 0; order < model.orders(); order++) {
        if (!model.isCommitted(order)) {
          open.put(model.order(order).id(), order);
        }
      }
      List<Tour> tours = new ArrayList<>();
      for (PreviousRoute route : request.previous()) {
        Integer vehicle = vehicles.remove(route.vehicle());
        if (vehicle != null) {
          Tour tour = Tour.empty(model, vehicle);
          for (String id : route.orders()) {
            Integer order = open.get(id);
            Tour longer = order == null ? null : appended(tour, order);
            if (longer != null && longer.feasible()) {
              tour = longer;
              open.remove(id);
            }
          }
          tours.add(tour);
        }
      }
      return Tours.of(model, tours);
    }

    private Tour appended(Tour tour, int order) {
      int pickup = model.pickupOf(order);
      Tour fetched = pickup == RouteModel.NONE ? tour : tour.with(pickup, tour.size());
      return fetched.with(order, fetched.size());
    }

    private void report(Tours plan, int iterations) {
      if (!trace.isEmpty() && plan.cents() >= trace.get(trace.size() - 1).costCents()) {
        return;
      }
      RouteProgress progress =
          new RouteProgress(
              millis(),
              iterations,
              Math.round(plan.cents()),
              plan.vehiclesUsed(),
              plan.unassigned().length);
      trace.add(progress);
      listener.improved(progress);
    }

    private long millis() {
      return (System.nanoTime() - beganNanos) / 1_000_000;
    }

    private RouteResult result(Plans plans, Run run) {
      PlanWriter writer = new PlanWriter(model);
      Tours plan = plans.best();
      Tours previous = plans.previous();
      return new RouteResult(
          plan.tours().stream().filter(Tour::isUsed).map(writer::route).toList(),
          Exclusions.of(model, plan),
          writer.costs(plan),
          writer.costs(plans.baseline()),
          previous == null ? List.of() : writer.moved(plan),
          run,
          previous == null ? null : writer.costs(previous));
    }
  }
}

package io.gemba.routes.benchmark;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.baseline.NearestNeighbour;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import io.gemba.routes.search.FleetPlanner;
import io.gemba.routes.search.FleetReducer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Gemba's search on the full model, on instances with pairs. For the fewest vehicles each thread
 * first drops one vehicle after the other, in up to half of the time; then all shorten the best.
 */
public final class PairSolver implements Solver {
  private static final double FIRST_SHARE = 0.02;
  private static final double FLEET_SHARE = 0.5;

  /** Stateless. */
  public PairSolver() {}

  @Override
  public String name() {
    return "gemba";
  }

  @Override
  public Solved solve(
      Instance instance, Convention convention, Effort effort, Consumer<Progress> found) {
    long began = System.nanoTime();
    boolean vehiclesFirst = convention == Convention.VEHICLES_FIRST;
    List<RouteRequest.Vehicle> all = PairRequest.vehicles(instance, vehiclesFirst);
    RouteRequest request = PairRequest.of(instance, convention, all);
    RouteModel model = new RouteModel(request);
    Run run = new Run(began, effort, found);
    Tours plan = run.shorten(model, NearestNeighbour.plan(model), vehiclesFirst ? FIRST_SHARE : 1);
    if (vehiclesFirst) {
      plan = run.fewest(instance, convention, plan);
      model = plan.model();
      plan = run.shorten(model, plan, 1);
    }
    List<List<Integer>> routes = new ArrayList<>();
    for (Tour tour : plan.tours()) {
      List<Integer> route = new ArrayList<>();
      for (int position = 0; position < tour.size(); position++) {
        route.add(PairRequest.node(model, tour.node(position)));
      }
      if (!route.isEmpty()) {
        routes.add(route);
      }
    }
    return new Solved(routes, run.firstMillis, run.steps);
  }

  /** One call of {@link #solve}. */
  private static final class Run {
    private final long began;
    private final Effort effort;
    private final Consumer<Progress> found;
    private long firstMillis = -1;
    private long steps;

    Run(long began, Effort effort, Consumer<Progress> found) {
      this.began = began;
      this.effort = effort;
      this.found = found;
    }

    private double seconds() {
      return (System.nanoTime() - began) / 1e9;
    }

    /** Searches for a cheaper plan until a share of the time is over. */
    Tours shorten(RouteModel model, Tours start, double until) {
      heard(start);
      double seconds = Math.max(0.01, until * effort.seconds() - seconds());
      FleetPlanner planner =
          new FleetPlanner(
              model,
              new RouteRequest.Search(seconds, null, effort.seed(), effort.threads()),
              new FleetPlanner.Start(start, 0),
              () -> false,
              better -> heard(better.tours()));
      Tours best = planner.run();
      steps += planner.iterations();
      return best;
    }

    private void heard(Tours plan) {
      if (plan.unassigned().length == 0) {
        long millis = Math.round(seconds() * 1000);
        firstMillis = firstMillis < 0 ? millis : firstMillis;
        double metres = plan.tours().stream().mapToDouble(Tour::metres).sum();
        int vehicles = (int) plan.tours().stream().filter(tour -> tour.size() > 0).count();
        found.accept(new Progress(millis, vehicles, metres / PairRequest.UNIT_METRES));
      }
    }

    Tours fewest(Instance instance, Convention convention, Tours start) {
      ExecutorService pool = Executors.newFixedThreadPool(effort.threads());
      try {
        List<Callable<Tours>> tries = new ArrayList<>();
        for (int i = 0; i < effort.threads(); i++) {
          long seed = effort.seed() * 1009 + i;
          tries.add(() -> fewer(instance, convention, start, seed));
        }
        Tours best = start;
        for (Future<Tours> one : pool.invokeAll(tries)) {
          Tours other = one.get();
          best = other.vehiclesUsed() < best.vehiclesUsed() ? other : best;
        }
        return best;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The search was interrupted", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("A search thread failed", e.getCause());
      } finally {
        pool.shutdownNow();
      }
    }

    private Tours fewer(Instance instance, Convention convention, Tours start, long seed) {
      BooleanSupplier over = () -> seconds() > FLEET_SHARE * effort.seconds();
      Tours best = start;
      while (best.vehiclesUsed() > 1 && !over.getAsBoolean()) {
        int vehicles = best.vehiclesUsed() - 1;
        RouteModel model =
            new RouteModel(
                PairRequest.of(
                    instance,
                    convention,
                    PairRequest.vehicles(instance, true).subList(0, vehicles)));
        Tours all = new FleetReducer(model, longest(best, model), seed).run(over);
        if (all == null) {
          break;
        }
        best = all;
      }
      return best;
    }

    /** As many tours as the model has vehicles, those with most stops. */
    private static Tours longest(Tours plan, RouteModel model) {
      List<Tour> kept =
          plan.tours().stream()
              .sorted(Comparator.comparingInt(Tour::size).reversed())
              .limit(model.vehicles())
              .toList();
      List<Tour> tours = new ArrayList<>();
      for (int vehicle = 0; vehicle < kept.size(); vehicle++) {
        tours.add(Tour.of(model, vehicle, kept.get(vehicle).nodes()));
      }
      return Tours.of(model, tours);
    }
  }
}

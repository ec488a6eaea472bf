package io.gemba.routes.search;

import io.gemba.routes.RouteRequest.Search;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Runs the search: one chain a thread, all from the same plan, meeting some times to go on from the
 * best. One object is one run. It stops within milliseconds of its limit or a cancellation.
 */
public final class FleetPlanner {
  private static final int MEETINGS = 10;
  private static final int STEPS_A_LOOK = 8;

  private final RouteModel model;
  private final Search search;
  private final BooleanSupplier cancelled;
  private final Consumer<Found> found;
  private final long beganNanos = System.nanoTime();
  private final Nearness nearness;
  private final Start start;
  private Tours best;
  private int iterations;
  private boolean isBetter;

  /** A better plan than all before. */
  public record Found(Tours tours, int iterations) {}

  /**
   * What to begin with.
   *
   * @param tours may break rules, and then the first found keeps them again
   * @param cooled share of the cooling that is left out, from 0 for a plan of no worth to 1: heat
   *     would first spoil a good plan that only has to be mended
   * @param sore orders around which it has to be mended; may be empty
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  public record Start(Tours tours, double cooled, int[] sore) {

    /** A plan with nothing that is known to be wrong. */
    public Start(Tours tours, double cooled) {
      this(tours, cooled, new int[0]);
    }

    /** A plan that has to be mended where orders are late, and around these. */
    public static Start mending(Tours tours, double cooled, int[] added) {
      RouteModel model = tours.model();
      IntStream.Builder sore = IntStream.builder();
      for (int order : added) {
        sore.add(order);
      }
      for (Tour tour : tours.tours()) {
        for (int i = 0; i < tour.size(); i++) {
          long begins = tour.isReload(i) ? 0 : tour.serviceStartMillis(i);
          if (!tour.isReload(i) && begins > model.closes(tour.node(i), begins)) {
            sore.add(tour.order(i));
          }
        }
      }
      return new Start(tours, cooled, sore.build().toArray());
    }
  }

  /**
   * @param cancelled looked at often by every thread; true = stop
   * @param found hears of each better plan, on the caller's thread
   */
  public FleetPlanner(
      RouteModel model,
      Search search,
      Start start,
      BooleanSupplier cancelled,
      Consumer<Found> found) {
    this.model = model;
    this.search = search;
    this.best = start.tours();
    this.start = start;
    this.cancelled = cancelled;
    this.found = found;
    nearness = new Nearness(model);
  }

  /** The plan with every unassigned order that fits and costs less than its loss. */
  public static Tours filled(Tours plan, long seed) {
    if (plan.unassigned().length == 0) {
      return plan;
    }
    FleetSearch search = new FleetSearch(plan.model(), new Nearness(plan.model()), plan, seed);
    search.fill();
    return Tours.cheaper(search.tours(), plan);
  }

  /** Searches and returns the best plan that keeps all rules, or the start if there is none. */
  public Tours run() {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, search.threads() - 1));
    try {
      for (int meeting = 1; meeting <= MEETINGS && !isOver(iterations); meeting++) {
        double until = (double) meeting / MEETINGS;
        List<Future<Tours>> others = new ArrayList<>();
        for (int i = 1; i < search.threads(); i++) {
          Chain chain = new Chain(best, search.seed() * 31 + meeting * 1009L + i, false);
          others.add(pool.submit(() -> chain.run(until)));
        }
        keep(new Chain(best, search.seed() * 31 + meeting * 1009L, true).run(until));
        for (Future<Tours> other : others) {
          keep(other.get());
        }
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

  /** Whether the run found anything better than its start. */
  public boolean isBetter() {
    return isBetter;
  }

  /** Steps of the first chain. */
  public int iterations() {
    return iterations;
  }

  private boolean isOver(int steps) {
    Integer limit = search.iterations();
    return cancelled.getAsBoolean()
        || (limit != null && steps >= limit)
        || System.nanoTime() - beganNanos >= search.seconds() * 1e9;
  }

  private double progress(int steps) {
    Integer limit = search.iterations();
    return Math.min(
        1,
        limit != null
            ? (double) steps / limit
            : (System.nanoTime() - beganNanos) / (search.seconds() * 1e9));
  }

  private void keep(Tours other) {
    if (other.feasible() && (!best.feasible() || other.cents() < best.cents() - 1e-6)) {
      best = other;
      isBetter = true;
      found.accept(new Found(other, iterations));
    }
  }

  /** One thread's annealing between two meetings. */
  private final class Chain {
    private final FleetSearch chain;
    private final boolean isFirst;
    private int steps = iterations;
    private double bestCents;
    private Tours bestTours;

    Chain(Tours from, long seed, boolean isFirst) {
      chain = new FleetSearch(model, nearness, new Start(from, start.cooled(), start.sore()), seed);
      this.isFirst = isFirst;
      bestCents = chain.cents();
      bestTours = from;
    }

    Tours run(double until) {
      chain.fill();
      look();
      double progress = progress(steps);
      while (progress < until && !isOver(steps)) {
        for (int i = 0; i < STEPS_A_LOOK; i++) {
          chain.step(start.cooled() + (1 - start.cooled()) * progress);
          look();
        }
        steps += STEPS_A_LOOK;
        progress = progress(steps);
      }
      if (isFirst) {
        iterations = steps;
      }
      return bestTours;
    }

    private void look() {
      if (chain.cents() < bestCents - 1e-6) {
        bestCents = chain.cents();
        bestTours = chain.tours();
        if (isFirst) {
          iterations = steps;
          keep(bestTours);
        }
      }
    }
  }
}

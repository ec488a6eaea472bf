package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Searches a roster problem: every thread anneals with a seed of its own, then whole rows are
 * generated and recombined around the best roster of all, over long horizons windows of them. Ends
 * early when the roster is proven to be the best.
 */
public final class Engine {
  /** Longest horizon over which whole rows are generated. */
  private static final int LONGEST_ROWS = 70;

  /** Largest linear program that is worth its time. */
  private static final int MOST_CONSTRAINTS = 800;

  /** Share of the time for a first good roster where annealing goes on. */
  private static final double QUICK = 0.1;

  /** Share of the time, and at most how long, for annealing before whole rows are generated. */
  private static final double SHARE = 0.15;

  private static final double SECONDS = 1.5;

  /** Programs with more constraints than this may take more seconds than these. */
  private static final int QUICK_CONSTRAINTS = 300;

  private static final double SHORT_SECONDS = 20;

  /** Share of a short time after which annealing ends. */
  private static final double LATE = 0.95;

  /** Fewest rows that are generated together; more each time that did not help. */
  private static final int FEW = 5;

  private final Problem problem;
  private final Options options;
  private final Incumbent incumbent;
  private final Limits limits;
  private final long began = System.nanoTime();
  private final AtomicLong proposals = new AtomicLong();
  private final AtomicLong busyNanos = new AtomicLong();
  private final Helpers helpers = new Helpers();
  private final LongSearch.Shared shared = new LongSearch.Shared();
  private volatile double bound = Double.NEGATIVE_INFINITY;

  /**
   * How to search.
   *
   * @param seconds wall clock, above 0
   * @param threads threads that search, at least 1
   * @param seed of the random choices; one thread with a limit of proposals repeats itself
   * @param proposals most steps that are tried; {@link Long#MAX_VALUE} = until the time is up
   */
  public record Options(double seconds, int threads, long seed, long proposals) {
    /** Checks the numbers. */
    public Options {
      if (!(seconds > 0) || threads < 1 || proposals < 1) {
        throw new IllegalArgumentException(
            "seconds (%s) must be above 0, threads (%d) and proposals (%d) at least 1."
                .formatted(seconds, threads, proposals));
      }
    }
  }

  /** Hears of better rosters, in a thread of the search; must return quickly. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A better roster was found.
     *
     * @param roster not to be changed
     */
    void better(short[] roster, long hard, long soft);
  }

  /**
   * What was found.
   *
   * @param roster value of row r on day d at {@code r * days + d}
   * @param hard weight of the broken hard rules
   * @param soft price
   * @param bound no roster that keeps the rules is cheaper; minus infinity when not known
   * @param proposals steps that were priced or dropped because they change nothing
   * @param busySeconds time that all threads spent on them
   */
  @SuppressWarnings("ArrayRecordComponent") // read in hot loops, never changed
  public record Found(
      short[] roster, long hard, long soft, double bound, long proposals, double busySeconds) {
    /** Whether no roster can be better; prices are whole numbers. */
    public boolean isProven() {
      return hard == 0 && soft < bound + 1;
    }
  }

  private Engine(
      Problem problem,
      short[] start,
      Options options,
      Listener listener,
      BooleanSupplier cancelled) {
    this.problem = problem;
    this.options = options;
    incumbent = new Incumbent(new State(problem, start), listener::better);
    limits =
        new Limits(
            began,
            Math.round(options.seconds() * 1e9),
            options.proposals(),
            () -> cancelled.getAsBoolean() || isProven());
  }

  /**
   * Searches until the time is up, the roster is proven or the caller cancels.
   *
   * @param start roster to begin with; every value must be open
   * @param cancelled asked many times a second, from every thread; true = return the best so far
   */
  public static Found solve(
      Problem problem,
      short[] start,
      Options options,
      Listener listener,
      BooleanSupplier cancelled) {
    return new Engine(problem, start, options, listener, cancelled).run();
  }

  private boolean isProven() {
    return bound > Double.NEGATIVE_INFINITY
        && incumbent.hard() == 0
        && incumbent.soft() < bound + 1 - 1e-6;
  }

  private Found run() {
    ExecutorService threads =
        Executors.newFixedThreadPool(options.threads(), task -> new Thread(task, "roster-engine"));
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < options.threads(); thread++) {
        int number = thread;
        running.add(threads.submit(() -> search(number)));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The roster search was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The roster search failed.", e.getCause());
    } finally {
      threads.shutdownNow();
    }
    return new Found(
        incumbent.roster(),
        incumbent.hard(),
        incumbent.soft(),
        bound,
        proposals.get(),
        busyNanos.get() / 1e9);
  }

  /** What one thread does. */
  private void search(int number) {
    FastRandom random = new FastRandom(options.seed() * 1_000_003 + number);
    State state = new State(problem, incumbent.roster());
    int[] all = IntStream.range(0, problem.rows.length).toArray();
    double dearest = problem.dearestStep();
    boolean generates =
        limits.steps() == Long.MAX_VALUE
            && problem.days <= LONGEST_ROWS
            && problem.rows.length + problem.unitPrice.length <= MOST_CONSTRAINTS;
    Annealing annealing = new Annealing(state, random, all);
    long hardWeight = problem.hardWeight(2);
    if (generates && problem.rows.length > 1) {
      cool(annealing, dearest / 4, Math.min(SHARE, SECONDS / options.seconds()), hardWeight);
      if (isShort() && (number > 0 || options.threads() == 1)) {
        state.load(incumbent.roster());
        cool(annealing, dearest / 4, LATE, hardWeight);
      }
      count(annealing);
      generate(random, all, number);
    } else {
      boolean counted = limits.steps() < Long.MAX_VALUE;
      double quick = counted ? QUICK : Math.min(QUICK, SECONDS / options.seconds());
      cool(annealing, dearest / 8, quick, hardWeight);
      if (counted) {
        annealing.run(
            new Annealing.Schedule(dearest / 2, dearest / 100, hardWeight),
            limits,
            quick,
            1,
            incumbent);
      } else if (LongSearch.fits(problem)) {
        new LongSearch(problem, random, incumbent, limits, shared).run(state, annealing);
      } else {
        cool(annealing, dearest / 2, 1, hardWeight);
      }
      count(annealing);
    }
  }

  /**
   * Whether the first linear program may take longer than the time there is, and the sweeps before
   * it do not see all prices.
   */
  private boolean isShort() {
    return options.seconds() < SHORT_SECONDS
        && problem.rows.length + problem.unitPrice.length > QUICK_CONSTRAINTS
        && (problem.groups.length > 0 || !CoverNeeds.areExact(problem));
  }

  private void count(Annealing annealing) {
    proposals.addAndGet(annealing.proposals());
    busyNanos.addAndGet(annealing.busyNanos());
  }

  /** Cools from a temperature until a share of all time is gone. */
  private void cool(Annealing annealing, double temperature, double until, long hardWeight) {
    boolean counted = limits.steps() < Long.MAX_VALUE;
    double from = counted ? 0 : limits.spent();
    if (from < until) {
      annealing.run(
          new Annealing.Schedule(temperature, problem.dearestStep() / 100.0, hardWeight),
          limits,
          from,
          until,
          incumbent);
    }
  }

  /** Whole rows for everybody, then for some at a time, with some annealing in between. */
  private void generate(FastRandom random, int[] all, int number) {
    double dearest = problem.dearestStep();
    ColumnSearch rows =
        new ColumnSearch(
                problem, random, problem.hardWeight(10), number == 0 ? helpers : new Helpers())
            .offeringTo(incumbent);
    State state = new State(problem, incumbent.roster());
    if (number == 0) {
      take(state, rows.improve(incumbent.roster(), all, limits));
      bound = rows.bound();
      helpers.close();
    } else {
      helpers.help(limits);
    }
    long hardWeight = problem.hardWeight(2);
    int few = FEW;
    for (int turn = 1; !limits.over(); turn++) {
      if (turn % 8 == 0) {
        state.load(incumbent.roster());
        double seconds = Math.max(0.3, 0.03 * options.seconds());
        Annealing annealing = new Annealing(state, random, all);
        cool(
            annealing,
            dearest / (8 + random.nextInt(12)),
            Math.min(1, limits.spent() + seconds / options.seconds()),
            hardWeight);
        count(annealing);
      } else if (turn % 20 == 1 && number == 0 && turn > 1) {
        take(state, rows.improve(incumbent.roster(), all, limits));
      } else {
        int[] some = random.sample(Math.min(all.length, few + random.nextInt(8)), all.length);
        boolean better = take(state, rows.improve(incumbent.roster(), some, limits));
        few = better ? Math.max(FEW, few - 2) : Math.min(Math.max(FEW, all.length / 2), few + 1);
      }
    }
  }

  /** Offers a roster; false when there is none or it is no better. */
  private boolean take(State state, short @org.jspecify.annotations.Nullable [] roster) {
    if (roster == null) {
      return false;
    }
    state.load(roster);
    return incumbent.offer(state);
  }
}

package io.gemba.rosters.optaplanner;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Search;
import io.gemba.rosters.compile.CompiledRoster;
import io.gemba.rosters.engine.Engine;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.RosterModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.solver.DefaultSolver;

/**
 * Our engine as a phase inside OptaPlanner, from a given roster, until the time or the steps are up
 * or the caller cancels; its roster is scored by the Bavet constraint streams. A rest rule that the
 * engine does not follow is searched by annealing on the streams. The caller's thread waits.
 */
public final class RosterSearch {
  private static final long CENT_MINUTES = 60;
  private static final int POLL_MILLIS = 20;

  /** Proposals of the engine that count as one step of a local search. */
  private static final long STEP_PROPOSALS = 100;

  /** Costs of 0.05 to 3 hours were tried on 26 people x 14 days; 0.2 to 1 differ by under 0.2 %. */
  private static final double FIRST_TEMPERATURE_HOURS = 0.5;

  private final RosterModel model;
  private final Search search;
  private final BooleanSupplier cancelled;

  /** A roster's score. */
  public record Score(long hard, long softCentMinutes) {
    static Score of(HardSoftLongScore score) {
      return new Score(-score.hardScore(), -score.softScore());
    }
  }

  /** What the search found. */
  public record Found(List<Cell> cells, Score score, long evaluations) {
    /** Copies the cells. */
    public Found {
      cells = List.copyOf(cells);
    }
  }

  /**
   * @param cancelled looked at many times a second; true = stop
   */
  public RosterSearch(RosterModel model, Search search, BooleanSupplier cancelled) {
    this.model = model;
    this.search = search;
    this.cancelled = cancelled;
  }

  /** The solver's configuration; what it leaves open are the limits of a run. */
  static SolverConfig config() {
    return new SolverConfig()
        .withSolutionClass(RosterPlan.class)
        .withEntityClasses(PersonDay.class)
        .withScoreDirectorFactory(
            new ScoreDirectorFactoryConfig()
                .withConstraintProviderClass(RosterConstraints.class)
                .withConstraintStreamImplType(ConstraintStreamImplType.BAVET));
  }

  /**
   * Searches.
   *
   * @param start a duty for each employee and day
   * @param better hears of each better score, on the search's thread
   */
  public Found run(Duty[][] start, Consumer<Score> better) {
    CompiledRoster compiled = CompiledRoster.of(model);
    return compiled == null ? stream(start, better) : engine(compiled, start, better);
  }

  /** Our engine, as a phase of OptaPlanner. */
  private Found engine(CompiledRoster compiled, Duty[][] start, Consumer<Score> better) {
    long proposals = search.steps() == null ? Long.MAX_VALUE : search.steps() * STEP_PROPOSALS;
    int threads = search.threads() == null ? 1 : search.threads();
    EnginePhase phase =
        new EnginePhase(
            model,
            compiled,
            new Engine.Options(search.seconds(), threads, search.seed(), proposals),
            cancelled,
            better);
    CustomPhaseConfig config = new CustomPhaseConfig();
    config.setCustomPhaseCommandList(List.of(phase));
    RosterPlan best =
        SolverFactory.<RosterPlan>create(
                config().withRandomSeed(search.seed()).withPhaseList(List.of(config)))
            .buildSolver()
            .solve(new RosterPlan(model, start));
    return new Found(model.cells(best.roster(model)), scoreOf(best), phase.proposals());
  }

  private static Score scoreOf(RosterPlan plan) {
    HardSoftLongScore score = plan.score();
    if (score == null) {
      throw new IllegalStateException("OptaPlanner returned a roster without a score.");
    }
    return Score.of(score);
  }

  /** Annealing on the constraint streams, for what the engine does not follow. */
  private Found stream(Duty[][] start, Consumer<Score> better) {
    Solver<RosterPlan> solver = SolverFactory.<RosterPlan>create(limited()).buildSolver();
    solver.addEventListener(
        event -> better.accept(Score.of((HardSoftLongScore) event.getNewBestScore())));
    ExecutorService thread =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "roster-search"));
    try {
      Future<RosterPlan> running = thread.submit(() -> solver.solve(new RosterPlan(model, start)));
      RosterPlan best = await(running, solver);
      long evaluations =
          ((DefaultSolver<RosterPlan>) solver).getSolverScope().getScoreCalculationCount();
      return new Found(model.cells(best.roster(model)), scoreOf(best), evaluations);
    } finally {
      solver.terminateEarly();
      thread.shutdown();
    }
  }

  private RosterPlan await(Future<RosterPlan> running, Solver<RosterPlan> solver) {
    try {
      while (true) {
        try {
          return running.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waiting) {
          if (cancelled.getAsBoolean()) {
            solver.terminateEarly();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The roster search was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The roster search failed.", e.getCause());
    }
  }

  /** The configuration of this run. */
  SolverConfig limited() {
    TerminationConfig limit =
        new TerminationConfig()
            .withSpentLimit(Duration.ofMillis(Math.max(1, Math.round(search.seconds() * 1000))));
    if (search.steps() != null) {
      limit.setStepCountLimit(search.steps());
    }
    MoveIteratorFactoryConfig moves = new MoveIteratorFactoryConfig();
    moves.setMoveIteratorFactoryClass(RosterMoves.class);
    return config()
        .withRandomSeed(search.seed())
        .withPhaseList(
            List.of(
                new LocalSearchPhaseConfig()
                    .withMoveSelectorConfig(moves)
                    .withAcceptorConfig(
                        new LocalSearchAcceptorConfig()
                            .withSimulatedAnnealingStartingTemperature(temperature()))
                    .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
                    .withTerminationConfig(limit)));
  }

  /** About the price of a share of an hour that nobody covers; hard rules are never given up. */
  private String temperature() {
    long dearest =
        model.request().demand().stream()
            .mapToLong(demand -> demand.underCentsPerHour())
            .max()
            .orElse(0);
    long warmth = Math.round(FIRST_TEMPERATURE_HOURS * dearest * CENT_MINUTES);
    return "0hard/%dsoft".formatted(Math.max(1, warmth));
  }
}

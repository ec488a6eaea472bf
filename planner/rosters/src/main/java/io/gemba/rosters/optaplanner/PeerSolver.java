package io.gemba.rosters.optaplanner;

import io.gemba.rosters.engine.Problem;
import java.time.Duration;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.solver.DefaultSolver;

/**
 * OptaPlanner's own search in its default configuration (construction, then late acceptance) on a
 * benchmark: what the engine is compared with.
 */
public final class PeerSolver {
  private PeerSolver() {}

  /** How rosters are priced for it. */
  public enum Pricing {
    /** Bavet constraint streams, the usual way. */
    STREAMS,
    /** The engine's running price. */
    ENGINE
  }

  /**
   * What it found.
   *
   * @param roster value of row r on day d at {@code r * days + d}
   * @param evaluations scores it computed
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  public record Found(short[] roster, long evaluations) {}

  /**
   * Searches on one thread.
   *
   * @param problem one whose rows all cover the same way, as in the public families
   */
  public static Found solve(Problem problem, Pricing pricing, double seconds, long seed) {
    SolverConfig config =
        new SolverConfig()
            .withSolutionClass(PeerPlan.class)
            .withEntityClasses(PeerCell.class)
            .withScoreDirectorFactory(score(pricing))
            .withRandomSeed(seed)
            .withTerminationConfig(
                new TerminationConfig()
                    .withSpentLimit(Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)))));
    var solver = SolverFactory.<PeerPlan>create(config).buildSolver();
    PeerPlan best = solver.solve(new PeerPlan(problem));
    long evaluations =
        ((DefaultSolver<PeerPlan>) solver).getSolverScope().getScoreCalculationCount();
    return new Found(best.roster(), evaluations);
  }

  private static ScoreDirectorFactoryConfig score(Pricing pricing) {
    ScoreDirectorFactoryConfig config = new ScoreDirectorFactoryConfig();
    return switch (pricing) {
      case STREAMS ->
          config
              .withConstraintProviderClass(PeerConstraints.class)
              .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);
      case ENGINE -> config.withIncrementalScoreCalculatorClass(EnginePricing.class);
    };
  }
}

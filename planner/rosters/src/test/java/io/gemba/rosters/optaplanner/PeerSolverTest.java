package io.gemba.rosters.optaplanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.gemba.rosters.benchmark.Benchmark;
import io.gemba.rosters.benchmark.BenchmarkSet;
import io.gemba.rosters.engine.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

class PeerSolverTest {
  private static final Path DATA = Path.of(System.getProperty("gemba.data", "../shared/data"));

  @Test
  void streams_differFromTheEvaluatorByTheEmptyRosterOnly() throws IOException {
    ConstraintVerifier<PeerConstraints, PeerPlan> verifier =
        ConstraintVerifier.build(new PeerConstraints(), PeerPlan.class, PeerCell.class);
    for (String name : new String[] {"Instance2", "sprint01"}) {
      Benchmark benchmark = BenchmarkSet.open(DATA).read(name);
      Problem problem = benchmark.problem();
      long hard = 0;
      long soft = 0;
      for (int unit = 0; unit < problem.unitPrices().length; unit++) {
        hard += problem.coverPrice(unit, 0).hard();
        soft += problem.coverPrice(unit, 0).soft();
      }
      Random random = new Random(1);
      PeerPlan plan = new PeerPlan(problem);
      for (PeerCell cell : plan.cells()) {
        cell.setValue(problem.randomOpen(cell.id(), random));
      }

      Benchmark.Score score = benchmark.evaluate(benchmark.ids(plan.roster()));

      verifier
          .verifyThat()
          .givenSolution(plan)
          .scores(HardSoftLongScore.of(hard - score.hard(), soft - score.cost()));
    }
  }

  @Test
  void enginePricing_isTheEvaluatorsThroughRandomChanges() throws IOException {
    for (String name : new String[] {"Instance2", "sprint01"}) {
      Benchmark benchmark = BenchmarkSet.open(DATA).read(name);
      PeerPlan plan = new PeerPlan(benchmark.problem());
      EnginePricing pricing = new EnginePricing();
      pricing.resetWorkingSolution(plan);
      Random random = new Random(2);
      for (int i = 0; i < 2_000; i++) {
        PeerCell cell = plan.cells().get(random.nextInt(plan.cells().size()));
        pricing.beforeVariableChanged(cell, "value");
        cell.setValue(benchmark.problem().randomOpen(cell.id(), random));
        pricing.afterVariableChanged(cell, "value");
      }

      Benchmark.Score score = benchmark.evaluate(benchmark.ids(plan.roster()));

      assertThat(pricing.calculateScore())
          .isEqualTo(HardSoftLongScore.of(-score.hard(), -score.cost()));
    }
  }

  @Test
  void localSearchOnTheEnginesPrice_keepsTheRulesOfASmallInstance() throws IOException {
    Benchmark benchmark = BenchmarkSet.open(DATA).read("Instance1");

    PeerSolver.Found found = PeerSolver.solve(benchmark.problem(), PeerSolver.Pricing.ENGINE, 2, 1);

    assertThat(benchmark.evaluate(benchmark.ids(found.roster())).hard()).isZero();
  }

  @Test
  void solve_findsARosterThatKeepsTheRulesOfASmallInstance() throws IOException {
    Benchmark benchmark = BenchmarkSet.open(DATA).read("Instance1");

    PeerSolver.Found found =
        PeerSolver.solve(benchmark.problem(), PeerSolver.Pricing.STREAMS, 2, 1);

    assertThat(found.evaluations()).isPositive();
    assertThat(benchmark.evaluate(benchmark.ids(found.roster())).hard()).isZero();
  }
}

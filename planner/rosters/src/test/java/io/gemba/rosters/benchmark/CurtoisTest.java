package io.gemba.rosters.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gemba.rosters.engine.Engine;
import io.gemba.rosters.engine.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurtoisTest {
  private static final Path DATA =
      Path.of(System.getProperty("gemba.data", "../shared/data"), "rostering", "curtois");

  @ParameterizedTest(name = "instance {0}")
  @ValueSource(ints = {1, 4, 8, 12, 14, 20})
  void engine_pricesRandomRostersAsTheEvaluatorDoes(int number) throws IOException {
    CurtoisInstance instance = CurtoisInstance.read(DATA.resolve("Instance" + number + ".txt"));
    Problem problem = instance.problem();
    Random random = new Random(number);

    for (int i = 0; i < 200; i++) {
      short[] roster = problem.emptyRoster();
      double share = random.nextDouble();
      for (int cell = 0; cell < roster.length; cell++) {
        if (random.nextDouble() < share) {
          roster[cell] = (short) problem.randomOpen(cell, random);
        }
      }
      Benchmark.Score score = instance.evaluate(instance.ids(roster));
      assertThat(problem.price(roster)).isEqualTo(new Problem.Total(score.hard(), score.cost()));
    }
  }

  @Test
  void smallestInstance_isSolvedToTheKnownOptimum() throws IOException {
    CurtoisInstance instance = CurtoisInstance.read(DATA.resolve("Instance1.txt"));
    Problem problem = instance.problem();

    Engine.Found found =
        Engine.solve(
            problem,
            problem.emptyRoster(),
            new Engine.Options(60, 1, 1, 3_000_000),
            (roster, hard, soft) -> {},
            () -> false);

    assertThat(instance.evaluate(instance.ids(found.roster())))
        .isEqualTo(new Benchmark.Score(0, 607));
  }

  @Test
  void anotherFile_isRefusedWithItsName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("shopping.txt"), "milk, bread");

    assertThatThrownBy(() -> CurtoisInstance.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shopping");
  }
}

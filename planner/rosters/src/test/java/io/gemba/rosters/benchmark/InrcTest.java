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

class InrcTest {
  private static final Path DATA =
      Path.of(System.getProperty("gemba.data", "../shared/data"), "rostering", "inrc1");

  @ParameterizedTest
  @ValueSource(
      strings = {"sprint01", "sprint_hint02", "medium03", "medium_hint01", "long04", "long_hint01"})
  void engine_pricesRandomRostersAsTheEvaluatorDoes(String name) throws IOException {
    InrcInstance instance = InrcInstance.read(DATA.resolve(name + ".txt"));
    Problem problem = instance.problem();
    Random random = new Random(name.hashCode());

    for (int i = 0; i < 100; i++) {
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

  /** Two nurses, a week from Friday on, a contract with every kind of rule. */
  private static InrcInstance small(Path folder) throws IOException {
    return InrcInstance.read(
        Files.writeString(
            folder.resolve("small.txt"),
            """
            SCHEDULING_PERIOD;
            small, 2010-01-01, 2010-01-07;
            SKILLS = 2;
            Nurse, Head;
            SHIFT_TYPES = 2;
            D, Day, 08:00:00, 16:00:00, 1, Nurse;
            N, Night, 22:00:00, 06:00:00, 1, Nurse;
            CONTRACTS = 1;
            0, all, (1|1), (1|3|4), (1|5|2), (1|7|2), (1|11|2), (1|13|2), (1|17|2), (1|19|1), (0|0|0),             (0|0|0), SaturdaySunday, (1|23), (1|29), (1|31), (1|37), (1|41), 1, 0;
            PATTERNS = 1;
            0, 43, 2 (N|Any) (D|Wednesday);
            EMPLOYEES 2;
            a, a, 0, 1, Nurse;
            b, b, 0, 1, Head;
            DAY_OF_WEEK_COVER = 1;
            Monday, D, 1;
            DATE_SPECIFIC_COVER = 0;
            DAY_OFF_REQUESTS = 1;
            a, 2010-01-02, 47;
            SHIFT_ON_REQUESTS = 1;
            b, 2010-01-05, N, 53;
            """));
  }

  @Test
  void evaluator_addsUpWhatIsCountedByHand(@TempDir Path folder) throws IOException {
    InrcInstance instance = small(folder);
    // Friday to Thursday
    String[][] roster = {{"", "D", "", "", "", "N", "D"}, {"N", "", "", "D", "", "", ""}};

    // cover: Monday D is there once, five shifts are not needed less that one: D, N, D of a, N of b
    // a: 3 shifts; work runs 1 and 2 (11); free runs 1 (17), 3 (13); Saturday only: incomplete 1
    // (23) and one D of two (29); night then day: two free days (37); N then D on Thursday, no
    // Wednesday; day off wish (47)
    long a = 11 + 17 + 13 + 23 + 29 + 37 + 47;
    // b: 2 shifts; work runs 1 and 1 (22); free runs 2 and 3 (13); two shifts without the skill
    // (82); night before a free weekend (31); night wish (53); after the night Saturday, Sunday
    // free
    long b = 22 + 13 + 82 + 31 + 53;
    assertThat(instance.evaluate(roster)).isEqualTo(new Benchmark.Score(4, a + b));
    short[] values = new short[14];
    for (int cell = 0; cell < 14; cell++) {
      values[cell] = (short) instance.shifts().indexOf(roster[cell / 7][cell % 7]);
    }
    assertThat(instance.problem().price(values)).isEqualTo(new Problem.Total(4, a + b));
  }

  @Test
  void anotherFile_isRefusedWithItsName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("shopping.txt"), "milk, bread");

    assertThatThrownBy(() -> InrcInstance.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shopping");
  }

  @Test
  void firstSprint_isSolvedToTheKnownOptimum() throws IOException {
    InrcInstance instance = InrcInstance.read(DATA.resolve("sprint01.txt"));
    Problem problem = instance.problem();

    Engine.Found found =
        Engine.solve(
            problem,
            problem.emptyRoster(),
            new Engine.Options(60, 1, 1, Long.MAX_VALUE),
            (roster, hard, soft) -> {},
            () -> false);

    assertThat(instance.evaluate(instance.ids(found.roster())))
        .isEqualTo(new Benchmark.Score(0, 56));
  }
}

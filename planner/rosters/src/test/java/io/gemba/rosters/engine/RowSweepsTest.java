package io.gemba.rosters.engine;

import static io.gemba.rosters.engine.TwelveWeeks.DAYS;
import static io.gemba.rosters.engine.TwelveWeeks.open;
import static io.gemba.rosters.engine.TwelveWeeks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSweepsTest {
  private static final Limits UNLIMITED =
      new Limits(System.nanoTime(), Long.MAX_VALUE, Long.MAX_VALUE, () -> false);

  @ParameterizedTest(name = "windows of {0} days")
  @ValueSource(ints = {28, DAYS})
  void emptyRoster_getsRowsThatKeepTheRulesAndShareTheDays(int windowDays) {
    Problem problem = problem(false, open());
    Incumbent incumbent = incumbent(problem, problem.emptyRoster());
    RowSweeps sweeps =
        new RowSweeps(problem, problem.emptyRoster(), null, windowDays, new FastRandom(1));

    sweeps.run(UNLIMITED, 40, 1, incumbent);

    assertThat(incumbent.hard()).isZero();
    // 104 to 108 shifts for 84 days that need one head: all can be covered, 20 are one too many
    assertThat(incumbent.soft()).isLessThan(4 * 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void wholeRows_areAsGoodAsAnyOtherRowOfOnePerson(long seed) {
    Problem problem = withoutFairness(TestProblems.random(seed, 4, 21));
    Incumbent incumbent = incumbent(problem, problem.emptyRoster());
    double[] none = new double[problem.unitPrice.length];

    new RowSweeps(problem, problem.emptyRoster(), none, 21, new FastRandom(seed))
        .run(UNLIMITED, 30, 1, incumbent);

    State state = new State(problem, incumbent.roster());
    assertThat(state.hard()).isEqualTo(incumbent.hard());
    assertThat(state.soft()).isEqualTo(incumbent.soft());
    assertThat(state.flat(1_000))
        .isLessThanOrEqualTo(new State(problem, problem.emptyRoster()).flat(1_000));
  }

  @Test
  void twoThreads_planTheSameRoster() throws Exception {
    Problem problem = withoutFairness(TestProblems.random(7, 6, 21));
    short[] start = TestProblems.roster(problem, new Random(7));
    Incumbent incumbent = incumbent(problem, start);
    RowSweeps sweeps = new RowSweeps(problem, start, null, 14, new FastRandom(7));
    Thread other = new Thread(() -> sweeps.run(UNLIMITED, 30, 1, incumbent));

    other.start();
    sweeps.run(UNLIMITED, 30, 1, incumbent);
    other.join(60_000);

    assertThat(other.isAlive()).isFalse();
    State state = new State(problem, incumbent.roster());
    assertThat(state.hard()).isEqualTo(incumbent.hard());
    assertThat(state.soft()).isEqualTo(incumbent.soft());
  }

  @Test
  void rowsThatCannotBePlanned_endTheSweepsAndStay() {
    int[][] closed = new int[DAYS][];
    Arrays.fill(closed, new int[] {0});
    Problem one = problem(false, closed);
    Problem problem =
        new Problem(2, one.dayClass, List.of(one.rows[0]), one.unitPrice, List.of(), 1);
    Incumbent incumbent = incumbent(problem, problem.emptyRoster());
    RowSweeps sweeps = new RowSweeps(problem, problem.emptyRoster(), null, 28, new FastRandom(1));

    sweeps.run(UNLIMITED, 1_000_000, 1, incumbent);

    assertThat(sweeps.isHopeless()).isTrue();
    assertThat(incumbent.roster()).containsOnly((short) 0);
  }

  private static Problem withoutFairness(Problem all) {
    return new Problem(all.values, all.dayClass, all.listRows(), all.unitPrice, List.of(), 1);
  }

  private static Incumbent incumbent(Problem problem, short[] roster) {
    return new Incumbent(new State(problem, roster), (better, hard, soft) -> {});
  }
}

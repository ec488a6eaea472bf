package io.gemba.rosters.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnSearchTest {
  private static final Limits NO_LIMITS =
      new Limits(System.nanoTime(), Long.MAX_VALUE / 2, Long.MAX_VALUE, () -> false);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void improve_neverClaimsABoundAboveARosterThatItFinds(long seed) {
    Problem problem = withoutFairness(TestProblems.random(seed, 5, 14));
    ColumnSearch search = search(problem, seed);
    int[] all = IntStream.range(0, 5).toArray();
    short[] best = problem.emptyRoster();
    boolean kept = false;

    for (int turn = 0; turn < 4; turn++) {
      short[] found = search.improve(best, all, NO_LIMITS);
      State state = new State(problem, found == null ? best : found);
      if (state.hard() == 0) {
        kept = true;
        assertThat(search.bound()).isLessThanOrEqualTo(state.soft() + 1e-6);
      }
      if (found != null && flat(problem, found) < flat(problem, best)) {
        best = found;
      }
    }
    assertThat(search.bound() > Double.NEGATIVE_INFINITY || !kept).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void improveOfOneRow_findsNothingAfterTheBestRow(long seed) {
    Problem problem = withoutFairness(TestProblems.random(seed, 4, 14));
    ColumnSearch search = search(problem, seed);
    short[] start = problem.emptyRoster();

    short[] found = search.improve(start, new int[] {1}, NO_LIMITS);

    short[] best = found == null ? start : found;
    assertThat(flat(problem, best)).isLessThanOrEqualTo(flat(problem, start));
    short[] again = search.improve(best, new int[] {1}, NO_LIMITS);
    if (again != null) {
      assertThat(flat(problem, again)).isGreaterThanOrEqualTo(flat(problem, best));
    }
    for (int row : new int[] {0, 2, 3}) {
      assertThat(line(problem, best, row)).isEqualTo(line(problem, start, row));
    }
  }

  private static short[] line(Problem problem, short[] roster, int row) {
    return Arrays.copyOfRange(roster, row * problem.days(), (row + 1) * problem.days());
  }

  private static ColumnSearch search(Problem problem, long seed) {
    return new ColumnSearch(problem, new FastRandom(seed), problem.hardWeight(10), new Helpers());
  }

  private static long flat(Problem problem, short[] roster) {
    Problem.Total total = problem.price(roster);
    return total.soft() + problem.hardWeight(10) * total.hard();
  }

  private static Problem withoutFairness(Problem problem) {
    return new Problem(
        problem.values(),
        problem.dayClass,
        problem.listRows(),
        problem.unitPrices(),
        List.of(),
        problem.usualBreak);
  }
}

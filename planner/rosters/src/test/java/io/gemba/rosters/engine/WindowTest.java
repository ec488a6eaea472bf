package io.gemba.rosters.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
  private static final int PEOPLE = 5;
  private static final int DAYS = 28;

  /** The random problem without what compares rows. */
  private static Problem problem(long seed) {
    Problem all = TestProblems.random(seed, PEOPLE, DAYS);
    return new Problem(all.values, all.dayClass, all.listRows(), all.unitPrice, List.of(), 1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyValuesOfAWindow_changeThePriceAsInTheWholeRoster(long seed) {
    Problem problem = problem(seed);
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      short[] roster = TestProblems.roster(problem, random);
      short[] other = TestProblems.roster(problem, random);
      int monday =
          IntStream.range(0, 7).filter(d -> problem.dayClass[d] == 0).findFirst().orElse(0);
      int from = random.nextInt(7);
      int to = random.nextBoolean() ? DAYS : monday + 7 * (1 + random.nextInt(3));
      int[] rows = random.nextBoolean() ? new int[] {0, 1, 2, 3, 4} : new int[] {3, 1};
      Window window = new Window(problem, roster, from, to, rows);
      short[] values = new Window(problem, other, from, to, rows).values();

      short[] pasted = window.paste(roster, values);

      Problem.Total before = problem.price(roster);
      Problem.Total after = problem.price(pasted);
      Problem.Total cutBefore = window.problem().price(window.values());
      Problem.Total cutAfter = window.problem().price(values);
      assertThat(cutAfter.hard() - cutBefore.hard()).isEqualTo(after.hard() - before.hard());
      assertThat(cutAfter.soft() - cutBefore.soft()).isEqualTo(after.soft() - before.soft());
      for (int cell = 0; cell < roster.length; cell++) {
        boolean inside =
            cell % DAYS >= from
                && cell % DAYS < to
                && IntStream.of(rows).anyMatch(List.of(cell / DAYS)::contains);
        assertThat(pasted[cell]).isEqualTo(inside ? other[cell] : roster[cell]);
      }
    }
  }

  @Test
  void windowSearch_makesAnEmptyRosterCheaper() {
    Problem problem = problem(3);
    WindowSearch search = new WindowSearch(problem, new FastRandom(3), 1_000);
    Limits limits = new Limits(System.nanoTime(), 60_000_000_000L, Long.MAX_VALUE, () -> false);
    State state = new State(problem, problem.emptyRoster());
    long before = state.flat(1_000);

    for (int i = 0; i < 6; i++) {
      WindowSearch.Plan plan = search.improve(state.values, limits);
      if (plan == null) {
        continue;
      }
      short[] found = plan.window().paste(state.values, plan.values());
      if (new State(problem, found).flat(1_000) < state.flat(1_000)) {
        state.load(found);
      }
    }

    assertThat(state.flat(1_000)).isLessThan(before);
  }
}

package io.gemba.rosters.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {
  private static final int STEPS = 4_000;
  private static final long HARD_WEIGHT = 50;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void price_isWhatTheStepCostsAndOnlyDearerStepsAreRefused(long seed) {
    Problem problem = TestProblems.random(seed, 5, 17);
    Random random = new Random(seed);
    State state = new State(problem, TestProblems.roster(problem, random));
    Probe probe = new Probe(state, HARD_WEIGHT);
    int refused = 0;

    for (int step = 0; step < STEPS; step++) {
      short[] other = TestProblems.roster(problem, random);
      int days = problem.days();
      int first = random.nextInt(5);
      int second = (first + 1 + random.nextInt(4)) % 5;
      int from = random.nextInt(days);
      int to = from + 1 + random.nextInt(Math.min(6, days - from));
      short[] one = Arrays.copyOfRange(other, first * days, (first + 1) * days);
      short[] two = Arrays.copyOfRange(other, second * days, (second + 1) * days);
      boolean both = random.nextBoolean();
      if (both) {
        exchange(state, first, second, one, two);
      }
      double limit = random.nextInt(400) - 100;

      long probed =
          both
              ? probe.two(first, second, from, to, one, two, limit)
              : probe.one(first, from, to, one, limit);

      state.begin();
      long made = state.change(first, from, to, one);
      if (both) {
        made = state.change(second, from, to, two);
      }
      if (Price.flat(made, HARD_WEIGHT) > limit) {
        assertThat(probed).isEqualTo(Probe.REFUSED);
        refused++;
        state.rollback();
      } else {
        assertThat(probed).isEqualTo(made);
        state.commit();
      }
    }

    assertThat(refused).isBetween(STEPS / 10, STEPS - 50);
  }

  /** What each row has now, for the other; cover is the same for both. */
  private static void exchange(State state, int first, int second, short[] one, short[] two) {
    int days = state.problem.days();
    for (int day = 0; day < days; day++) {
      one[day] = state.values[second * days + day];
      two[day] = state.values[first * days + day];
    }
  }
}

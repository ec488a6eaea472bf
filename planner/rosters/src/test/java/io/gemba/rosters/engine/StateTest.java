package io.gemba.rosters.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {
  private static final int STEPS = 2_000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void steps_costWhatTheRosterAfterThemCosts(long seed) {
    Problem problem = TestProblems.random(seed, 5, 17);
    Random random = new Random(seed);
    State state = new State(problem, TestProblems.roster(problem, random));

    for (int step = 0; step < STEPS; step++) {
      long hard = state.hard();
      long soft = state.soft();
      short[] before = state.values.clone();
      propose(state, random);
      State afresh = new State(problem, state.values);
      assertThat(Price.hard(state.delta())).isEqualTo(afresh.hard() - hard);
      assertThat(Price.soft(state.delta())).isEqualTo(afresh.soft() - soft);
      if (random.nextBoolean()) {
        state.commit();
      } else {
        state.rollback();
        assertThat(state.values).isEqualTo(before);
      }
      assertSame(state, new State(problem, state.values));
    }
  }

  private static void propose(State state, Random random) {
    state.begin();
    int days = state.problem.days();
    int first = random.nextInt(state.problem.rows());
    int rows = 1 + random.nextInt(3);
    for (int i = 0; i < rows; i++) {
      int row = (first + i) % state.problem.rows();
      short[] wanted = TestProblems.roster(state.problem, random);
      int from = random.nextInt(days);
      int to = from + 1 + random.nextInt(days - from);
      short[] line = java.util.Arrays.copyOfRange(wanted, row * days, (row + 1) * days);
      state.change(row, from, to, line);
    }
  }

  private static void assertSame(State state, State afresh) {
    assertThat(state.hard()).isEqualTo(afresh.hard());
    assertThat(state.soft()).isEqualTo(afresh.soft());
    assertThat(state.states).isEqualTo(afresh.states);
    assertThat(state.amounts).isEqualTo(afresh.amounts);
    assertThat(state.totals).isDeepEqualTo(afresh.totals);
  }
}

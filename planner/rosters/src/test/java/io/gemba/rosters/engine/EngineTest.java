package io.gemba.rosters.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void solve_tellsTheExactPriceOfItsRoster(long seed) {
    Problem problem = TestProblems.random(seed, 4, 14);

    Engine.Found found =
        Engine.solve(
            problem,
            problem.emptyRoster(),
            new Engine.Options(0.3, 2, seed, Long.MAX_VALUE),
            (roster, hard, soft) -> {},
            () -> false);

    State afresh = new State(problem, found.roster());
    assertThat(afresh.hard()).isEqualTo(found.hard());
    assertThat(afresh.soft()).isEqualTo(found.soft());
  }

  @Test
  void sameSeedAndProposals_giveTheSameRoster() {
    Problem problem = TestProblems.random(3, 5, 14);
    Engine.Options options = new Engine.Options(60, 1, 7, 20_000);

    Engine.Found first =
        Engine.solve(problem, problem.emptyRoster(), options, (r, h, s) -> {}, () -> false);
    Engine.Found second =
        Engine.solve(problem, problem.emptyRoster(), options, (r, h, s) -> {}, () -> false);

    assertThat(second.roster()).isEqualTo(first.roster());
    assertThat(first.proposals()).isEqualTo(20_000);
  }

  @Test
  void cancel_returnsTheBestSoFar() {
    Problem problem = TestProblems.random(4, 8, 28);
    AtomicBoolean cancelled = new AtomicBoolean();

    Engine.Found found =
        Engine.solve(
            problem,
            TestProblems.roster(problem, new Random(4)),
            new Engine.Options(600, 2, 1, Long.MAX_VALUE),
            (roster, hard, soft) -> cancelled.set(true),
            cancelled::get);

    assertThat(cancelled).isTrue();
    assertThat(new State(problem, found.roster()).soft()).isEqualTo(found.soft());
  }

  @Test
  void options_withoutThreadsAreRefused() {
    assertThatThrownBy(() -> new Engine.Options(1, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threads (0)");
  }
}

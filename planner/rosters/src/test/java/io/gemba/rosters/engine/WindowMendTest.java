package io.gemba.rosters.engine;

import static io.gemba.rosters.engine.TwelveWeeks.DAYS;
import static io.gemba.rosters.engine.TwelveWeeks.KEPT;
import static io.gemba.rosters.engine.TwelveWeeks.both;
import static io.gemba.rosters.engine.TwelveWeeks.open;
import static io.gemba.rosters.engine.TwelveWeeks.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WindowMendTest {
  private final Problem problem = problem(false, open());

  @Test
  void singleFreeDay_isMendedAndTheOtherPersonKeepsTheirRow() {
    short[] broken = KEPT.clone();
    broken[2] = 0;
    broken[11] = 1;
    State state = state(broken);
    assertThat(state.hard()).isPositive();

    new WindowMend(state, new FastRandom(1)).run(limits(), 1);

    assertThat(state.hard()).isZero();
    assertThat(Arrays.copyOfRange(state.values, DAYS, 2 * DAYS)).isEqualTo(KEPT);
  }

  @Test
  void tooFewShifts_areMendedThoughNoDayBreaksARule() {
    short[] idle = KEPT.clone();
    Arrays.fill(idle, 42, 56, (short) 0);
    State state = state(idle);
    assertThat(state.sequencePrice[0]).isZero();
    assertThat(state.hard()).isPositive();

    new WindowMend(state, new FastRandom(2)).run(limits(), 1);

    assertThat(state.hard()).isZero();
  }

  @Test
  void whatNoRowCanKeep_isGivenUpAndTheRosterStays() {
    short[] none = new short[DAYS];
    int[][] closed = new int[DAYS][];
    Arrays.fill(closed, new int[] {0});
    State state = new State(problem(false, closed), both(none));
    long before = state.hard();

    new WindowMend(state, new FastRandom(3)).run(limits(), 1);

    assertThat(state.hard()).isEqualTo(before);
    assertThat(state.values).isEqualTo(both(none));
  }

  @Test
  void lastDayThatCannotBeMended_isGivenUpToo() {
    int[][] open = open();
    open[DAYS - 1] = new int[] {1};
    open[DAYS - 2] = new int[] {0};
    short[] late = KEPT.clone();
    late[DAYS - 1] = 1;
    State state = new State(problem(true, open), both(late));
    assertThat(Price.hard(state.sequencePrice[0])).isEqualTo(1);

    AtomicInteger asked = new AtomicInteger();
    Limits limits =
        new Limits(
            System.nanoTime(),
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            () -> asked.incrementAndGet() > 1_000);

    new WindowMend(state, new FastRandom(4)).run(limits, 1);

    assertThat(asked).hasValueLessThan(100);

    assertThat(Price.hard(state.sequencePrice[0])).isEqualTo(1);
  }

  private static Limits limits() {
    return new Limits(System.nanoTime(), Long.MAX_VALUE, Long.MAX_VALUE, () -> false);
  }

  private State state(short[] first) {
    return new State(problem, both(first));
  }
}

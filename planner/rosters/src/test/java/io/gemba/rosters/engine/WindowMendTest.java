package io.gemba.rosters.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two people over twelve weeks: 2 to 5 days of work, 2 or more free, 52 to 54 shifts. */
class WindowMendTest {
  private static final int DAYS = 84;
  private static final long HARD = Price.of(1, 0);

  /** Nine shifts a fortnight, 54 in all. */
  private static final short[] KEPT = row("xxxxx..xxxx...xxxxx..xxxx...");

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

  private static int[][] open() {
    int[][] open = new int[DAYS][];
    Arrays.fill(open, new int[] {0, 1});
    return open;
  }

  private static Limits limits() {
    return new Limits(System.nanoTime(), Long.MAX_VALUE, Long.MAX_VALUE, () -> false);
  }

  private State state(short[] first) {
    return new State(problem, both(first));
  }

  private static short[] both(short[] first) {
    short[] roster = Arrays.copyOf(first, 2 * DAYS);
    System.arraycopy(KEPT, 0, roster, DAYS, DAYS);
    return roster;
  }

  private static short[] row(String weeks) {
    short[] row = new short[DAYS];
    for (int day = 0; day < DAYS; day++) {
      row[day] = (short) (weeks.charAt(day % weeks.length()) == 'x' ? 1 : 0);
    }
    return row;
  }

  /** The second person may always work; the first as the days are open. */
  private static Problem problem(boolean judgesTheEnd, int[][] first) {
    int[] dayClass = new int[DAYS];
    Runs runs =
        new Runs(
            2,
            5,
            2,
            Integer.MAX_VALUE,
            new Runs.Prices(HARD, HARD, HARD, 0),
            new Runs.Borders(false, judgesTheEnd),
            0,
            0);
    Automaton automaton = Automaton.of(List.of(runs), 2, dayClass);
    int[][][] counted = new int[DAYS][][];
    Arrays.fill(counted, new int[][] {{}, {0, 1}});
    long[] shifts = new long[DAYS + 1];
    for (int total = 0; total <= DAYS; total++) {
      shifts[total] = (Math.max(0, 52 - total) + Math.max(0, total - 54)) * HARD;
    }
    Counters counters = new Counters(counted, new long[][] {shifts}, -1);
    int[][][] brings = new int[DAYS][2][];
    long[][] price = new long[DAYS][];
    for (int day = 0; day < DAYS; day++) {
      brings[day] = new int[][] {{}, {day, 1}};
      price[day] = new long[] {100, 0, 1};
    }
    Cover cover = new Cover(brings);
    List<Row> rows = new ArrayList<>();
    for (int person = 0; person < 2; person++) {
      int[][] days = person == 0 ? first : open();
      rows.add(new Row(automaton, new long[DAYS * 2], days, counters, cover));
    }
    return new Problem(2, dayClass, rows, price, List.of(), 1);
  }
}

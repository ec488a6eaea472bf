package io.gemba.rosters.engine;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A neighbourhood search whose step is a {@link Window}: some weeks of some people are planned anew
 * by column generation, everything else stays. For horizons over which whole rows are too long.
 */
final class WindowSearch {
  private static final int WEEK_DAYS = 7;

  /** Shortest horizon of which a window is but a part. */
  static final int SHORTEST = 2 * WEEK_DAYS;

  /** Constraints of a linear program that is solved in about a second. */
  private static final int MOST_CONSTRAINTS = 240;

  private static final int LONGEST_WEEKS = 4;
  private static final long MOST_NANOS = 8_000_000_000L;

  private final Problem problem;
  private final FastRandom random;
  private final long hardWeight;

  /** New values for a window. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  record Plan(Window window, short[] values) {}

  WindowSearch(Problem problem, FastRandom random, long hardWeight) {
    this.problem = problem;
    this.random = random;
    this.hardWeight = hardWeight;
  }

  private int unitsOfWeek() {
    return Math.max(1, problem.unitPrice.length * WEEK_DAYS / problem.days);
  }

  private short @Nullable [] plan(Window window, int rows, Limits limits) {
    long left = Math.round((1 - limits.spent()) * limits.seconds() * 1e9);
    Limits own =
        new Limits(
            System.nanoTime(),
            Math.max(1, Math.min(MOST_NANOS, left)),
            Long.MAX_VALUE,
            limits::over);
    return new ColumnSearch(window.problem(), random, hardWeight, new Helpers())
        .withoutFirstPrices()
        .improve(window.values(), IntStream.range(0, rows).toArray(), own);
  }

  /** Plans one window anew, not necessarily better; null when none can be or the time ran out. */
  @Nullable Plan improve(short[] roster, Limits limits) {
    int weeks = problem.days / WEEK_DAYS;
    int unitsOfWeek = unitsOfWeek();
    int wide = 1 + random.nextInt(Math.min(LONGEST_WEEKS, weeks));
    while (wide > 1 && wide * unitsOfWeek > MOST_CONSTRAINTS * 3 / 4) {
      wide--;
    }
    int most = Math.max(2, MOST_CONSTRAINTS - wide * unitsOfWeek);
    int first = random.nextInt(weeks - wide + 1);
    int from = first * WEEK_DAYS;
    int to = first + wide == weeks ? problem.days : from + wide * WEEK_DAYS;
    int[] rows = random.sample(Math.min(problem.rows.length, most), problem.rows.length);
    Window window = new Window(problem, roster, from, to, rows);
    short[] found = plan(window, rows.length, limits);
    return found == null ? null : new Plan(window, found);
  }
}

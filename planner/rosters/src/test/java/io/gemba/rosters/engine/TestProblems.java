package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small random problems with every kind of rule. */
public final class TestProblems {
  private static final long HARD = Price.of(1, 0);

  private TestProblems() {}

  /** A problem of some people over some days. */
  public static Problem random(long seed, int people, int days) {
    Random random = new Random(seed);
    int values = 2 + random.nextInt(3);
    int[] dayClass = new int[days];
    for (int day = 0; day < days; day++) {
      dayClass[day] = (day + (int) (seed % 7)) % 7;
    }
    Cover cover = cover(days, values);
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < people; row++) {
      rows.add(row(random, days, values, dayClass, cover));
    }
    long[][] price = new long[days * (values - 1) * 2][2 * people + 1];
    for (long[] unit : price) {
      int need = random.nextInt(people + 1);
      long under = 20L + random.nextInt(80);
      long over = random.nextInt(10);
      for (int there = 0; there < unit.length; there++) {
        unit[there] = Math.max(0, need - there) * under + Math.max(0, there - need) * over;
      }
    }
    int[] all = java.util.stream.IntStream.range(0, people).toArray();
    FairGroup.Measure[] fair = {
      new FairGroup.Measure(1, 30, random.nextInt(3)),
      new FairGroup.Measure(0, 60, random.nextInt(3))
    };
    return new Problem(values, dayClass, rows, price, List.of(new FairGroup(all, fair)), 1);
  }

  private static Row row(Random random, int days, int values, int[] dayClass, Cover cover) {
    boolean[] weekend = new boolean[7];
    weekend[5] = true;
    weekend[6] = true;
    long[][] next = new long[values][values];
    long[][] afterNext = new long[values][values];
    for (int a = 1; a < values; a++) {
      for (int b = 1; b < values; b++) {
        next[a][b] = random.nextInt(3) == 0 ? HARD : random.nextInt(4);
        afterNext[a][b] = random.nextInt(3);
      }
    }
    Runs runs =
        new Runs(
            1 + random.nextInt(2),
            3 + random.nextInt(3),
            1 + random.nextInt(3),
            random.nextBoolean() ? Integer.MAX_VALUE : 3,
            new Runs.Prices(HARD, HARD, random.nextBoolean() ? HARD : 3, 5),
            new Runs.Borders(random.nextBoolean(), random.nextBoolean()),
            random.nextInt(3),
            random.nextInt(3));
    Automaton automaton =
        Automaton.of(
            List.of(
                runs,
                new Followers(new long[][][] {next, afterNext}),
                new WorkedWeekends(weekend, 6)),
            values,
            dayClass);
    long[] cells = new long[days * values];
    Arrays.setAll(cells, cell -> random.nextInt(3) == 0 ? random.nextInt(9) : 0);
    int[][] open = new int[days][];
    for (int day = 0; day < days; day++) {
      open[day] =
          random.nextInt(10) == 0
              ? new int[] {0}
              : java.util.stream.IntStream.range(0, values).toArray();
    }
    return new Row(automaton, cells, open, counters(random, days, values), cover);
  }

  /** Weekends, worked units, the units of each block of seven days. */
  private static Counters counters(Random random, int days, int values) {
    int blocks = (days + 6) / 7;
    long[][] price = new long[2 + blocks][];
    price[0] = new long[days / 7 + 3];
    Arrays.setAll(price[0], total -> Math.max(0, total - 1) * HARD);
    price[1] = new long[days * 3 + 1];
    int least = random.nextInt(days);
    Arrays.setAll(price[1], total -> Math.max(0, least - total) * 2L);
    for (int block = 0; block < blocks; block++) {
      price[2 + block] = new long[22];
      Arrays.setAll(price[2 + block], total -> total > 12 ? HARD : Math.abs(total - 8) * 3L);
    }
    int[][][] adds = new int[days][values][];
    for (int day = 0; day < days; day++) {
      for (int value = 0; value < values; value++) {
        int amount = 1 + value % 3;
        adds[day][value] = value == 0 ? new int[0] : new int[] {1, amount, 2 + day / 7, amount};
      }
    }
    return new Counters(adds, price, 0);
  }

  /** Each value covers a unit of its day and one it shares with the day before. */
  private static Cover cover(int days, int values) {
    int[][][] brings = new int[days][values][];
    for (int day = 0; day < days; day++) {
      brings[day][0] = new int[0];
      for (int value = 1; value < values; value++) {
        int unit = (day * (values - 1) + value - 1) * 2;
        int spill = Math.min(days - 1, day + 1) * (values - 1) * 2 + 1;
        brings[day][value] = new int[] {unit, 1, spill, 1};
      }
    }
    return new Cover(brings);
  }

  /** Random open values. */
  public static short[] roster(Problem problem, Random random) {
    short[] roster = new short[problem.rows() * problem.days()];
    for (int cell = 0; cell < roster.length; cell++) {
      int[] open = problem.rows[cell / problem.days()].open()[cell % problem.days()];
      roster[cell] = (short) open[random.nextInt(open.length)];
    }
    return roster;
  }
}

package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two people over twelve weeks: 2 to 5 days of work, 2 or more free, 52 to 54 shifts. */
final class TwelveWeeks {
  static final int DAYS = 84;
  static final long HARD = Price.of(1, 0);

  /** Nine shifts a fortnight, 54 in all. */
  static final short[] KEPT = row("xxxxx..xxxx...xxxxx..xxxx...");

  private TwelveWeeks() {}

  static int[][] open() {
    int[][] open = new int[DAYS][];
    Arrays.fill(open, new int[] {0, 1});
    return open;
  }

  static short[] both(short[] first) {
    short[] roster = Arrays.copyOf(first, 2 * DAYS);
    System.arraycopy(KEPT, 0, roster, DAYS, DAYS);
    return roster;
  }

  static short[] row(String weeks) {
    short[] row = new short[DAYS];
    for (int day = 0; day < DAYS; day++) {
      row[day] = (short) (weeks.charAt(day % weeks.length()) == 'x' ? 1 : 0);
    }
    return row;
  }

  /** The second person may always work; the first as the days are open. */
  static Problem problem(boolean judgesTheEnd, int[][] first) {
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

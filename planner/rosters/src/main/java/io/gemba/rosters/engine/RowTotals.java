package io.gemba.rosters.engine;

import java.util.Arrays;

/**
 * Numbers for the totals of a row's counters before and after each day, as {@link RowPricer} counts
 * them: only totals that can be reached, and from which the row can end without breaking a hard
 * limit, have one. Layers are those of {@link TotalsSteps}.
 */
final class RowTotals {
  private final FollowedCounters followed;
  private final TotalsSteps steps;
  private final int values;

  /** The steps' number of each number, and back (-1 = no number). */
  private final int[][] index;

  private final int[][] number;
  private final int[][] unfinishedIndex;
  private final int[][] unfinishedNumber;
  private final int[][] shifts;
  private final int[][] alike;

  /**
   * @param followed not too many
   */
  RowTotals(Counters counters, FollowedCounters followed, int days, int values) {
    this.followed = followed;
    this.values = values;
    steps = new TotalsSteps(counters, followed, days, values);
    index = new int[days + 1][];
    number = new int[days + 1][];
    unfinishedIndex = new int[days][];
    unfinishedNumber = new int[days][];
    shifts = new int[days * values * 2][];
    alike = new int[days * values][];
    number(days);
  }

  private void number(int days) {
    ReachableTotals reachable = new ReachableTotals(steps, days);
    for (int day = 0; day <= days; day++) {
      index[day] = reachable.list(day);
      number[day] = inverse(index[day], steps.size(day));
    }
    for (int day = 0; day < days; day++) {
      boolean finishes = steps.finishes(day);
      unfinishedIndex[day] = finishes ? reachable.listUnfinished(day) : index[day + 1];
      unfinishedNumber[day] =
          finishes ? inverse(unfinishedIndex[day], steps.unfinishedSize(day)) : number[day + 1];
    }
  }

  private static int[] inverse(int[] list, int size) {
    int[] inverse = new int[size];
    Arrays.fill(inverse, -1);
    for (int i = 0; i < list.length; i++) {
      inverse[list[i]] = i;
    }
    return inverse;
  }

  /** Numbers of the layer before a day. */
  int size(int day) {
    return index[day].length;
  }

  int unfinishedSize(int day) {
    return unfinishedIndex[day].length;
  }

  /** Whether a counter ends with a day. */
  boolean finishes(int day) {
    return steps.finishes(day);
  }

  /** Other values that add the same to the counters that are followed. */
  int[] alike(int day, int value) {
    int key = day * values + value;
    if (alike[key] == null) {
      int[] list = new int[values];
      int count = 0;
      for (int other = 0; other < values; other++) {
        if (other != value && followed.alike(day, value, other)) {
          list[count++] = other;
        }
      }
      alike[key] = Arrays.copyOf(list, count);
    }
    return alike[key];
  }

  /** Triples of source number, target number and length: how a value moves all totals. */
  int[] shift(int day, int value, int emitted) {
    int key = (day * values + value) * 2 + emitted;
    if (shifts[key] == null) {
      shifts[key] = segments(day, steps.step(day, value, emitted));
    }
    return shifts[key];
  }

  private int[] segments(int day, TotalsSteps.Step step) {
    int[] triples = new int[48];
    int count = 0;
    for (int c = 0; c < index[day].length; c++) {
      int full = steps.after(day, step, index[day][c]);
      int to = full < 0 ? -1 : unfinishedNumber[day][full];
      if (to < 0) {
        continue;
      }
      if (count > 0
          && triples[count - 3] + triples[count - 1] == c
          && triples[count - 2] + triples[count - 1] == to) {
        triples[count - 1]++;
      } else {
        if (count == triples.length) {
          triples = Arrays.copyOf(triples, 2 * count);
        }
        triples[count++] = c;
        triples[count++] = to;
        triples[count++] = 1;
      }
    }
    return Arrays.copyOf(triples, count);
  }

  /** Number before a step that led to an unfinished number; -1 when there is none. */
  int before(int day, int value, int emitted, int c) {
    int from = steps.before(day, value, emitted, unfinishedIndex[day][c]);
    return from < 0 ? -1 : number[day][from];
  }

  /** Packed price of the counters that end with a day. */
  long finishPrice(int day, int c) {
    return steps.finishPrice(day, unfinishedIndex[day][c]);
  }

  /** Number in the next layer. */
  int finishTo(int day, int c) {
    return number[day + 1][steps.finishTo(day, unfinishedIndex[day][c])];
  }
}

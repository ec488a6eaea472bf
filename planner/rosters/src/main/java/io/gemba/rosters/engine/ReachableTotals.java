package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which numbers of {@link TotalsSteps} can be reached from the first day, and from which the row
 * can end without breaking a hard limit.
 */
final class ReachableTotals {
  private final TotalsSteps steps;
  private final int days;

  /** By day and number; a day that finishes nothing shares its array with the next layer. */
  private final boolean[][] layer;

  private final boolean[][] unfinished;

  ReachableTotals(TotalsSteps steps, int days) {
    this.steps = steps;
    this.days = days;
    layer = new boolean[days + 1][];
    unfinished = new boolean[days][];
    List<List<TotalsSteps.Step>> list = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      list.add(steps.list(day));
    }
    forward(list);
    backward(list);
  }

  private void forward(List<List<TotalsSteps.Step>> list) {
    layer[0] = new boolean[] {true};
    for (int day = 0; day < days; day++) {
      unfinished[day] = new boolean[steps.unfinishedSize(day)];
      for (TotalsSteps.Step step : list.get(day)) {
        for (int c = 0; c < layer[day].length; c++) {
          if (layer[day][c]) {
            int to = steps.after(day, step, c);
            if (to >= 0) {
              unfinished[day][to] = true;
            }
          }
        }
      }
      if (!steps.finishes(day)) {
        layer[day + 1] = unfinished[day];
        continue;
      }
      layer[day + 1] = new boolean[steps.size(day + 1)];
      for (int c = 0; c < unfinished[day].length; c++) {
        if (unfinished[day][c] && mayFinish(day, c)) {
          layer[day + 1][steps.finishTo(day, c)] = true;
        }
      }
    }
  }

  private void backward(List<List<TotalsSteps.Step>> list) {
    for (int day = days - 1; day >= 0; day--) {
      for (int c = 0; steps.finishes(day) && c < unfinished[day].length; c++) {
        unfinished[day][c] =
            unfinished[day][c] && mayFinish(day, c) && layer[day + 1][steps.finishTo(day, c)];
      }
      boolean[] useful = new boolean[layer[day].length];
      for (TotalsSteps.Step step : list.get(day)) {
        for (int c = 0; c < useful.length; c++) {
          if (layer[day][c] && !useful[c]) {
            int after = steps.after(day, step, c);
            useful[c] = after >= 0 && unfinished[day][after];
          }
        }
      }
      System.arraycopy(useful, 0, layer[day], 0, useful.length);
    }
  }

  private boolean mayFinish(int day, int c) {
    return Price.hard(steps.finishPrice(day, c)) == 0;
  }

  /** The numbers before a day, ascending. */
  int[] list(int day) {
    return list(layer[day]);
  }

  int[] listUnfinished(int day) {
    return list(unfinished[day]);
  }

  private static int[] list(boolean[] kept) {
    int[] list = new int[kept.length];
    int count = 0;
    for (int c = 0; c < kept.length; c++) {
      if (kept[c]) {
        list[count++] = c;
      }
    }
    return Arrays.copyOf(list, count);
  }
}

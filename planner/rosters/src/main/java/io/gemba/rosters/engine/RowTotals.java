package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the totals of a row's counters are numbered day by day, for {@link RowPricer}. Only totals
 * that can be reached, and from which the row can end without breaking a hard limit, have a number.
 *
 * <p>A layer is what is known before a day; an unfinished layer is what is known after the day but
 * before the counters that end with it are paid.
 */
final class RowTotals {
  private final FollowedCounters followed;
  private final Counters counters;
  private final int days;
  private final int values;
  private final Map<List<Integer>, TotalsLayout> layouts = new HashMap<>();

  /** Layout of layer d, and of the layer that day d finishes; the same object where alike. */
  private final TotalsLayout[] layout;

  private final TotalsLayout[] unfinishedLayout;

  /** Layout's number of each number, and back (-1 = no number). */
  private final int[][] index;

  private final int[][] number;
  private final int[][] unfinishedIndex;
  private final int[][] unfinishedNumber;
  private final int[][] shifts;
  private final int[][] alike;

  /** Numbers before a day in the layout after it, null = the same; and before and after its end. */
  private final int[][] grown;

  private final int[][] shrunk;

  /** What one value of a day adds, counter by counter, and to the number as a whole. */
  @SuppressWarnings("ArrayRecordComponent") // read in hot loops, never changed
  private record Step(int[] counter, int[] amount, int offset) {
    boolean same(Step other) {
      return Arrays.equals(counter, other.counter) && Arrays.equals(amount, other.amount);
    }
  }

  /**
   * @param most totals of one day above which counters are left out
   */
  RowTotals(Row row, int days, int values, int most) {
    this.days = days;
    this.values = values;
    counters = row.counters();
    followed = new FollowedCounters(row, days, values, most);
    layout = new TotalsLayout[days + 1];
    unfinishedLayout = new TotalsLayout[days];
    index = new int[days + 1][];
    number = new int[days + 1][];
    unfinishedIndex = new int[days][];
    unfinishedNumber = new int[days][];
    shifts = new int[days * values * 2][];
    alike = new int[days * values][];
    grown = new int[days][];
    shrunk = new int[days][];
    if (!followed.tooMany()) {
      number();
    }
  }

  private void number() {
    for (int day = 0; day <= days; day++) {
      layout[day] = layout(followed.listAlive(day - 1, day));
    }
    for (int day = 0; day < days; day++) {
      unfinishedLayout[day] = layout(followed.listAlive(day, day));
      TotalsLayout own = unfinishedLayout[day];
      grown[day] = layout[day] == own ? null : layout[day].in(own);
      shrunk[day] = own == layout[day + 1] ? null : own.in(layout[day + 1]);
    }
    boolean[][] layer = new boolean[days + 1][];
    boolean[][] unfinished = new boolean[days][];
    List<List<Step>> steps = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      steps.add(steps(day));
    }
    forward(layer, unfinished, steps);
    backward(layer, unfinished, steps);
    for (int day = 0; day <= days; day++) {
      index[day] = numbered(layer[day]);
      number[day] = inverse(index[day], layer[day].length);
    }
    for (int day = 0; day < days; day++) {
      boolean finishes = shrunk[day] != null;
      unfinishedIndex[day] = finishes ? numbered(unfinished[day]) : index[day + 1];
      unfinishedNumber[day] =
          finishes ? inverse(unfinishedIndex[day], unfinished[day].length) : number[day + 1];
    }
  }

  private TotalsLayout layout(List<Integer> alive) {
    return layouts.computeIfAbsent(alive, key -> new TotalsLayout(key, followed.levels()));
  }

  private void forward(boolean[][] layer, boolean[][] unfinished, List<List<Step>> steps) {
    layer[0] = new boolean[] {true};
    for (int day = 0; day < days; day++) {
      unfinished[day] = new boolean[unfinishedLayout[day].size];
      for (Step step : steps.get(day)) {
        for (int c = 0; c < layer[day].length; c++) {
          if (layer[day][c]) {
            int to = after(day, step, c);
            if (to >= 0) {
              unfinished[day][to] = true;
            }
          }
        }
      }
      int[] to = shrunk[day];
      if (to == null) {
        layer[day + 1] = unfinished[day];
        continue;
      }
      layer[day + 1] = new boolean[layout[day + 1].size];
      for (int c = 0; c < to.length; c++) {
        if (unfinished[day][c] && Price.hard(endPrice(day, c)) == 0) {
          layer[day + 1][to[c]] = true;
        }
      }
    }
  }

  private void backward(boolean[][] layer, boolean[][] unfinished, List<List<Step>> steps) {
    for (int day = days - 1; day >= 0; day--) {
      int[] to = shrunk[day];
      for (int c = 0; to != null && c < to.length; c++) {
        unfinished[day][c] =
            unfinished[day][c] && Price.hard(endPrice(day, c)) == 0 && layer[day + 1][to[c]];
      }
      boolean[] useful = new boolean[layer[day].length];
      for (Step step : steps.get(day)) {
        for (int c = 0; c < useful.length; c++) {
          if (layer[day][c] && !useful[c]) {
            int after = after(day, step, c);
            useful[c] = after >= 0 && unfinished[day][after];
          }
        }
      }
      System.arraycopy(useful, 0, layer[day], 0, useful.length);
    }
  }

  private static int[] numbered(boolean[] kept) {
    int[] list = new int[kept.length];
    int count = 0;
    for (int c = 0; c < kept.length; c++) {
      if (kept[c]) {
        list[count++] = c;
      }
    }
    return Arrays.copyOf(list, count);
  }

  private static int[] inverse(int[] list, int size) {
    int[] inverse = new int[size];
    Arrays.fill(inverse, -1);
    for (int i = 0; i < list.length; i++) {
      inverse[list[i]] = i;
    }
    return inverse;
  }

  /** What the different values of a day add, with and without emitting. */
  private List<Step> steps(int day) {
    List<Step> steps = new ArrayList<>();
    for (int value = 0; value < values; value++) {
      for (int emitted = 0; emitted < (counters.emitted >= 0 ? 2 : 1); emitted++) {
        Step step = step(day, value, emitted);
        boolean known = false;
        for (Step other : steps) {
          known |= other.same(step);
        }
        if (!known) {
          steps.add(step);
        }
      }
    }
    return steps;
  }

  private Step step(int day, int value, int emitted) {
    int[] gains = followed.gains(day, value);
    int[] stride = unfinishedLayout[day].stride;
    int[] counter = new int[gains.length];
    int[] amount = new int[gains.length];
    int count = 0;
    int offset = 0;
    for (int i = 0; i < gains.length; i++) {
      int gain = gains[i] + (i == counters.emitted ? emitted : 0);
      if (gain > 0 && stride[i] > 0) {
        counter[count] = i;
        amount[count++] = gain;
        offset += gain * stride[i];
      }
    }
    return new Step(Arrays.copyOf(counter, count), Arrays.copyOf(amount, count), offset);
  }

  /** Number after a step, -1 when a limit is passed. */
  private int after(int day, Step step, int c) {
    int[] levels = followed.levels();
    for (int i = 0; i < step.counter.length; i++) {
      int counter = step.counter[i];
      if (layout[day].total(counter, c) + step.amount[i] >= levels[counter]) {
        return -1;
      }
    }
    int[] to = grown[day];
    return (to == null ? c : to[c]) + step.offset;
  }

  /** Packed price of the counters that end with a day, by the number before they are paid. */
  private long endPrice(int day, int c) {
    long price = 0;
    for (int counter = 0; counter < counters.count(); counter++) {
      if (followed.ends(counter, day)) {
        price += counters.price[counter][unfinishedLayout[day].total(counter, c)];
      }
    }
    return price;
  }

  /** Whether the totals cannot be followed. */
  boolean tooMany() {
    return followed.tooMany();
  }

  boolean isLeftOut(int counter) {
    return followed.isLeftOut(counter);
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
    return shrunk[day] != null;
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
      shifts[key] = segments(day, step(day, value, emitted));
    }
    return shifts[key];
  }

  private int[] segments(int day, Step step) {
    int[] triples = new int[48];
    int count = 0;
    for (int c = 0; c < index[day].length; c++) {
      int full = after(day, step, index[day][c]);
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
    int[] gains = followed.gains(day, value);
    TotalsLayout target = unfinishedLayout[day];
    int full = unfinishedIndex[day][c];
    int from = 0;
    for (int counter = 0; counter < gains.length; counter++) {
      if (target.holds(counter)) {
        int gain = gains[counter] + (counter == counters.emitted ? emitted : 0);
        int digit = target.total(counter, full) - gain;
        if (digit < 0 || (digit > 0 && !layout[day].holds(counter))) {
          return -1;
        }
        from += digit * layout[day].stride[counter];
      }
    }
    return number[day][from];
  }

  /** Packed price of the counters that end with a day. */
  long finishPrice(int day, int c) {
    return endPrice(day, unfinishedIndex[day][c]);
  }

  /** Number in the next layer. */
  int finishTo(int day, int c) {
    int full = unfinishedIndex[day][c];
    int[] to = shrunk[day];
    return number[day + 1][to == null ? full : to[full]];
  }
}

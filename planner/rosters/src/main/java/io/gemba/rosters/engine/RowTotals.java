package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the totals of a row's counters are numbered day by day, for {@link RowPricer}. A counter is
 * alive from the first to the last day that can add to it. Only totals that can be reached, and
 * from which the row can end without breaking a hard limit, have a number.
 *
 * <p>A layer is what is known before a day; an unfinished layer is what is known after the day but
 * before the counters that end with it are paid. Counters with an upper limit only can be left out,
 * the most generous first, to keep the layers small.
 */
final class RowTotals {
  private static final int MOST_TOTALS = 4_000;
  private static final int MOST_WITHOUT_CHOICE = 60_000;

  private final Counters counters;
  private final int days;
  private final int values;
  private final boolean[] leftOut;
  private final int[] first;
  private final int[] last;
  private final int[] levels;

  /** Strides of the counters in layer d, 0 = not alive, and in the layer that day d finishes. */
  private final int[][] stride;

  private final int[][] unfinishedStride;

  /** Mixed-radix index of each number, and back (-1 = no number). */
  private final int[][] index;

  private final int[][] number;
  private final int[][] unfinishedIndex;
  private final int[][] unfinishedNumber;
  private final int[][] shifts;
  private final int[][] alike;
  private final boolean tooMany;

  RowTotals(Row row, int days, int values) {
    this.days = days;
    this.values = values;
    counters = row.counters();
    int count = counters.count();
    leftOut = new boolean[count];
    first = new int[count];
    last = new int[count];
    levels = new int[count];
    Arrays.fill(first, days);
    Arrays.fill(last, -1);
    spans();
    for (int counter = 0; counter < count; counter++) {
      levels[counter] = levels(counter);
    }
    for (int counter = 0; counter < count; counter++) {
      leftOut[counter] = costsNothing(counter);
    }
    tooMany = leaveOut();
    stride = new int[days + 1][count];
    unfinishedStride = new int[days][count];
    index = new int[days + 1][];
    number = new int[days + 1][];
    unfinishedIndex = new int[days][];
    unfinishedNumber = new int[days][];
    shifts = new int[days * values * 2][];
    alike = new int[days * values][];
    if (!tooMany) {
      number();
    }
  }

  private void spans() {
    for (int cell = 0; cell < days * values; cell++) {
      for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
        int counter = counters.counter[i];
        first[counter] = Math.min(first[counter], cell / values);
        last[counter] = Math.max(last[counter], cell / values);
      }
    }
    if (counters.emitted >= 0) {
      first[counters.emitted] = 0;
      last[counters.emitted] = days - 1;
    }
  }

  /** Totals up to the largest that breaks no hard rule. */
  private int levels(int counter) {
    long[] price = counters.price[counter];
    int largest = price.length - 1;
    while (largest > 0 && Price.hard(price[largest]) > 0) {
      largest--;
    }
    return largest + 1;
  }

  private boolean leaveOut() {
    while (true) {
      long product = widest();
      int generous = -1;
      for (int counter = 0; counter < levels.length; counter++) {
        if (!leftOut[counter]
            && isUpperLimit(counter)
            && (generous < 0 || levels[counter] > levels[generous])) {
          generous = counter;
        }
      }
      if (product <= MOST_TOTALS || generous < 0) {
        return product > MOST_WITHOUT_CHOICE;
      }
      leftOut[generous] = true;
    }
  }

  /** Such as what is only compared between rows. */
  private boolean costsNothing(int counter) {
    for (long price : counters.price[counter]) {
      if (price != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isUpperLimit(int counter) {
    if (counter == counters.emitted) {
      return false;
    }
    for (int total = 0; total < levels[counter]; total++) {
      if (counters.price[counter][total] != 0) {
        return false;
      }
    }
    return true;
  }

  private long widest() {
    long widest = 1;
    for (int day = 0; day < days; day++) {
      long product = 1;
      for (int counter = 0; counter < levels.length; counter++) {
        if (!leftOut[counter] && first[counter] <= day && last[counter] >= day) {
          product = Math.min(1L << 40, product * levels[counter]);
        }
      }
      widest = Math.max(widest, product);
    }
    return widest;
  }

  private void number() {
    int[] full = new int[days + 1];
    int[] unfinishedFull = new int[days];
    for (int day = 0; day <= days; day++) {
      full[day] = 1;
      for (int counter : byLevels()) {
        if (first[counter] < day && last[counter] >= day) {
          stride[day][counter] = full[day];
          full[day] *= levels[counter];
        }
      }
    }
    for (int day = 0; day < days; day++) {
      unfinishedFull[day] = 1;
      for (int counter : byLevels()) {
        if (first[counter] <= day && last[counter] >= day) {
          unfinishedStride[day][counter] = unfinishedFull[day];
          unfinishedFull[day] *= levels[counter];
        }
      }
    }
    boolean[][] layer = new boolean[days + 1][];
    boolean[][] unfinished = new boolean[days][];
    forward(layer, unfinished, full, unfinishedFull);
    backward(layer, unfinished);
    for (int day = 0; day <= days; day++) {
      index[day] = numbered(layer[day]);
      number[day] = inverse(index[day], layer[day].length);
      if (day < days) {
        unfinishedIndex[day] = numbered(unfinished[day]);
        unfinishedNumber[day] = inverse(unfinishedIndex[day], unfinished[day].length);
      }
    }
  }

  private void forward(
      boolean[][] layer, boolean[][] unfinished, int[] full, int[] unfinishedFull) {
    layer[0] = new boolean[] {true};
    for (int day = 0; day < days; day++) {
      unfinished[day] = new boolean[unfinishedFull[day]];
      layer[day + 1] = new boolean[full[day + 1]];
      List<int[]> steps = steps(day);
      for (int c = 0; c < full[day]; c++) {
        for (int i = 0; layer[day][c] && i < steps.size(); i++) {
          int to = fullAfter(day, steps.get(i), c);
          if (to >= 0) {
            unfinished[day][to] = true;
          }
        }
      }
      for (int c = 0; c < unfinishedFull[day]; c++) {
        if (unfinished[day][c] && Price.hard(fullFinishPrice(day, c)) == 0) {
          layer[day + 1][fullFinishTo(day, c)] = true;
        }
      }
    }
  }

  private void backward(boolean[][] layer, boolean[][] unfinished) {
    for (int day = days - 1; day >= 0; day--) {
      for (int c = 0; c < unfinished[day].length; c++) {
        unfinished[day][c] =
            unfinished[day][c]
                && Price.hard(fullFinishPrice(day, c)) == 0
                && layer[day + 1][fullFinishTo(day, c)];
      }
      List<int[]> steps = steps(day);
      for (int c = 0; c < layer[day].length; c++) {
        boolean useful = false;
        for (int i = 0; layer[day][c] && !useful && i < steps.size(); i++) {
          int to = fullAfter(day, steps.get(i), c);
          useful = to >= 0 && unfinished[day][to];
        }
        layer[day][c] = useful;
      }
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

  /** What each counter gains by the different values of a day, with and without emitting. */
  private List<int[]> steps(int day) {
    List<int[]> steps = new ArrayList<>();
    for (int value = 0; value < values; value++) {
      for (int emitted = 0; emitted < (counters.emitted >= 0 ? 2 : 1); emitted++) {
        int[] step = step(day, value, emitted);
        if (steps.stream().noneMatch(known -> Arrays.equals(known, step))) {
          steps.add(step);
        }
      }
    }
    return steps;
  }

  private int[] step(int day, int value, int emitted) {
    int[] step = new int[levels.length];
    int cell = day * values + value;
    for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
      step[counters.counter[i]] += counters.amount[i];
    }
    if (counters.emitted >= 0) {
      step[counters.emitted] += emitted;
    }
    return step;
  }

  private int fullAfter(int day, int[] step, int c) {
    int to = 0;
    for (int counter = 0; counter < levels.length; counter++) {
      int wide = unfinishedStride[day][counter];
      if (wide > 0) {
        int own = stride[day][counter];
        int digit = (own > 0 ? c / own % levels[counter] : 0) + step[counter];
        if (digit >= levels[counter]) {
          return -1;
        }
        to += digit * wide;
      }
    }
    return to;
  }

  private long fullFinishPrice(int day, int c) {
    long price = 0;
    for (int counter = 0; counter < levels.length; counter++) {
      if (!leftOut[counter] && last[counter] == day) {
        price += counters.price[counter][c / unfinishedStride[day][counter] % levels[counter]];
      }
    }
    return price;
  }

  private int fullFinishTo(int day, int c) {
    int to = 0;
    for (int counter = 0; counter < levels.length; counter++) {
      int wide = stride[day + 1][counter];
      if (wide > 0) {
        to += c / unfinishedStride[day][counter] % levels[counter] * wide;
      }
    }
    return to;
  }

  /** Counters that are followed, most levels first, so that vectors are long. */
  private List<Integer> byLevels() {
    List<Integer> order = new ArrayList<>();
    for (int counter = 0; counter < levels.length; counter++) {
      if (!leftOut[counter]) {
        order.add(counter);
      }
    }
    order.sort((a, b) -> Integer.compare(levels[b], levels[a]));
    return order;
  }

  /** Whether the totals cannot be followed. */
  boolean tooMany() {
    return tooMany;
  }

  boolean isLeftOut(int counter) {
    return leftOut[counter];
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
    for (int counter = 0; counter < last.length; counter++) {
      if (!leftOut[counter] && last[counter] == day) {
        return true;
      }
    }
    return false;
  }

  /** Other values that add the same to the counters that are followed. */
  int[] alike(int day, int value) {
    int key = day * values + value;
    if (alike[key] == null) {
      int[] own = step(day, value, 0);
      List<Integer> list = new ArrayList<>();
      for (int other = 0; other < values; other++) {
        int[] step = step(day, other, 0);
        boolean same = other != value;
        for (int counter = 0; counter < levels.length; counter++) {
          same &= leftOut[counter] || step[counter] == own[counter];
        }
        if (same) {
          list.add(other);
        }
      }
      alike[key] = list.stream().mapToInt(Integer::intValue).toArray();
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

  private int[] segments(int day, int[] step) {
    int[] triples = new int[48];
    int count = 0;
    for (int c = 0; c < index[day].length; c++) {
      int full = fullAfter(day, step, index[day][c]);
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
    int[] step = step(day, value, emitted);
    int full = unfinishedIndex[day][c];
    int from = 0;
    for (int counter = 0; counter < levels.length; counter++) {
      int wide = unfinishedStride[day][counter];
      if (wide > 0) {
        int digit = full / wide % levels[counter] - step[counter];
        if (digit < 0 || (stride[day][counter] == 0 && digit > 0)) {
          return -1;
        }
        from += digit * stride[day][counter];
      }
    }
    return number[day][from];
  }

  /** Packed price of the counters that end with a day. */
  long finishPrice(int day, int c) {
    return fullFinishPrice(day, unfinishedIndex[day][c]);
  }

  /** Number in the next layer. */
  int finishTo(int day, int c) {
    return number[day + 1][fullFinishTo(day, unfinishedIndex[day][c])];
  }
}

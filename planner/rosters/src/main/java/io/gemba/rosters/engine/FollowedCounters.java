package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which counters of a row an exact row search follows, and on which days. A counter is alive from
 * the first to the last day that can add to it. Counters with an upper limit only can be left out,
 * the most generous first, until the totals alive on one day are few enough.
 */
final class FollowedCounters {
  private static final int MOST_WITHOUT_CHOICE = 60_000;

  private final Counters counters;
  private final int days;
  private final int values;
  private final boolean[] leftOut;
  private final int[] first;
  private final int[] last;
  private final int[] levels;
  private final int[][] gains;
  private final boolean tooMany;

  /**
   * @param most totals of one day above which counters are left out
   */
  FollowedCounters(Row row, int days, int values, int most) {
    this.days = days;
    this.values = values;
    counters = row.counters();
    int count = counters.count();
    leftOut = new boolean[count];
    first = new int[count];
    last = new int[count];
    levels = new int[count];
    gains = new int[days * values][count];
    Arrays.fill(first, days);
    Arrays.fill(last, -1);
    spans();
    for (int counter = 0; counter < count; counter++) {
      levels[counter] = levels(counter);
      leftOut[counter] = costsNothing(counter);
    }
    tooMany = leaveOut(most);
  }

  private void spans() {
    for (int cell = 0; cell < days * values; cell++) {
      for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
        int counter = counters.counter[i];
        gains[cell][counter] += counters.amount[i];
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

  private boolean leaveOut(int most) {
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
      if (product <= most || generous < 0) {
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

  /** Whether the totals cannot be followed. */
  boolean tooMany() {
    return tooMany;
  }

  boolean isLeftOut(int counter) {
    return leftOut[counter];
  }

  /** How many totals of each counter break no upper limit. */
  int[] levels() {
    return levels;
  }

  /** Whether the last day that can add to a counter that is followed is this one. */
  boolean ends(int counter, int day) {
    return !leftOut[counter] && last[counter] == day;
  }

  /** What a value of a day adds to each counter, without what the automaton emits. */
  int[] gains(int day, int value) {
    return gains[day * values + value];
  }

  /** Whether two values of a day add the same to the counters that are followed. */
  boolean alike(int day, int value, int other) {
    int[] own = gains(day, value);
    int[] others = gains(day, other);
    for (int counter = 0; counter < own.length; counter++) {
      if (own[counter] != others[counter] && !leftOut[counter]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Counters that begin no later than one day and end no sooner than another; those with most
   * levels first, so that vectors are long.
   */
  List<Integer> listAlive(int latestFirst, int soonestLast) {
    List<Integer> order = new ArrayList<>();
    for (int counter = 0; counter < levels.length; counter++) {
      if (!leftOut[counter] && first[counter] <= latestFirst && last[counter] >= soonestLast) {
        order.add(counter);
      }
    }
    order.sort((a, b) -> Integer.compare(levels[b], levels[a]));
    return order;
  }
}

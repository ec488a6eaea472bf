package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the totals of a row's counters move from day to day, as numbers of {@link TotalsLayout}s.
 *
 * <p>A layer is what is known before a day; an unfinished layer is what is known after the day but
 * before the counters that end with it are paid.
 */
final class TotalsSteps {
  private final FollowedCounters followed;
  private final Counters counters;
  private final int values;
  private final Map<List<Integer>, TotalsLayout> layouts = new HashMap<>();

  /** Layout of layer d, and of the layer that day d finishes; the same object where alike. */
  private final TotalsLayout[] layout;

  private final TotalsLayout[] unfinished;

  /** Numbers before a day in the layout after it, null = the same; and before and after its end. */
  private final int[][] grown;

  private final int[][] shrunk;

  /** What one value of a day adds, counter by counter, and to the number as a whole. */
  @SuppressWarnings("ArrayRecordComponent") // read in hot loops, never changed
  record Step(int[] counter, int[] amount, int offset) {
    boolean same(Step other) {
      return Arrays.equals(counter, other.counter) && Arrays.equals(amount, other.amount);
    }
  }

  /**
   * @param followed not too many
   */
  TotalsSteps(Counters counters, FollowedCounters followed, int days, int values) {
    this.counters = counters;
    this.followed = followed;
    this.values = values;
    layout = new TotalsLayout[days + 1];
    unfinished = new TotalsLayout[days];
    grown = new int[days][];
    shrunk = new int[days][];
    for (int day = 0; day <= days; day++) {
      layout[day] = layout(followed.listAlive(day - 1, day));
    }
    for (int day = 0; day < days; day++) {
      TotalsLayout own = layout(followed.listAlive(day, day));
      unfinished[day] = own;
      grown[day] = layout[day] == own ? null : layout[day].in(own);
      shrunk[day] = own == layout[day + 1] ? null : own.in(layout[day + 1]);
    }
  }

  private TotalsLayout layout(List<Integer> alive) {
    return layouts.computeIfAbsent(alive, key -> new TotalsLayout(key, followed.levels()));
  }

  /** Numbers of the layer before a day, whether they can be reached or not. */
  int size(int day) {
    return layout[day].size;
  }

  int unfinishedSize(int day) {
    return unfinished[day].size;
  }

  /** Whether a counter ends with a day. */
  boolean finishes(int day) {
    return shrunk[day] != null;
  }

  /** What the different values of a day add, with and without emitting. */
  List<Step> list(int day) {
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

  Step step(int day, int value, int emitted) {
    int[] gains = followed.gains(day, value);
    int[] stride = unfinished[day].stride;
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

  /** Unfinished number after a step, -1 when a limit is passed. */
  int after(int day, Step step, int c) {
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

  /** Number before a value that led to an unfinished number; -1 when there is none. */
  int before(int day, int value, int emitted, int c) {
    int[] gains = followed.gains(day, value);
    TotalsLayout target = unfinished[day];
    int from = 0;
    for (int counter = 0; counter < gains.length; counter++) {
      if (target.holds(counter)) {
        int gain = gains[counter] + (counter == counters.emitted ? emitted : 0);
        int digit = target.total(counter, c) - gain;
        if (digit < 0 || (digit > 0 && !layout[day].holds(counter))) {
          return -1;
        }
        from += digit * layout[day].stride[counter];
      }
    }
    return from;
  }

  /** Packed price of the counters that end with a day, by the unfinished number. */
  long finishPrice(int day, int c) {
    long price = 0;
    for (int counter = 0; counter < counters.count(); counter++) {
      if (followed.ends(counter, day)) {
        price += counters.price[counter][unfinished[day].total(counter, c)];
      }
    }
    return price;
  }

  /** Number in the next layer of an unfinished one. */
  int finishTo(int day, int c) {
    int[] to = shrunk[day];
    return to == null ? c : to[c];
  }
}

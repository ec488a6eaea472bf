package io.gemba.rosters.engine;

import java.util.Arrays;

/**
 * The dynamic program of a row search, day by day forward over automaton states and totals; {@link
 * RowTrace} goes back. One thread.
 *
 * <p>Layout: the best price of reaching state q with totals number c before day d is at {@code q *
 * size(d) + c} of layer d; the number counts in mixed radix over the counters that are alive that
 * day, so that one transition is a handful of shifted vector additions. An unfinished layer is
 * between a day and the payment of the counters that end with it; null where none does.
 */
final class RowLayers {
  static final int UNREACHED = Integer.MAX_VALUE / 2;

  final Problem problem;
  final Automaton automaton;
  final RowTotals totals;
  final RowScale scale;
  final int[][] layers;
  final int[][] unfinished;
  private final int days;
  private final int values;

  /** Of value v on day d at {@code d * values + v}, fines included. */
  final int[] prices;

  private int bestPrice;

  RowLayers(Problem problem, Automaton automaton, RowTotals totals, RowScale scale) {
    this.problem = problem;
    this.automaton = automaton;
    this.totals = totals;
    this.scale = scale;
    days = problem.days;
    values = problem.values;
    prices = new int[days * values];
    layers = new int[days + 1][];
    unfinished = new int[days][];
    for (int day = 0; day <= days; day++) {
      layers[day] = new int[automaton.states * totals.size(day)];
      if (day < days && totals.finishes(day)) {
        unfinished[day] = new int[automaton.states * totals.unfinishedSize(day)];
      }
    }
  }

  /** Price of the row that was found last. */
  int bestPrice() {
    return bestPrice;
  }

  /** The last state of the cheapest row under the prices, -1 = there is none. */
  int solve() {
    Arrays.fill(layers[0], UNREACHED);
    if (totals.size(0) == 0) {
      return -1;
    }
    layers[0][automaton.initial] = 0;
    for (int day = 0; day < days; day++) {
      int[] target = unfinished[day] == null ? layers[day + 1] : unfinished[day];
      Arrays.fill(target, UNREACHED);
      advance(day, target);
      if (unfinished[day] != null) {
        Arrays.fill(layers[day + 1], UNREACHED);
        finish(day);
      }
    }
    int best = UNREACHED;
    int state = -1;
    for (int q = 0; q < automaton.states; q++) {
      long last = automaton.finalPrice[q];
      if (layers[days][q] < UNREACHED / 2 && Price.hard(last) == 0) {
        int price = layers[days][q] + scale.of(Price.soft(last));
        if (price < best) {
          best = price;
          state = q;
        }
      }
    }
    bestPrice = best;
    return state;
  }

  private void advance(int day, int[] target) {
    int[] source = layers[day];
    int size = totals.size(day);
    int targetSize = totals.unfinishedSize(day);
    int dayClass = problem.dayClass[day];
    for (int q = 0; q < automaton.states; q++) {
      if (!reached(source, q * size, size)) {
        continue;
      }
      for (int value = 0; value < values; value++) {
        int price = prices[day * values + value];
        int at = automaton.at(dayClass, q, value);
        if (price >= UNREACHED / 2 || automaton.next[at] < 0 || beaten(day, q, value)) {
          continue;
        }
        long own = automaton.price[at];
        if (Price.hard(own) > 0) {
          continue;
        }
        relax(
            source,
            q * size,
            target,
            automaton.next[at] * targetSize,
            price + scale.of(Price.soft(own)),
            totals.shift(day, value, automaton.emits[at]));
      }
    }
  }

  /** Whether an alike value of the day leads to the same state for less. */
  private boolean beaten(int day, int state, int value) {
    int at = automaton.at(problem.dayClass[day], state, value);
    for (int other : totals.alike(day, value)) {
      int otherAt = at - value + other;
      if (automaton.next[otherAt] == automaton.next[at]
          && automaton.price[otherAt] == automaton.price[at]
          && automaton.emits[otherAt] == automaton.emits[at]) {
        int difference = prices[day * values + other] - prices[day * values + value];
        if (difference < 0 || (difference == 0 && other < value)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean reached(int[] layer, int from, int size) {
    for (int c = from; c < from + size; c++) {
      if (layer[c] < UNREACHED / 2) {
        return true;
      }
    }
    return false;
  }

  private static void relax(int[] source, int from, int[] target, int to, int price, int[] shift) {
    for (int i = 0; i < shift.length; i += 3) {
      relax(source, from + shift[i], target, to + shift[i + 1], price, shift[i + 2]);
    }
  }

  /** One vector addition; unreached entries stay far above any price. */
  private static void relax(int[] source, int from, int[] target, int to, int price, int length) {
    for (int i = 0; i < length; i++) {
      target[to + i] = Math.min(target[to + i], source[from + i] + price);
    }
  }

  /** Pays for the counters that end with a day and forgets them. */
  private void finish(int day) {
    int[] source = unfinished[day];
    int[] target = layers[day + 1];
    int size = totals.unfinishedSize(day);
    int targetSize = totals.size(day + 1);
    for (int c = 0; c < size; c++) {
      long own = totals.finishPrice(day, c);
      if (Price.hard(own) > 0) {
        continue;
      }
      int price = scale.of(Price.soft(own));
      int to = totals.finishTo(day, c);
      for (int q = 0; q < automaton.states; q++) {
        int reached = source[q * size + c];
        if (reached < UNREACHED / 2) {
          target[q * targetSize + to] = Math.min(target[q * targetSize + to], reached + price);
        }
      }
    }
  }
}

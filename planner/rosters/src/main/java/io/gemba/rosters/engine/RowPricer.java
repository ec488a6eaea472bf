package io.gemba.rosters.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest row of a person under given prices of every cell, exactly, by dynamic
 * programming over (day, automaton state, counter totals): the pricing problem of the column
 * generation for nurse rostering (Jaumard, Semet and Vovor 1998; Burke and Curtois 2014). No hard
 * rule of the row is broken.
 *
 * <p>Layout: the best price of reaching state q with counter index c before day d is at {@code q *
 * size(d) + c} of layer d, an int in {@code 1 / scale} of the soft price; the counter index counts
 * in mixed radix over the counters that are alive that day, so that one transition is a handful of
 * shifted vector additions. One thread.
 */
final class RowPricer {
  private static final int UNREACHED = Integer.MAX_VALUE / 2;
  private static final int MOST_ATTEMPTS = 8;
  private static final int MOST_TOTALS = 4_000;

  /** Heads too few that a broken rule of cover weighs where a row is planned alone. */
  private static final int DEAR = 10;

  private final Problem problem;
  private final Row row;
  private final int days;
  private final int values;
  private final double scale;
  private final int[] rowPrice;
  private final RowTotals totals;
  private final int[][] layers;
  private final int[][] unfinished;
  private final int[] prices;

  /** Fine of each counter that is left out, for one unit of it. */
  private final int[] fines;

  private final int firstFine;
  private int bestPrice;

  /**
   * A row found under given prices.
   *
   * @param values one a day; null when none was found that keeps every rule
   * @param lower no row is cheaper, in the scale of the pricer
   */
  @SuppressWarnings("ArrayRecordComponent") // read in hot loops, never changed
  record Path(short @Nullable [] values, int lower) {}

  RowPricer(Problem problem, int index, double scale) {
    this(problem, index, scale, MOST_TOTALS);
  }

  /**
   * @param scale what prices are multiplied by before they are rounded
   * @param most totals of one day above which counters are left out and fined: fewer are sooner
   *     made and less exact
   */
  RowPricer(Problem problem, int index, double scale, int most) {
    this.problem = problem;
    this.scale = scale;
    row = problem.rows[index];
    days = problem.days;
    values = problem.values;
    rowPrice = new int[days * values];
    for (int cell = 0; cell < rowPrice.length; cell++) {
      long price = row.cellPrice()[cell];
      boolean closed = !problem.isOpen[index * days * values + cell];
      rowPrice[cell] = closed || Price.hard(price) > 0 ? UNREACHED : scaled(Price.soft(price));
    }
    prices = new int[days * values];
    totals = new RowTotals(row, days, values, most);
    layers = new int[days + 1][];
    unfinished = new int[days][];
    fines = new int[row.counters().count()];
    firstFine = scaled(problem.dearestStep() / 4.0);
    if (!totals.tooMany()) {
      allocate(row.automaton().states);
    }
  }

  /**
   * The cheapest values of a problem of one row, null when every way breaks a rule.
   *
   * <p>Cover is priced cell by cell: right as long as no two days of the row bring to one unit.
   */
  static short @Nullable [] alone(Problem problem) {
    Cover cover = problem.rows[0].cover();
    long hardWeight = problem.hardWeight(DEAR);
    double[] prices = new double[problem.days * problem.values];
    for (int cell = 0; cell < prices.length; cell++) {
      for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
        long[] price = problem.unitPrice[cover.unit[i]];
        prices[cell] += Price.flat(price[cover.amount[i]] - price[0], hardWeight);
      }
    }
    Path path = new RowPricer(problem, 0, 1).cheapest(prices);
    return path == null ? null : path.values();
  }

  private int scaled(long price) {
    return scaled((double) price);
  }

  private int scaled(double price) {
    return (int) Math.round(Math.max(-1e7, Math.min(1e7, price * scale)));
  }

  /**
   * The cheapest row. Counters that are left out are fined when the row breaks them, more each
   * time, so the row may not be the very cheapest then; its lower bound holds (Lagrange).
   *
   * @param cellPrice price of value v on day d besides the row's own, at {@code d * values + v}
   * @return null when every row breaks a rule or there are too many totals to follow
   */
  @Nullable Path cheapest(double[] cellPrice) {
    if (totals.tooMany()) {
      return null;
    }
    int lower = Integer.MIN_VALUE;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      long allowed = price(cellPrice);
      int best = solve();
      if (best < 0) {
        return null;
      }
      lower = (int) Math.max(lower, bestPrice - allowed);
      short[] found = trace(row.automaton(), best);
      if (!fine(found)) {
        relent();
        return new Path(found, lower);
      }
    }
    return new Path(null, lower);
  }

  /** Sets the prices of all cells; returns the fines that a row at every limit would pay. */
  private long price(double[] cellPrice) {
    for (int cell = 0; cell < prices.length; cell++) {
      prices[cell] =
          rowPrice[cell] == UNREACHED ? UNREACHED : rowPrice[cell] + scaled(cellPrice[cell]);
    }
    Counters counters = row.counters();
    long allowed = 0;
    boolean any = false;
    for (int counter = 0; counter < fines.length; counter++) {
      if (fines[counter] > 0) {
        any = true;
        allowed += (long) fines[counter] * limit(counters.price[counter]);
      }
    }
    for (int cell = 0; any && cell < prices.length; cell++) {
      for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
        if (prices[cell] < UNREACHED / 2) {
          prices[cell] += fines[counters.counter[i]] * counters.amount[i];
        }
      }
    }
    return allowed;
  }

  private static int limit(long[] price) {
    int largest = price.length - 1;
    while (largest > 0 && Price.hard(price[largest]) > 0) {
      largest--;
    }
    return largest;
  }

  /** Raises the fines of the counters that a row breaks; false when it breaks none. */
  private boolean fine(short[] path) {
    Counters counters = row.counters();
    int[] total = new int[counters.count()];
    for (int day = 0; day < days; day++) {
      int cell = day * values + path[day];
      for (int i = counters.start[cell]; i < counters.start[cell + 1]; i++) {
        total[counters.counter[i]] += counters.amount[i];
      }
    }
    boolean broken = false;
    for (int counter = 0; counter < total.length; counter++) {
      if (totals.isLeftOut(counter) && Price.hard(counters.price[counter][total[counter]]) > 0) {
        fines[counter] = Math.max(firstFine, fines[counter] * 3 / 2);
        broken = true;
      }
    }
    return broken;
  }

  private void relent() {
    for (int counter = 0; counter < fines.length; counter++) {
      fines[counter] = fines[counter] < firstFine / 4 ? 0 : fines[counter] * 7 / 10;
    }
  }

  /** The last state of the cheapest row, -1 = there is none. */
  private int solve() {
    Automaton automaton = row.automaton();
    Arrays.fill(layers[0], UNREACHED);
    if (totals.size(0) == 0) {
      return -1;
    }
    layers[0][automaton.initial] = 0;
    for (int day = 0; day < days; day++) {
      int[] target = unfinished[day] == null ? layers[day + 1] : unfinished[day];
      Arrays.fill(target, UNREACHED);
      advance(automaton, day, target);
      if (unfinished[day] != null) {
        Arrays.fill(layers[day + 1], UNREACHED);
        finish(automaton, day);
      }
    }
    int best = UNREACHED;
    int state = -1;
    for (int q = 0; q < automaton.states; q++) {
      long last = automaton.finalPrice[q];
      if (layers[days][q] < UNREACHED / 2 && Price.hard(last) == 0) {
        int price = layers[days][q] + scaled(Price.soft(last));
        if (price < best) {
          best = price;
          state = q;
        }
      }
    }
    bestPrice = best;
    return state;
  }

  private void allocate(int states) {
    for (int day = 0; day <= days; day++) {
      layers[day] = new int[states * totals.size(day)];
      if (day < days && totals.finishes(day)) {
        unfinished[day] = new int[states * totals.unfinishedSize(day)];
      }
    }
  }

  private void advance(Automaton automaton, int day, int[] target) {
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
        if (price >= UNREACHED / 2 || automaton.next[at] < 0 || beaten(automaton, day, q, value)) {
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
            price + scaled(Price.soft(own)),
            totals.shift(day, value, automaton.emits[at]));
      }
    }
  }

  /** Whether an alike value of the day leads to the same state for less. */
  private boolean beaten(Automaton automaton, int day, int state, int value) {
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
  private void finish(Automaton automaton, int day) {
    int[] source = unfinished[day];
    int[] target = layers[day + 1];
    int size = totals.unfinishedSize(day);
    int targetSize = totals.size(day + 1);
    for (int c = 0; c < size; c++) {
      long own = totals.finishPrice(day, c);
      if (Price.hard(own) > 0) {
        continue;
      }
      int price = scaled(Price.soft(own));
      int to = totals.finishTo(day, c);
      for (int q = 0; q < automaton.states; q++) {
        int reached = source[q * size + c];
        if (reached < UNREACHED / 2) {
          target[q * targetSize + to] = Math.min(target[q * targetSize + to], reached + price);
        }
      }
    }
  }

  private short[] trace(Automaton automaton, int last) {
    short[] path = new short[days];
    int state = last;
    int total = 0;
    for (int day = days - 1; day >= 0; day--) {
      int reached = layers[day + 1][state * totals.size(day + 1) + total];
      int[] layer = layers[day + 1];
      if (unfinished[day] != null) {
        layer = unfinished[day];
        total = beforeFinish(day, state, total, reached);
        reached = layer[state * totals.unfinishedSize(day) + total];
      }
      int step = stepInto(automaton, day, state, total, reached);
      int from = step / values;
      path[day] = (short) (step % values);
      int at = automaton.at(problem.dayClass[day], from, path[day]);
      total = totals.before(day, path[day], automaton.emits[at], total);
      state = from;
    }
    return path;
  }

  private int beforeFinish(int day, int state, int total, int reached) {
    int size = totals.unfinishedSize(day);
    for (int c = 0; c < size; c++) {
      int before = unfinished[day][state * size + c];
      if (totals.finishTo(day, c) == total
          && before < UNREACHED / 2
          && Price.hard(totals.finishPrice(day, c)) == 0
          && before + scaled(Price.soft(totals.finishPrice(day, c))) == reached) {
        return c;
      }
    }
    throw new IllegalStateException("No totals lead to the price on day " + day + ".");
  }

  /** State and value that lead to a price: {@code state * values + value}. */
  private int stepInto(Automaton automaton, int day, int state, int total, int reached) {
    int size = totals.size(day);
    int dayClass = problem.dayClass[day];
    for (int q = 0; q < automaton.states; q++) {
      for (int value = 0; value < values; value++) {
        int price = prices[day * values + value];
        int at = automaton.at(dayClass, q, value);
        if (price >= UNREACHED / 2
            || automaton.next[at] != state
            || Price.hard(automaton.price[at]) > 0) {
          continue;
        }
        int before = totals.before(day, value, automaton.emits[at], total);
        if (before >= 0) {
          int source = layers[day][q * size + before];
          if (source < UNREACHED / 2
              && source + price + scaled(Price.soft(automaton.price[at])) == reached) {
            return q * values + value;
          }
        }
      }
    }
    throw new IllegalStateException("No step leads to the price on day " + day + ".");
  }
}

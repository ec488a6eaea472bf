package io.gemba.rosters.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plans the rows of a roster anew, one after the other and many times over, each exactly under
 * prices of cover that also know what the others leave open. At first a missing head raises its
 * price by little, so that rows find out together what cover is worth; in the end by so much that
 * every row pays what its cover truly costs (the augmented Lagrangian of Hestenes 1969 and Powell
 * 1969, minimised row by row as in the alternating direction method of multipliers, Boyd et al.
 * 2011). Rows too long to be planned whole are planned window by window. Thread safe: several
 * threads may plan different rows.
 */
final class RowSweeps {
  /** What one missing head adds to its price at once, in dearest steps, at the end. */
  private static final double LAST = 0.4;

  private static final double LAST_WHOLE = 3;

  /** The same at the beginning, without and with prices to start from. */
  private static final double FIRST = 0.003;

  private static final double FIRST_PRICED = 0.05;

  /**
   * Part of that by which a missing head raises the price for good, less and less; more where there
   * is no time for many sweeps.
   */
  private static final double LEARNT = 0.3;

  private static final double MOST_LEARNT = 0.8;

  /** Sweeps in which prices are learnt when a missing head counts in full. */
  private static final double LEARNING = 15;

  private static final double PATH_SCALE = 20_000;

  /** Totals that are followed along a row: the search of few is sooner made than that of many. */
  private static final int MOST_TOTALS = 150;

  private static final Cover NONE = new Cover(new int[0][][]);

  /** Part of the plans of a sweep that may fail before more sweeps are no use. */
  private static final double FAILED = 0.5;

  private final Problem problem;
  private final CoverNeeds needs;
  private final FastRandom random;
  private final int windowDays;
  private final double scale;
  private final boolean priced;
  private final short[] roster;
  private final double[] missing;
  private final double[] prices;
  private final RowPricer[] pricers;
  private final boolean[] busy;
  private final State state;
  private int[] order = new int[0];
  private int taken;
  private double atOnce;
  private int sweeps;
  private int plans;
  private int failures;
  private boolean hopeless;

  /** A row and where its first window ends. */
  private record Task(int row, int firstEnd) {}

  /**
   * @param start roster to begin with; its broken rules are mended where a window can
   * @param guide prices of cover, which stay as they are; null = they are learnt
   * @param windowDays days that are planned at a time
   */
  RowSweeps(
      Problem problem,
      short[] start,
      double @Nullable [] guide,
      int windowDays,
      FastRandom random) {
    this.problem = problem;
    this.random = random;
    this.windowDays = Math.min(problem.days, windowDays);
    needs = new CoverNeeds(problem, problem.hardWeight(10));
    scale = PATH_SCALE / problem.dearestStep();
    roster = start.clone();
    priced = guide != null;
    prices = guide == null ? new double[needs.need.length] : guide.clone();
    missing = needs.need.clone();
    for (int row = 0; row < problem.rows.length; row++) {
      problem.rows[row].cover().add(line(row), problem.values, -1, missing);
    }
    pricers = new RowPricer[problem.rows.length];
    busy = new boolean[problem.rows.length];
    state = new State(problem, start);
  }

  private short[] line(int row) {
    return Arrays.copyOfRange(roster, row * problem.days, (row + 1) * problem.days);
  }

  /**
   * Sweeps until a share of the time is gone; every thread that does must be given the same times.
   *
   * @param from share of the limits' time at which the sweeps begin
   * @param until share at which they end
   * @param incumbent hears of the roster after every sweep
   */
  void run(Limits limits, double from, double until, Incumbent incumbent) {
    run(limits, () -> (limits.spent() - from) / (until - from), incumbent);
  }

  /**
   * Sweeps so many times.
   *
   * @param until share of the limits' time after which the last sweeps are hurried, then left out
   */
  void run(Limits limits, int times, double until, Incumbent incumbent) {
    double from = limits.spent();
    run(
        limits,
        () -> Math.max(sweeps() / (double) times, (limits.spent() - from) / (until - from)),
        incumbent);
  }

  /** Whether most rows cannot be planned, as their totals are too many. */
  synchronized boolean isHopeless() {
    return hopeless;
  }

  private synchronized int sweeps() {
    return Math.max(0, sweeps - 1);
  }

  private void run(Limits limits, DoubleSupplier shares, Incumbent incumbent) {
    while (!limits.over()) {
      double share = shares.getAsDouble();
      if (share >= 1 || isHopeless()) {
        return;
      }
      Task task = next(share, incumbent);
      if (task == null) {
        continue;
      }
      try {
        if (hard(task.row()) > 0) {
          build(task.row());
        }
        int start = 0;
        for (int end = task.firstEnd(); start < problem.days && !limits.over(); ) {
          plan(task.row(), new RowCut.Days(start, Math.min(problem.days, end)));
          start = end;
          end += windowDays;
        }
      } finally {
        done(task);
      }
    }
  }

  /** The next row that nobody plans; null when all that are left are being planned. */
  private synchronized @Nullable Task next(double share, Incumbent incumbent) {
    if (taken == order.length) {
      if (sweeps++ > 0) {
        learn(share, incumbent);
      }
      double first = priced ? FIRST_PRICED : FIRST;
      double last = windowDays < problem.days ? LAST : LAST_WHOLE;
      atOnce = problem.dearestStep() * first * Math.pow(last / first, Math.max(0, share));
      order = random.sample(problem.rows.length, problem.rows.length);
      taken = 0;
    }
    int row = order[taken++];
    if (busy[row]) {
      return null;
    }
    busy[row] = true;
    return new Task(
        row, windowDays == problem.days ? windowDays : windowDays - random.nextInt(windowDays));
  }

  private synchronized void done(Task task) {
    busy[task.row()] = false;
  }

  /** Between two sweeps: prices follow what is missing, and the roster is offered. */
  private void learn(double share, Incumbent incumbent) {
    hopeless = failures > FAILED * plans;
    plans = 0;
    failures = 0;
    state.load(roster);
    incumbent.offer(state);
    double learnt = Math.max(LEARNT, Math.min(MOST_LEARNT, LEARNING * share / sweeps));
    double step = priced ? 0 : learnt * atOnce * Math.max(0, 1 - share);
    for (int unit = 0; unit < prices.length; unit++) {
      prices[unit] = within(unit, prices[unit] + step * missing[unit]);
    }
  }

  private double within(int unit, double price) {
    return Math.max(-needs.over[unit], Math.min(needs.under[unit], price));
  }

  private long hard(int row) {
    return Price.hard(RowPrice.of(problem, row, line(row)));
  }

  /** A row that breaks a rule is built anew if that can be. */
  private void build(int row) {
    RowCut.Days all = new RowCut.Days(0, problem.days);
    short[] built = RowBuilder.build(problem, row, cellPrices(row, all), scale);
    if (built != null && Price.hard(RowPrice.of(problem, row, built)) < hard(row)) {
      take(row, all, built);
    }
  }

  private void plan(int row, RowCut.Days days) {
    double[] cellPrice = cellPrices(row, days);
    RowPricer.Path path = pricer(row, days).cheapest(cellPrice);
    take(row, days, path == null ? null : path.values());
  }

  /** A row that is planned whole is planned often, so all of its totals are worth their time. */
  private RowPricer pricer(int row, RowCut.Days days) {
    if (days.count() == problem.days) {
      RowPricer own = pricers[row];
      if (own == null) {
        own = new RowPricer(problem, row, scale);
        pricers[row] = own;
      }
      return own;
    }
    Row cut = RowCut.of(problem, row, line(row), days, NONE);
    int[] dayClass = Arrays.copyOfRange(problem.dayClass, days.from(), days.to());
    Problem alone =
        new Problem(
            problem.values, dayClass, List.of(cut), new long[0][], List.of(), problem.usualBreak);
    return new RowPricer(alone, 0, scale, MOST_TOTALS);
  }

  /** What a cell is worth: its units' prices, more where heads are missing without this row. */
  private synchronized double[] cellPrices(int row, RowCut.Days days) {
    int values = problem.values;
    int from = days.from() * values;
    double[] cellPrice = new double[days.count() * values];
    Cover cover = problem.rows[row].cover();
    bring(row, days, 1);
    for (int cell = 0; cell < cellPrice.length; cell++) {
      for (int i = cover.start[from + cell]; i < cover.start[from + cell + 1]; i++) {
        int unit = cover.unit[i];
        double price = within(unit, prices[unit] + atOnce * (missing[unit] - 0.5));
        cellPrice[cell] -= price * cover.amount[i];
      }
    }
    bring(row, days, -1);
    return cellPrice;
  }

  /** Gives a row new values; null = none were found. */
  private synchronized void take(int row, RowCut.Days days, short @Nullable [] values) {
    plans++;
    if (values == null) {
      failures++;
      return;
    }
    bring(row, days, 1);
    System.arraycopy(values, 0, roster, row * problem.days + days.from(), days.count());
    bring(row, days, -1);
  }

  /** Adds what a row brings on some days, times a sign, to what is missing. */
  private void bring(int row, RowCut.Days days, int sign) {
    Cover cover = problem.rows[row].cover();
    for (int day = days.from(); day < days.to(); day++) {
      int cell = day * problem.values + roster[row * problem.days + day];
      for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
        missing[cover.unit[i]] += sign * cover.amount[i];
      }
    }
  }
}

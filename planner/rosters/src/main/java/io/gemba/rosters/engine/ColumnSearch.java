package io.gemba.rosters.engine;

import io.gemba.rosters.engine.Master.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Column generation over whole rows (Burke and Curtois 2014, "New approaches to nurse rostering
 * benchmark instances"): a linear program picks shares of rows, its prices of cover tell exact row
 * searches which rows are missing, and a dive fixes one row after the other until everybody has
 * one. Over all people it also gives a lower bound; over some of them, with the others' rows kept,
 * it is the large step of a neighbourhood search. One thread.
 */
final class ColumnSearch {
  private static final double PATH_SCALE = 20_000;
  private static final double NEGATIVE = 1e-3;
  private static final int MOST_IMPORTED = 120;

  /** Share of the last prices in those that rows are searched under (Wentges 1997). */
  private static final double SMOOTHING = 0.7;

  /** Gap between the program and its bound at which no more rows are searched before a dive. */
  private static final double CLOSE = 0.001;

  private static final double HURRY = 0.07;

  /** Rounds of row searches after each row that is fixed, and when time is short. */
  private static final int ROUNDS = 30;

  private static final int HURRIED_ROUNDS = 4;
  private static final double CERTAIN = 0.99;
  private static final double HURRIED_CERTAIN = 0.75;

  private final Problem problem;
  private final FastRandom random;
  private final CoverNeeds needs;
  private final RowPricer[] pricers;
  private final double scale;
  private final List<List<Column>> pool = new ArrayList<>();
  private final List<Set<String>> known = new ArrayList<>();
  private final double[] guide;
  private final long hardWeight;
  private final Helpers helpers;
  private double bound = Double.NEGATIVE_INFINITY;
  private long rows;

  /**
   * @param hardWeight price of a broken rule in the rows that are given
   * @param helpers share the row searches of a round
   */
  ColumnSearch(Problem problem, FastRandom random, long hardWeight, Helpers helpers) {
    this.helpers = helpers;
    this.problem = problem;
    this.random = random;
    this.hardWeight = hardWeight;
    needs = new CoverNeeds(problem, hardWeight);
    scale = PATH_SCALE / problem.dearestStep();
    pricers = new RowPricer[problem.rows.length];
    for (int row = 0; row < pricers.length; row++) {
      pool.add(new ArrayList<>());
      known.add(new HashSet<>());
    }
    guide = new double[problem.unitPrice.length];
  }

  /** Made when first needed, as the totals of a long row take their time. */
  private RowPricer pricer(int row) {
    RowPricer pricer = pricers[row];
    if (pricer == null) {
      pricer = new RowPricer(problem, row, scale);
      pricers[row] = pricer;
    }
    return pricer;
  }

  /** No roster without broken rules is cheaper than this; minus infinity when not known. */
  double bound() {
    return bound;
  }

  /** Rows that were searched. */
  long rows() {
    return rows;
  }

  /**
   * Searches the best rows of some people, the others keep theirs.
   *
   * @param roster what to start from; rows that break hard rules stay as they are
   * @param free people whose rows may change
   * @return a roster, not necessarily better; null when the time ran out first
   */
  short @Nullable [] improve(short[] roster, int[] free, Limits limits) {
    double began = limits.spent();
    Dive dive = new Dive(roster, free, limits);
    if (!dive.generate(Integer.MAX_VALUE, free.length == problem.rows.length)) {
      return null;
    }
    boolean hurried = 1 - limits.spent() < 1.5 * (limits.spent() - began);
    return dive.run(hurried);
  }

  /** What one round of row searches found. */
  private record Priced(double lower, int added, boolean complete) {}

  /** One linear program and what is fixed in it. */
  private final class Dive {
    private final short[] roster;
    private final int[] free;
    private final Limits limits;
    private final Master master;
    private final boolean[] fixed;
    private final double[] prices = new double[problem.unitPrice.length];

    Dive(short[] roster, int[] free, Limits limits) {
      this.roster = roster;
      this.free = free;
      this.limits = limits;
      fixed = new boolean[free.length];
      master = new Master(free.length, left(), needs.under, needs.over, random);
      List<Column> first = new ArrayList<>();
      for (int person = 0; person < free.length; person++) {
        short[] row =
            Arrays.copyOfRange(
                roster, free[person] * problem.days, (free[person] + 1) * problem.days);
        first.add(column(person, free[person], row));
      }
      master.start(first);
      for (int person = 0; person < free.length; person++) {
        imported(person);
      }
    }

    /** What the rows that stay leave of the need. */
    private double[] left() {
      double[] left = needs.need.clone();
      boolean[] moves = new boolean[problem.rows.length];
      for (int row : free) {
        moves[row] = true;
      }
      for (int row = 0; row < problem.rows.length; row++) {
        if (!moves[row]) {
          Cover cover = problem.rows[row].cover();
          for (int day = 0; day < problem.days; day++) {
            int cell = day * problem.values + roster[row * problem.days + day];
            for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
              left[cover.unit[i]] -= cover.amount[i];
            }
          }
        }
      }
      return left;
    }

    /** The pool's rows that looked best under the last prices of everybody. */
    private void imported(int person) {
      List<Column> known = new ArrayList<>(pool.get(free[person]));
      if (known.size() > MOST_IMPORTED) {
        known.sort((a, b) -> Double.compare(guided(a), guided(b)));
        known = known.subList(0, MOST_IMPORTED);
      }
      for (Column column : known) {
        master.add(new Column(person, column.values, column.price, column.units, column.amounts));
      }
    }

    /** Generates rows until none is missing; false when the time ran out. */
    boolean generate(int mostRounds, boolean bounds) {
      double[] center = null;
      double bestLower = Double.NEGATIVE_INFINITY;
      for (int round = 0; round < mostRounds; round++) {
        master.solve(limits);
        if (limits.over()) {
          return false;
        }
        boolean smooth = center != null;
        for (int unit = 0; unit < prices.length; unit++) {
          double own = master.unitDual(unit);
          prices[unit] = center == null ? own : SMOOTHING * center[unit] + (1 - SMOOTHING) * own;
        }
        Priced priced = price();
        if (priced == null) {
          return false;
        }
        if (smooth && priced.added() == 0) {
          for (int unit = 0; unit < prices.length; unit++) {
            prices[unit] = master.unitDual(unit);
          }
          smooth = false;
          priced = price();
          if (priced == null) {
            return false;
          }
        }
        if (bounds && priced.complete()) {
          // whole prices scale to whole numbers where the scale is one; else four are rounded a day
          double rounded = scale == Math.rint(scale) ? 1 : 4;
          double lost = free.length * problem.days * rounded * 0.5 / scale;
          bound = Math.max(bound, priced.lower() - lost);
        }
        if (SMOOTHING > 0 && (center == null || priced.lower() > bestLower)) {
          bestLower = priced.lower();
          center = prices.clone();
        }
        boolean close =
            bounds && master.value() - bestLower < close() * Math.max(1, Math.abs(bestLower));
        if (priced.added() == 0 || close) {
          remember(bounds);
          return true;
        }
      }
      return true;
    }

    private @Nullable Priced price() {
      double lower = 0;
      for (int unit = 0; unit < master.units; unit++) {
        lower += prices[unit] * master.need(unit);
      }
      boolean complete = true;
      int added = 0;
      RowPricer.Path[] paths = new RowPricer.Path[free.length];
      AtomicInteger next = new AtomicInteger();
      helpers.run(() -> pricePersons(next, paths));
      if (limits.over()) {
        return null;
      }
      for (int person = 0; person < free.length; person++) {
        if (fixed[person]) {
          continue;
        }
        RowPricer.Path path = paths[person];
        rows++;
        if (path == null) {
          complete = false;
          continue;
        }
        lower += path.lower() / scale;
        short[] values = path.values();
        if (values != null) {
          Column column = column(person, free[person], values);
          if (master.reduced(column) < -NEGATIVE) {
            master.add(column);
            added++;
          }
        }
      }
      return new Priced(lower, added, complete);
    }

    /** A dive must still have its time: the more is gone, the less exact the program need be. */
    private double close() {
      return CLOSE + HURRY * Math.max(0, limits.spent() - 0.3);
    }

    /** Takes one person after the other; several threads may do so. */
    private void pricePersons(AtomicInteger next, RowPricer.@Nullable Path[] paths) {
      double[] cellPrice = new double[problem.days * problem.values];
      for (int person = next.getAndIncrement();
          person < free.length && !limits.over();
          person = next.getAndIncrement()) {
        if (!fixed[person]) {
          fillCellPrices(free[person], cellPrice);
          paths[person] = pricer(free[person]).cheapest(cellPrice);
        }
      }
    }

    private void remember(boolean bounds) {
      if (bounds) {
        for (int unit = 0; unit < guide.length; unit++) {
          guide[unit] = master.unitDual(unit);
        }
      }
    }

    private void fillCellPrices(int row, double[] cellPrice) {
      Cover cover = problem.rows[row].cover();
      for (int cell = 0; cell < cellPrice.length; cell++) {
        double price = 0;
        for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
          price -= prices[cover.unit[i]] * cover.amount[i];
        }
        cellPrice[cell] = price;
      }
    }

    /** Fixes the most certain rows, solves again, and so on; a roster at the end. */
    short[] run(boolean hurried) {
      while (true) {
        double[] shares = master.shares();
        int certain = 0;
        int best = -1;
        double bestShare = -1;
        List<Column> columns = master.columns();
        for (int i = 0; i < shares.length; i++) {
          int person = columns.get(i).person;
          if (fixed[person] || shares[i] < 1e-6) {
            continue;
          }
          if (shares[i] > (hurried ? HURRIED_CERTAIN : CERTAIN)) {
            fix(i);
            certain++;
          } else {
            double share = shares[i] * (0.85 + 0.15 * random.nextDouble());
            if (share > bestShare) {
              bestShare = share;
              best = i;
            }
          }
        }
        if (best < 0 && certain == 0) {
          return finished();
        }
        if (best >= 0 && !fixed[columns.get(best).person]) {
          fix(best);
        }
        if (!generate(hurried ? HURRIED_ROUNDS : ROUNDS, false)) {
          return finished();
        }
      }
    }

    private void fix(int number) {
      List<Column> columns = master.columns();
      int person = columns.get(number).person;
      fixed[person] = true;
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).person == person && i != number) {
          columns.get(i).banned = true;
        }
      }
    }

    private short[] finished() {
      short[] found = roster.clone();
      double[] shares = master.shares();
      double[] best = new double[free.length];
      List<Column> columns = master.columns();
      for (int i = 0; i < shares.length; i++) {
        Column column = columns.get(i);
        if (shares[i] > best[column.person]) {
          best[column.person] = shares[i];
          System.arraycopy(
              column.values, 0, found, free[column.person] * problem.days, problem.days);
        }
      }
      return found;
    }
  }

  private Column column(int person, int row, short[] values) {
    Cover cover = problem.rows[row].cover();
    int count = 0;
    for (int day = 0; day < values.length; day++) {
      int cell = day * problem.values + values[day];
      count += cover.start[cell + 1] - cover.start[cell];
    }
    int[] units = new int[count];
    double[] amounts = new double[count];
    int at = 0;
    for (int day = 0; day < values.length; day++) {
      int cell = day * problem.values + values[day];
      for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
        units[at] = cover.unit[i];
        amounts[at++] = cover.amount[i];
      }
    }
    Column column =
        new Column(
            person,
            values,
            Price.flat(RowPrice.of(problem, row, values), hardWeight),
            units,
            amounts);
    if (known.get(row).add(Arrays.toString(values))) {
      pool.get(row).add(column);
    }
    return column;
  }

  /** Reduced price under the last prices of everybody. */
  private double guided(Column column) {
    double price = column.price;
    for (int i = 0; i < column.units.length; i++) {
      price -= guide[column.units[i]] * column.amounts[i];
    }
    return price;
  }
}

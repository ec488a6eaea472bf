package io.gemba.rosters.engine;

import io.gemba.rosters.engine.Master.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private final Problem problem;
  private final FastRandom random;
  private final CoverNeeds needs;
  private final RowPricer[] pricers;
  private final double scale;
  private final List<List<Column>> pool = new ArrayList<>();
  private final List<Set<String>> known = new ArrayList<>();
  private final double[] guide;
  private final long hardWeight;
  private double bound = Double.NEGATIVE_INFINITY;
  private long rows;

  ColumnSearch(Problem problem, FastRandom random, long hardWeight) {
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
  short @Nullable [] improve(short[] roster, int[] free, Limits limits, int diveRounds) {
    Dive dive = new Dive(roster, free, limits);
    if (!dive.generate(Integer.MAX_VALUE, free.length == problem.rows.length)) {
      return null;
    }
    return dive.run(diveRounds);
  }

  /** One linear program and what is fixed in it. */
  private final class Dive {
    private final short[] roster;
    private final int[] free;
    private final Limits limits;
    private final Master master;
    private final boolean[] fixed;
    private final double[] cellPrice;

    Dive(short[] roster, int[] free, Limits limits) {
      this.roster = roster;
      this.free = free;
      this.limits = limits;
      fixed = new boolean[free.length];
      cellPrice = new double[problem.days * problem.values];
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
      for (int round = 0; round < mostRounds; round++) {
        master.solve(limits);
        if (limits.over()) {
          return false;
        }
        double lower = 0;
        for (int unit = 0; unit < master.units; unit++) {
          lower += master.unitDual(unit) * master.need(unit);
        }
        boolean complete = true;
        int added = 0;
        for (int person = 0; person < free.length; person++) {
          if (fixed[person]) {
            continue;
          }
          if (limits.over()) {
            return false;
          }
          fillCellPrices(free[person]);
          RowPricer.Path path = pricer(free[person]).cheapest(cellPrice);
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
        if (bounds && complete) {
          // whole prices scale to whole numbers where the scale is one; else four are rounded a day
          double rounded = scale == Math.rint(scale) ? 1 : 4;
          double lost = free.length * problem.days * rounded * 0.5 / scale;
          bound = Math.max(bound, lower - lost);
        }
        if (added == 0) {
          remember(bounds);
          return true;
        }
      }
      return true;
    }

    private void remember(boolean bounds) {
      if (bounds) {
        for (int unit = 0; unit < guide.length; unit++) {
          guide[unit] = master.unitDual(unit);
        }
      }
    }

    private void fillCellPrices(int row) {
      Cover cover = problem.rows[row].cover();
      for (int cell = 0; cell < cellPrice.length; cell++) {
        double price = 0;
        for (int i = cover.start[cell]; i < cover.start[cell + 1]; i++) {
          price -= master.unitDual(cover.unit[i]) * cover.amount[i];
        }
        cellPrice[cell] = price;
      }
    }

    /** Fixes the most certain rows, solves again, and so on; a roster at the end. */
    short @Nullable [] run(int rounds) {
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
          if (shares[i] > 0.99) {
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
        if (best >= 0) {
          fix(best);
        }
        if (!generate(rounds, false)) {
          return null;
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

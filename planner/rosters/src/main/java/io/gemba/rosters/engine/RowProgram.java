package io.gemba.rosters.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A linear program over rows, which are searched under its prices of cover until none is missing.
 * Prices are smoothed (Wentges 1997) and stay in a box around the best (du Merle et al. 1999). Rows
 * of people may be fixed in between. In one thread, which gives the row searches out.
 */
final class RowProgram {
  /** Share of the best prices in those that rows are searched under. */
  private static final double SMOOTHING = 0.7;

  /** Gap between the program and its bound at which no more rows are searched. */
  private static final double CLOSE = 0.001;

  private static final double HURRY = 0.07;

  /** How far prices may be from the best at first, in dearest steps, and how it grows. */
  private static final double BOX = 0.25;

  private static final double WIDER = 4;

  /** Sweeps that make a roster of the first rows. */
  private static final int SWEEPS = 40;

  /** How many times as long as the first rows the sweeps may take. */
  private static final double SWEEPING = 1.5;

  /** Level of a boxed slack that tells that the box is too small. */
  private static final double SLACK = 0.1;

  private final ColumnSearch search;
  private final Problem problem;
  private final Part part;
  private final Limits limits;
  private final Master master;
  private final FixedRows fixed;
  private final RowRound rows;
  private final double[] prices;
  private double[] best;
  private double box;

  /** What the rows cost that are to be bettered; without limit where that does not tell. */
  private double given;

  private double lower = Double.NEGATIVE_INFINITY;

  /** A roster and the people whose rows may change. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  record Part(short[] roster, int[] free) {}

  RowProgram(ColumnSearch search, Part part, Limits limits) {
    this.search = search;
    this.part = part;
    this.limits = limits;
    problem = search.problem();
    int persons = part.free().length;
    fixed = new FixedRows(persons);
    prices = new double[problem.unitPrice.length];
    best = prices;
    box = BOX * problem.dearestStep();
    CoverNeeds needs = search.needs();
    master = new Master(persons, left(), needs.under, needs.over, search.random());
    rows = new RowRound(search, part.free(), master, fixed);
    List<Column> first = new ArrayList<>();
    for (int person = 0; person < persons; person++) {
      int row = part.free()[person];
      first.add(search.column(person, row, line(row)));
    }
    master.start(first);
    // what breaks a rule is worse than all that does not, and fairness is not in the program
    boolean whole = problem.groups.length == 0 && new State(problem, part.roster()).hard() == 0;
    given = whole ? price(first, needs) : Double.MAX_VALUE;
    for (int person = 0; person < persons; person++) {
      search.listKnown(person, part.free()[person]).forEach(master::add);
    }
  }

  private short[] line(int row) {
    return Arrays.copyOfRange(part.roster(), row * problem.days, (row + 1) * problem.days);
  }

  /** What the rows that stay leave of the need. */
  private double[] left() {
    double[] left = search.needs().need.clone();
    boolean[] moves = new boolean[problem.rows.length];
    for (int row : part.free()) {
      moves[row] = true;
    }
    for (int row = 0; row < problem.rows.length; row++) {
      if (!moves[row]) {
        problem.rows[row].cover().add(line(row), problem.values, -1, left);
      }
    }
    return left;
  }

  private double price(List<Column> columns, CoverNeeds needs) {
    double[] missing = master.needs();
    double price = 0;
    for (Column column : columns) {
      price += column.price;
      for (int i = 0; i < column.units.length; i++) {
        missing[column.units[i]] -= column.amounts[i];
      }
    }
    for (int unit = 0; unit < missing.length; unit++) {
      price += Math.max(0, missing[unit]) * needs.under[unit];
      price += Math.max(0, -missing[unit]) * needs.over[unit];
    }
    return price;
  }

  /** No rows of these people are cheaper together; minus infinity when not known. */
  double lower() {
    return lower;
  }

  /** Whether no rows can be cheaper than the given ones; all prices are whole numbers. */
  boolean isHopeless() {
    return lower > given - 1 + 1e-6;
  }

  /** The prices of cover that gave the best bound. */
  double[] prices() {
    return best.clone();
  }

  /**
   * Solves the program: generates rows until none is missing.
   *
   * @param near whether the guide is near enough
   * @param guide prices of everybody; null = not known
   * @return false when the time ran out
   */
  boolean solve(boolean near, double @Nullable [] guide) {
    if (near && guide != null) {
      best = guide.clone();
    } else if (!search.hasFirstPrices()) {
      master.solve(limits);
      best = new double[prices.length];
      Arrays.setAll(best, master::unitDual);
      box = Double.POSITIVE_INFINITY;
    } else {
      double began = limits.spent();
      FirstPrices.Found first = new FirstPrices(search, part, left(), guide).search(limits);
      if (first == null) {
        return false;
      }
      best = first.prices();
      add(first.lines());
      if (part.free().length == problem.rows.length) {
        sweep(first, limits.spent() + SWEEPING * (limits.spent() - began));
      }
    }
    System.arraycopy(best, 0, prices, 0, prices.length);
    RowRound.Priced begun = rows.run(prices, limits);
    if (begun == null) {
      return false;
    }
    bound(begun);
    double bestLower = begun.lower();
    boolean everybody = part.free().length == problem.rows.length;
    master.box(best, box);
    while (!isHopeless()) {
      RowRound.Priced priced = round(best);
      if (priced == null) {
        return false;
      }
      bound(priced);
      if (priced.lower() > bestLower) {
        bestLower = priced.lower();
        best = prices.clone();
      }
      double gap = master.value() - bestLower;
      boolean close = everybody && gap < close() * Math.max(1, Math.abs(bestLower));
      if ((priced.added() == 0 || close) && !widen()) {
        return true;
      }
    }
    return true;
  }

  /** Makes a roster of the first rows; the program begins with its rows too. */
  private void sweep(FirstPrices.Found first, double until) {
    Incumbent incumbent = search.incumbent();
    if (incumbent == null) {
      return;
    }
    short[] start = part.roster().clone();
    for (FirstPrices.Line line : first.lines()) {
      System.arraycopy(line.values(), 0, start, line.row() * problem.days, problem.days);
    }
    RowSweeps sweeps = new RowSweeps(problem, start, first.prices(), problem.days, search.random());
    search.searches().share(() -> sweeps.run(limits, SWEEPS, until, incumbent));
    short[] roster = incumbent.roster();
    List<FirstPrices.Line> lines = new ArrayList<>();
    for (int row = 0; row < problem.rows.length; row++) {
      lines.add(
          new FirstPrices.Line(
              row, Arrays.copyOfRange(roster, row * problem.days, (row + 1) * problem.days)));
    }
    add(lines);
    if (problem.groups.length == 0 && incumbent.hard() == 0) {
      given = Math.min(given, (double) incumbent.soft());
    }
  }

  /** What the fixed and the open rows cost together, as far as is known. */
  double value() {
    return master.value();
  }

  /** What the rows cost that are to be bettered; without limit where that does not tell. */
  double given() {
    return given;
  }

  /** Solves for the rows that are known; false when the time ran out. */
  boolean resolve() {
    master.solve(limits);
    return !limits.over();
  }

  /** Whether no price is held back by the box. */
  boolean isFree() {
    return !master.isBoxed(SLACK);
  }

  List<Column> columns() {
    return master.columns();
  }

  /** How much of each column is in the solution. */
  double[] shares() {
    return master.shares();
  }

  boolean isFixed(int person) {
    return fixed.isFixed(person);
  }

  /** People, fixed or not. */
  int persons() {
    return fixed.persons();
  }

  /** Prices under which rows were searched last. */
  double[] lastPrices() {
    return prices.clone();
  }

  /** Lets prices be farther from the best where slacks are used; false when none is. */
  boolean widen() {
    if (!master.isBoxed(SLACK)) {
      return false;
    }
    box *= WIDER;
    master.box(best, box);
    return true;
  }

  private void add(List<FirstPrices.Line> lines) {
    int[] person = new int[problem.rows.length];
    for (int i = 0; i < fixed.persons(); i++) {
      person[part.free()[i]] = i;
    }
    Set<String> added = new HashSet<>();
    for (FirstPrices.Line line : lines) {
      if (added.add(line.row() + Arrays.toString(line.values()))) {
        master.add(search.column(person[line.row()], line.row(), line.values()));
      }
    }
  }

  private void bound(RowRound.Priced priced) {
    if (priced.complete()) {
      lower = Math.max(lower, priced.lower() - search.searches().lost(part.free().length));
    }
  }

  /** A dive must still have its time: the more is gone, the less exact the program need be. */
  private double close() {
    return CLOSE + HURRY * Math.max(0, limits.spent() - 0.3);
  }

  /** Solves and searches rows under prices near some; null when the time ran out. */
  RowRound.@Nullable Priced round(double[] near) {
    master.solve(limits);
    if (limits.over()) {
      return null;
    }
    for (int unit = 0; unit < prices.length; unit++) {
      double own = master.unitDual(unit);
      prices[unit] = SMOOTHING * near[unit] + (1 - SMOOTHING) * own;
    }
    RowRound.Priced priced = rows.run(prices, limits);
    if (priced != null && priced.added() == 0) {
      Arrays.setAll(prices, master::unitDual);
      priced = rows.run(prices, limits);
    }
    return priced;
  }

  /** People who may still have several rows. */
  int[] open() {
    return fixed.open();
  }

  /** Gives a person the row of a column for good. */
  void fix(int number) {
    fixed.fix(master.columns().get(number), master.columns());
  }
}

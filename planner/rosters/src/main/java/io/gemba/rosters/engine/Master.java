package io.gemba.rosters.engine;

import java.util.Arrays;
import java.util.List;

/**
 * The restricted master problem of column generation: choose one row a person, pay the rows and
 * what cover is too little or too much. A primal revised simplex (Dantzig 1953) on a dense inverse,
 * warm from one solve to the next; right-hand sides are shifted by tiny random amounts against
 * stalling. One thread.
 *
 * <p>Layout: constraint i below {@code persons} says that person i has one row, constraint {@code
 * persons + u} that unit u's need is met but for its slack. Variables: 2u too little, 2u + 1 too
 * much, then the columns.
 */
final class Master {
  private static final double TINY = 1e-10;
  private static final double PIVOT = 1e-7;
  private static final double SHIFT = 0.01;
  private static final int REINVERT = 400;

  final int persons;
  final int units;
  private final int size;
  private final double[] need;
  private final double[] right;
  private final MasterVariables variables;
  private final DevexPrices devex;
  private final BasisInverse inverse;
  private final int[] basic;
  private final double[] level;
  private final double[] dual;
  private final double[] direction;
  private boolean[] isBasic;

  /** Whether reduced prices have to be computed afresh. */
  private boolean reprices = true;

  private int sinceInverted;
  private long pivots;

  /**
   * @param need amount of each unit that is neither too little nor too much
   * @param under price of one too little
   * @param over price of one too much
   */
  Master(int persons, double[] need, double[] under, double[] over, FastRandom random) {
    this.persons = persons;
    this.need = need;
    units = need.length;
    variables = new MasterVariables(persons, under, over);
    devex = new DevexPrices(variables);
    size = persons + units;
    right = new double[size];
    Arrays.fill(right, 0, persons, 1);
    for (int unit = 0; unit < units; unit++) {
      right[persons + unit] = need[unit] + SHIFT * (random.nextDouble() - 0.5);
    }
    inverse = new BasisInverse(size);
    basic = new int[size];
    level = new double[size];
    dual = new double[size];
    direction = new double[size];
    isBasic = new boolean[2 * units];
  }

  /** Begins with one column a person. */
  void start(List<Column> first) {
    double[] left = right.clone();
    for (Column column : first) {
      int number = add(column);
      basic[column.person] = number;
      isBasic[number] = true;
      for (int i = 0; i < column.units.length; i++) {
        left[persons + column.units[i]] -= column.amounts[i];
      }
    }
    for (int unit = 0; unit < units; unit++) {
      int slack = left[persons + unit] >= 0 ? 2 * unit : 2 * unit + 1;
      basic[persons + unit] = slack;
      isBasic[slack] = true;
    }
    invert();
  }

  /** Adds a column and returns its number. */
  int add(Column column) {
    int number = variables.add(column);
    if (number >= isBasic.length) {
      isBasic = Arrays.copyOf(isBasic, Math.max(number + 1, isBasic.length * 2));
    }
    reprices = true;
    return number;
  }

  List<Column> columns() {
    return variables.columns();
  }

  /** Price of a unit of cover, never outside its slacks' prices. */
  double unitDual(int unit) {
    return variables.within(unit, dual[persons + unit]);
  }

  /**
   * Keeps the prices of units between some others less and plus a width (du Merle et al. 1999):
   * slacks cost that much only.
   */
  void box(double[] center, double width) {
    variables.box(center, width);
    reprices = true;
  }

  /** Whether a slack is used, at more than a level, because of the box. */
  boolean isBoxed(double most) {
    for (int i = 0; i < size; i++) {
      if (level[i] > most && variables.isBoxed(basic[i])) {
        return true;
      }
    }
    return false;
  }

  /** Value of the current solution, without the price of banned columns at level zero. */
  double value() {
    double value = 0;
    for (int i = 0; i < size; i++) {
      value += level[i] * variables.price(basic[i]);
    }
    return value;
  }

  /** Share of each column in the current solution, in the order of {@link #columns}. */
  double[] shares() {
    double[] shares = new double[variables.columns().size()];
    for (int i = 0; i < size; i++) {
      if (basic[i] >= 2 * units) {
        shares[basic[i] - 2 * units] = level[i];
      }
    }
    return shares;
  }

  /** Computes the inverse of the basis afresh, and levels and duals with it. */
  private void invert() {
    slacksFirst();
    double[][] basis = new double[size][size];
    for (int i = 0; i < size; i++) {
      int variable = basic[i];
      if (!variables.isSlack(variable)) {
        Column column = variables.column(variable);
        basis[column.person][i] = 1;
        for (int k = 0; k < column.units.length; k++) {
          basis[persons + column.units[k]][i] += column.amounts[k];
        }
      } else {
        basis[persons + variable / 2][i] = variable % 2 == 0 ? 1 : -1;
      }
    }
    inverse.invert(basis);
    sinceInverted = 0;
    Arrays.fill(level, 0);
    for (int k = 0; k < size; k++) {
      inverse.addColumn(k, right[k], level);
    }
    for (int i = 0; i < size; i++) {
      level[i] = Math.max(0, level[i]);
    }
    computeDuals();
  }

  /** Orders the basis so that what has one entry comes first: it is inverted at no cost. */
  private void slacksFirst() {
    int[] ordered = new int[size];
    int count = 0;
    for (int variable : basic) {
      if (variables.isSlack(variable)) {
        ordered[count++] = variable;
      }
    }
    for (int variable : basic) {
      if (!variables.isSlack(variable)) {
        ordered[count++] = variable;
      }
    }
    System.arraycopy(ordered, 0, basic, 0, size);
  }

  private void computeDuals() {
    double[] prices = new double[size];
    for (int i = 0; i < size; i++) {
      prices[i] = variables.price(basic[i]);
    }
    for (int k = 0; k < size; k++) {
      dual[k] = inverse.weighed(k, prices);
    }
  }

  /** What one more share of a column would change the value by. */
  double reduced(Column column) {
    return variables.reduced(column, dual);
  }

  /**
   * Solves over the columns there are; enters by devex prices (Forrest and Goldfarb 1992).
   *
   * @param limits stops between two pivots when they are over
   */
  void solve(Limits limits) {
    boolean fresh = false;
    while (true) {
      if (!fresh && reprices) {
        computeDuals();
        devex.refresh(dual, isBasic);
        reprices = false;
        fresh = true;
      }
      int best = devex.cheapest(isBasic);
      if (best < 0) {
        reprices = true;
        if (fresh) {
          return;
        }
        continue;
      }
      fresh = false;
      enter(best, devex.reduced(best));
      if ((pivots & 15) == 0 && limits.over()) {
        reprices = true;
        return;
      }
    }
  }

  private void enter(int variable, double reduced) {
    fillDirection(variable);
    int leaving = -1;
    double step = Double.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      if (direction[i] > PIVOT) {
        double ratio = level[i] / direction[i];
        if (ratio < step - TINY
            || (ratio < step + TINY && leaving >= 0 && direction[i] > direction[leaving])) {
          step = ratio;
          leaving = i;
        }
      }
    }
    if (leaving < 0) {
      throw new ArithmeticException("The master problem is unbounded.");
    }
    step = Math.max(0, level[leaving] / direction[leaving]);
    for (int i = 0; i < size; i++) {
      level[i] = Math.max(0, level[i] - step * direction[i]);
    }
    level[leaving] = step;
    int was = basic[leaving];
    isBasic[was] = false;
    isBasic[variable] = true;
    basic[leaving] = variable;
    pivots++;
    devex.pivot(inverse.row(leaving), direction[leaving], variable, was);
    inverse.pivot(leaving, direction, dual, reduced);
    if (++sinceInverted >= REINVERT) {
      invert();
      reprices = true;
    }
  }

  private void fillDirection(int variable) {
    Arrays.fill(direction, 0);
    if (variables.isSlack(variable)) {
      inverse.addColumn(persons + variable / 2, variable % 2 == 0 ? 1 : -1, direction);
      return;
    }
    Column column = variables.column(variable);
    inverse.addColumn(column.person, 1, direction);
    for (int k = 0; k < column.units.length; k++) {
      inverse.addColumn(persons + column.units[k], column.amounts[k], direction);
    }
  }

  /** A copy of the needs of all units. */
  double[] needs() {
    return need.clone();
  }

  double need(int unit) {
    return need[unit];
  }
}

package io.gemba.rosters.engine;

import java.util.ArrayList;
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
  private static final double REDUCED = 1e-6;
  private static final double SHIFT = 0.05;
  private static final int REINVERT = 400;
  private static final double BANNED = 1e5;

  final int persons;
  final int units;
  private final int size;
  private final double[] need;
  private final double[] under;
  private final double[] over;
  private final double[] right;
  private final List<Column> columns = new ArrayList<>();
  private final double[][] inverse;
  private final int[] basic;
  private final double[] level;
  private final double[] dual;
  private final double[] direction;
  private boolean[] isBasic;
  private final Users[] users;
  private double[] reduced = new double[0];
  private double[] weight = new double[0];
  private double[] pivotRow = new double[0];

  /** Whether reduced prices have to be computed afresh. */
  private boolean reprices = true;

  private int sinceInverted;
  private long pivots;

  /** A row somebody could have. */
  static final class Column {
    final int person;
    final short[] values;
    final double price;
    final int[] units;
    final double[] amounts;
    boolean banned;

    Column(int person, short[] values, double price, int[] units, double[] amounts) {
      this.person = person;
      this.values = values;
      this.price = price;
      this.units = units;
      this.amounts = amounts;
    }
  }

  /**
   * @param need amount of each unit that is neither too little nor too much
   * @param under price of one too little
   * @param over price of one too much
   */
  Master(int persons, double[] need, double[] under, double[] over, FastRandom random) {
    this.persons = persons;
    this.need = need;
    this.under = under;
    this.over = over;
    units = need.length;
    size = persons + units;
    right = new double[size];
    Arrays.fill(right, 0, persons, 1);
    for (int unit = 0; unit < units; unit++) {
      right[persons + unit] = need[unit] + SHIFT * (random.nextDouble() - 0.5);
    }
    inverse = new double[size][size];
    basic = new int[size];
    level = new double[size];
    dual = new double[size];
    direction = new double[size];
    isBasic = new boolean[2 * units];
    users = new Users[size];
    Arrays.setAll(users, i -> new Users());
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
    columns.add(column);
    int number = 2 * units + columns.size() - 1;
    if (number >= isBasic.length) {
      isBasic = Arrays.copyOf(isBasic, Math.max(number + 1, isBasic.length * 2));
    }
    users[column.person].add(number, 1);
    for (int i = 0; i < column.units.length; i++) {
      users[persons + column.units[i]].add(number, column.amounts[i]);
    }
    reprices = true;
    return number;
  }

  List<Column> columns() {
    return columns;
  }

  long pivots() {
    return pivots;
  }

  /** Price of a unit of cover, never outside its slacks' prices. */
  double unitDual(int unit) {
    return Math.max(-over[unit], Math.min(under[unit], dual[persons + unit]));
  }

  double personDual(int person) {
    return dual[person];
  }

  private double price(int variable) {
    if (variable >= 2 * units) {
      Column column = columns.get(variable - 2 * units);
      return column.banned ? column.price + BANNED : column.price;
    }
    return variable % 2 == 0 ? under[variable / 2] : over[variable / 2];
  }

  /** Value of the current solution, without the price of banned columns at level zero. */
  double value() {
    double value = 0;
    for (int i = 0; i < size; i++) {
      value += level[i] * price(basic[i]);
    }
    return value;
  }

  /** Share of each column in the current solution, in the order of {@link #columns}. */
  double[] shares() {
    double[] shares = new double[columns.size()];
    for (int i = 0; i < size; i++) {
      if (basic[i] >= 2 * units) {
        shares[basic[i] - 2 * units] = level[i];
      }
    }
    return shares;
  }

  /** Computes the inverse of the basis afresh, and levels and duals with it. */
  private void invert() {
    double[][] basis = new double[size][size];
    for (int i = 0; i < size; i++) {
      int variable = basic[i];
      if (variable >= 2 * units) {
        Column column = columns.get(variable - 2 * units);
        basis[column.person][i] = 1;
        for (int k = 0; k < column.units.length; k++) {
          basis[persons + column.units[k]][i] += column.amounts[k];
        }
      } else {
        basis[persons + variable / 2][i] = variable % 2 == 0 ? 1 : -1;
      }
    }
    for (double[] row : inverse) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < size; i++) {
      inverse[i][i] = 1;
    }
    eliminate(basis);
    sinceInverted = 0;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int k = 0; k < size; k++) {
        sum += inverse[i][k] * right[k];
      }
      level[i] = Math.max(0, sum);
    }
    computeDuals();
  }

  /** Gauss-Jordan with row exchange; the inverse is permuted along. */
  private void eliminate(double[][] basis) {
    for (int column = 0; column < size; column++) {
      int best = column;
      for (int i = column + 1; i < size; i++) {
        if (Math.abs(basis[i][column]) > Math.abs(basis[best][column])) {
          best = i;
        }
      }
      exchange(basis, column, best);
      exchange(inverse, column, best);
      double pivot = basis[column][column];
      if (Math.abs(pivot) < 1e-11) {
        throw new ArithmeticException("The basis of the master problem is singular.");
      }
      scale(basis[column], 1 / pivot);
      scale(inverse[column], 1 / pivot);
      for (int i = 0; i < size; i++) {
        double factor = basis[i][column];
        if (i != column && factor != 0) {
          subtract(basis[i], basis[column], factor);
          subtract(inverse[i], inverse[column], factor);
        }
      }
    }
  }

  private static void exchange(double[][] matrix, int a, int b) {
    double[] row = matrix[a];
    matrix[a] = matrix[b];
    matrix[b] = row;
  }

  private static void scale(double[] row, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
  }

  private static void subtract(double[] row, double[] other, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= factor * other[i];
    }
  }

  private void computeDuals() {
    Arrays.fill(dual, 0);
    for (int i = 0; i < size; i++) {
      double price = price(basic[i]);
      if (price != 0) {
        subtract(dual, inverse[i], -price);
      }
    }
  }

  /** What one more share of a column would change the value by. */
  double reduced(Column column) {
    double reduced = column.price - dual[column.person];
    for (int i = 0; i < column.units.length; i++) {
      reduced -= dual[persons + column.units[i]] * column.amounts[i];
    }
    return reduced;
  }

  private double reduced(int variable) {
    if (variable >= 2 * units) {
      Column column = columns.get(variable - 2 * units);
      return reduced(column) + (column.banned ? BANNED : 0);
    }
    double own = dual[persons + variable / 2];
    return variable % 2 == 0 ? under[variable / 2] - own : over[variable / 2] + own;
  }

  /**
   * Solves over the columns there are; enters by devex prices (Forrest and Goldfarb 1992).
   *
   * @param limits stops between two pivots when they are over
   */
  void solve(Limits limits) {
    int all = 2 * units + columns.size();
    if (reduced.length < all) {
      reduced = new double[all + all / 2];
      weight = new double[reduced.length];
      pivotRow = new double[reduced.length];
    }
    boolean fresh = false;
    while (true) {
      if (!fresh && reprices) {
        computeDuals();
        for (int variable = 0; variable < all; variable++) {
          reduced[variable] = isBasic[variable] ? 0 : reduced(variable);
        }
        Arrays.fill(weight, 0, all, 1);
        fresh = true;
        reprices = false;
      }
      int best = -1;
      double most = 0;
      for (int variable = 0; variable < all; variable++) {
        double own = reduced[variable];
        if (own < -REDUCED && own * own > most * weight[variable] && !isBasic[variable]) {
          most = own * own / weight[variable];
          best = variable;
        }
      }
      if (best < 0) {
        reprices = true;
        if (fresh) {
          return;
        }
        continue;
      }
      fresh = false;
      enter(best, reduced[best]);
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
    double[] row = inverse[leaving];
    reprice(variable, leaving, was, reduced);
    scale(row, 1 / direction[leaving]);
    for (int i = 0; i < size; i++) {
      if (i != leaving && Math.abs(direction[i]) > 1e-12) {
        subtract(inverse[i], row, direction[i]);
      }
    }
    subtract(dual, row, -reduced);
    if (++sinceInverted >= REINVERT) {
      invert();
      reprices = true;
    }
  }

  /** Reduced prices and devex weights of all variables after a pivot, by its row. */
  private void reprice(int entering, int leaving, int was, double entered) {
    int all = 2 * units + columns.size();
    double[] row = inverse[leaving];
    Arrays.fill(pivotRow, 0, all, 0);
    for (int i = 0; i < size; i++) {
      double share = row[i];
      if (Math.abs(share) > 1e-11) {
        if (i >= persons) {
          pivotRow[2 * (i - persons)] = share;
          pivotRow[2 * (i - persons) + 1] = -share;
        }
        users[i].addTo(pivotRow, share);
      }
    }
    double pivot = direction[leaving];
    double ratio = entered / pivot;
    double scaled = weight[entering] / (pivot * pivot);
    for (int variable = 0; variable < all; variable++) {
      double own = pivotRow[variable];
      if (own != 0) {
        reduced[variable] -= ratio * own;
        weight[variable] = Math.max(weight[variable], own * own * scaled);
      }
    }
    reduced[entering] = 0;
    reduced[was] = -ratio;
    weight[was] = Math.max(1, scaled);
  }

  /** The columns that use a constraint, and by how much. */
  private static final class Users {
    private int[] variable = new int[8];
    private double[] amount = new double[8];
    private int count;

    void add(int column, double by) {
      if (count == variable.length) {
        variable = Arrays.copyOf(variable, 2 * count);
        amount = Arrays.copyOf(amount, 2 * count);
      }
      variable[count] = column;
      amount[count++] = by;
    }

    void addTo(double[] sums, double share) {
      for (int i = 0; i < count; i++) {
        sums[variable[i]] += share * amount[i];
      }
    }
  }

  private void fillDirection(int variable) {
    if (variable < 2 * units) {
      int row = persons + variable / 2;
      double sign = variable % 2 == 0 ? 1 : -1;
      for (int i = 0; i < size; i++) {
        direction[i] = sign * inverse[i][row];
      }
      return;
    }
    Column column = columns.get(variable - 2 * units);
    for (int i = 0; i < size; i++) {
      double[] row = inverse[i];
      double sum = row[column.person];
      for (int k = 0; k < column.units.length; k++) {
        sum += row[persons + column.units[k]] * column.amounts[k];
      }
      direction[i] = sum;
    }
  }

  double need(int unit) {
    return need[unit];
  }
}

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
  private static final double SHIFT = 0.01;
  private static final int REINVERT = 400;
  private static final double BANNED = 1e5;

  /** Columns that pivots look at, as a multiple of the constraints. */
  private static final double SIFTED = 1.5;

  final int persons;
  final int units;
  private final int size;
  private final double[] need;
  private final double[] under;
  private final double[] over;

  /** Prices of units are kept between these, by the price of their slacks. */
  private final double[] low;

  private final double[] high;
  private final double[] right;
  private final List<Column> columns = new ArrayList<>();
  private final BasisInverse inverse;
  private final int[] basic;
  private final double[] level;
  private final double[] dual;
  private final double[] direction;
  private boolean[] isBasic;
  private final Users[] users;
  private double[] reduced = new double[0];
  private double[] weight = new double[0];
  private double[] pivotRow = new double[0];

  /**
   * The variables that pivots look at (sifting, Bixby et al. 1992): all that are basic or cheap.
   */
  private int[] active = new int[0];

  private int actives;

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
    low = new double[units];
    high = under.clone();
    Arrays.setAll(low, unit -> -over[unit]);
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
    reprices = true;
    return number;
  }

  List<Column> columns() {
    return columns;
  }

  /** Price of a unit of cover, never outside its slacks' prices. */
  double unitDual(int unit) {
    return Math.max(-over[unit], Math.min(under[unit], dual[persons + unit]));
  }

  private double price(int variable) {
    if (variable >= 2 * units) {
      Column column = columns.get(variable - 2 * units);
      return column.banned ? column.price + BANNED : column.price;
    }
    return variable % 2 == 0 ? high[variable / 2] : -low[variable / 2];
  }

  /**
   * Keeps the prices of units between some others less and plus a width (du Merle et al. 1999):
   * slacks cost that much only.
   */
  void box(double[] center, double width) {
    for (int unit = 0; unit < units; unit++) {
      high[unit] = Math.min(under[unit], center[unit] + width);
      low[unit] = Math.max(-over[unit], center[unit] - width);
    }
    reprices = true;
  }

  /** Whether a slack is used, at more than a level, because of the box. */
  boolean isBoxed(double most) {
    for (int i = 0; i < size; i++) {
      int variable = basic[i];
      int unit = variable / 2;
      if (variable < 2 * units
          && level[i] > most
          && (variable % 2 == 0 ? high[unit] < under[unit] : low[unit] > -over[unit])) {
        return true;
      }
    }
    return false;
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
    slacksFirst();
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
      if (variable < 2 * units) {
        ordered[count++] = variable;
      }
    }
    for (int variable : basic) {
      if (variable >= 2 * units) {
        ordered[count++] = variable;
      }
    }
    System.arraycopy(ordered, 0, basic, 0, size);
  }

  private void computeDuals() {
    double[] prices = new double[size];
    for (int i = 0; i < size; i++) {
      prices[i] = price(basic[i]);
    }
    for (int k = 0; k < size; k++) {
      dual[k] = inverse.weighed(k, prices);
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
    return variable % 2 == 0 ? high[variable / 2] - own : own - low[variable / 2];
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
      active = new int[reduced.length];
    }
    boolean fresh = false;
    while (true) {
      if (!fresh && reprices) {
        reprice();
        fresh = true;
      }
      int best = cheapest();
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

  /** The variable that promises most; -1 = none. */
  private int cheapest() {
    int best = -1;
    double most = 0;
    for (int i = 0; i < actives; i++) {
      int variable = active[i];
      double own = reduced[variable];
      if (own < -REDUCED && own * own > most * weight[variable] && !isBasic[variable]) {
        most = own * own / weight[variable];
        best = variable;
      }
    }
    return best;
  }

  /** Prices all variables afresh and picks those that pivots look at: the cheapest. */
  private void reprice() {
    computeDuals();
    int all = 2 * units + columns.size();
    double[] sorted = new double[columns.size()];
    for (int variable = 0; variable < all; variable++) {
      reduced[variable] = isBasic[variable] ? 0 : reduced(variable);
      if (variable >= 2 * units) {
        sorted[variable - 2 * units] = reduced[variable];
      }
    }
    Arrays.fill(weight, 0, all, 1);
    Arrays.sort(sorted);
    double dearest =
        sorted.length <= SIFTED * size ? Double.MAX_VALUE : sorted[(int) (SIFTED * size)];
    for (Users user : users) {
      user.count = 0;
    }
    actives = 0;
    for (int variable = 0; variable < all; variable++) {
      if (variable < 2 * units || isBasic[variable] || reduced[variable] <= dearest) {
        active[actives++] = variable;
        if (variable >= 2 * units) {
          use(variable);
        }
      }
    }
    reprices = false;
  }

  private void use(int variable) {
    Column column = columns.get(variable - 2 * units);
    users[column.person].add(variable, 1);
    for (int i = 0; i < column.units.length; i++) {
      users[persons + column.units[i]].add(variable, column.amounts[i]);
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
    reprice(inverse.row(leaving), variable, leaving, was, reduced);
    inverse.pivot(leaving, direction, dual, reduced);
    if (++sinceInverted >= REINVERT) {
      invert();
      reprices = true;
    }
  }

  /** Reduced prices and devex weights of all variables after a pivot, by its row. */
  private void reprice(double[] row, int entering, int leaving, int was, double entered) {
    for (int i = 0; i < actives; i++) {
      pivotRow[active[i]] = 0;
    }
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
    for (int i = 0; i < actives; i++) {
      int variable = active[i];
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
    Arrays.fill(direction, 0);
    if (variable < 2 * units) {
      inverse.addColumn(persons + variable / 2, variable % 2 == 0 ? 1 : -1, direction);
      return;
    }
    Column column = columns.get(variable - 2 * units);
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

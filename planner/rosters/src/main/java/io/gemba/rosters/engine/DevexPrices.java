package io.gemba.rosters.engine;

import java.util.Arrays;

/**
 * Chooses what enters the basis of the {@link Master} problem: devex prices (Forrest and Goldfarb
 * 1992), kept up to date pivot by pivot over the slacks and the cheapest columns only (sifting,
 * Bixby et al. 1992). One thread.
 */
final class DevexPrices {
  private static final double REDUCED = 1e-6;
  private static final double NOTHING = 1e-11;

  /** Columns that pivots look at, as a multiple of the constraints. */
  private static final double SIFTED = 1.5;

  private final MasterVariables variables;
  private final int constraints;
  private final Users[] users;
  private double[] reduced = new double[0];
  private double[] weight = new double[0];
  private double[] pivotRow = new double[0];

  /** The variables that pivots look at: all that are basic or cheap. */
  private int[] active = new int[0];

  private int actives;

  DevexPrices(MasterVariables variables) {
    this.variables = variables;
    constraints = variables.persons + variables.units;
    users = new Users[constraints];
    Arrays.setAll(users, i -> new Users());
  }

  /** What one more of a variable would change the value by. */
  double reduced(int variable) {
    return reduced[variable];
  }

  /** The variable that promises most; -1 = none. */
  int cheapest(boolean[] isBasic) {
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

  /** Prices all variables afresh and picks those that pivots look at. */
  void refresh(double[] dual, boolean[] isBasic) {
    int all = variables.count();
    int slacks = 2 * variables.units;
    reserve(all);
    double[] sorted = new double[all - slacks];
    for (int variable = 0; variable < all; variable++) {
      reduced[variable] = isBasic[variable] ? 0 : variables.reduced(variable, dual);
      if (variable >= slacks) {
        sorted[variable - slacks] = reduced[variable];
      }
    }
    Arrays.fill(weight, 0, all, 1);
    Arrays.sort(sorted);
    int most = (int) (SIFTED * constraints);
    double dearest = sorted.length <= most ? Double.MAX_VALUE : sorted[most];
    for (Users user : users) {
      user.count = 0;
    }
    actives = 0;
    for (int variable = 0; variable < all; variable++) {
      if (variable < slacks || isBasic[variable] || reduced[variable] <= dearest) {
        active[actives++] = variable;
        if (variable >= slacks) {
          use(variable);
        }
      }
    }
  }

  private void reserve(int all) {
    if (reduced.length < all) {
      reduced = new double[all + all / 2];
      weight = new double[reduced.length];
      pivotRow = new double[reduced.length];
      active = new int[reduced.length];
    }
  }

  private void use(int variable) {
    Column column = variables.column(variable);
    users[column.person].add(variable, 1);
    for (int i = 0; i < column.units.length; i++) {
      users[variables.persons + column.units[i]].add(variable, column.amounts[i]);
    }
  }

  /**
   * Follows a pivot.
   *
   * @param row of the inverse before it, by constraint
   * @param pivot the entering variable's direction at its new place
   * @param left the variable that left the basis
   */
  void pivot(double[] row, double pivot, int entering, int left) {
    for (int i = 0; i < actives; i++) {
      pivotRow[active[i]] = 0;
    }
    for (int i = 0; i < constraints; i++) {
      double share = row[i];
      if (Math.abs(share) > NOTHING) {
        int unit = i - variables.persons;
        if (unit >= 0) {
          pivotRow[2 * unit] = share;
          pivotRow[2 * unit + 1] = -share;
        }
        users[i].addTo(pivotRow, share);
      }
    }
    double ratio = reduced[entering] / pivot;
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
    reduced[left] = -ratio;
    weight[left] = Math.max(1, scaled);
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
}

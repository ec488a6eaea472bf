package io.gemba.rosters.engine;

/**
 * The dense inverse of a simplex basis, kept up to date pivot by pivot (Dantzig and Orchard-Hays
 * 1954). One thread.
 *
 * <p>Layout: {@code column[k][i]} is row i (the i-th variable of the basis), column k (constraint
 * k), so that a direction is a sum of whole arrays and a pivot touches only the constraints that
 * its row does.
 */
final class BasisInverse {
  private static final double SINGULAR = 1e-11;
  private static final double NOTHING = 1e-12;

  private final int size;
  private double[][] column;

  /** Row of the last pivot, before it. */
  private final double[] row;

  BasisInverse(int size) {
    this.size = size;
    column = new double[size][size];
    row = new double[size];
  }

  /**
   * Inverts a basis by Gauss-Jordan elimination with row exchange.
   *
   * @param basis {@code [constraint][variable]}, overwritten; variables with one entry first are
   *     the quickest
   * @throws ArithmeticException if it is singular
   */
  void invert(double[][] basis) {
    double[][] inverse = new double[size][size];
    for (int i = 0; i < size; i++) {
      inverse[i][i] = 1;
    }
    for (int at = 0; at < size; at++) {
      int best = at;
      for (int i = at + 1; i < size; i++) {
        if (Math.abs(basis[i][at]) > Math.abs(basis[best][at])) {
          best = i;
        }
      }
      exchange(basis, at, best);
      exchange(inverse, at, best);
      double pivot = basis[at][at];
      if (Math.abs(pivot) < SINGULAR) {
        throw new ArithmeticException("The basis of the master problem is singular.");
      }
      scale(basis[at], at, 1 / pivot);
      scale(inverse[at], 0, 1 / pivot);
      for (int i = 0; i < size; i++) {
        double factor = basis[i][at];
        if (i != at && factor != 0) {
          subtract(basis[i], basis[at], at, factor);
          subtract(inverse[i], inverse[at], 0, factor);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        column[k][i] = inverse[i][k];
      }
    }
  }

  private static void exchange(double[][] matrix, int a, int b) {
    double[] kept = matrix[a];
    matrix[a] = matrix[b];
    matrix[b] = kept;
  }

  private static void scale(double[] values, int from, double factor) {
    for (int i = from; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private static void subtract(double[] values, double[] other, int from, double factor) {
    for (int i = from; i < values.length; i++) {
      values[i] -= factor * other[i];
    }
  }

  /** Adds a multiple of a constraint's column to sums over the basis. */
  void addColumn(int constraint, double factor, double[] sums) {
    double[] own = column[constraint];
    for (int i = 0; i < size; i++) {
      sums[i] += factor * own[i];
    }
  }

  /** Sum over the basis of a constraint's column times weights: its dual when those are prices. */
  double weighed(int constraint, double[] weights) {
    double[] own = column[constraint];
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < size; i += 2) {
      even += own[i] * weights[i];
      odd += own[i + 1] * weights[i + 1];
    }
    return i < size ? even + odd + own[i] * weights[i] : even + odd;
  }

  /** The row of a variable of the basis, by constraint; overwritten by the next call. */
  double[] row(int leaving) {
    for (int k = 0; k < size; k++) {
      row[k] = column[k][leaving];
    }
    return row;
  }

  /**
   * Another variable takes the place of one of the basis.
   *
   * @param leaving place in the basis; {@link #row} was called for it
   * @param direction the entering variable's column in terms of the basis
   * @param dual of each constraint, changed by {@code reduced} times the new row
   */
  void pivot(int leaving, double[] direction, double[] dual, double reduced) {
    double pivot = direction[leaving];
    for (int k = 0; k < size; k++) {
      if (Math.abs(row[k]) > NOTHING) {
        double share = row[k] / pivot;
        subtract(column[k], direction, 0, share);
        column[k][leaving] = share;
        dual[k] += reduced * share;
      } else {
        column[k][leaving] = 0;
      }
    }
  }
}

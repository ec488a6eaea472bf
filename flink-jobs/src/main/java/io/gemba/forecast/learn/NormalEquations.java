package io.gemba.forecast.learn;

/** The normal equations of a weighted least squares problem with sparse rows and a ridge. */
final class NormalEquations {
  private final double[][] left;
  private final double[] right;

  NormalEquations(int size) {
    left = new double[size][size];
    right = new double[size];
  }

  /** Adds a row that has values at some columns and 0 elsewhere. */
  void add(int[] at, double[] with, double weight, double response) {
    for (int i = 0; i < at.length; i++) {
      double scaled = weight * with[i];
      right[at[i]] += scaled * response;
      double[] row = left[at[i]];
      for (int j = 0; j < at.length; j++) {
        row[at[j]] += scaled * with[j];
      }
    }
  }

  /**
   * The solution, by Cholesky's decomposition.
   *
   * @param penalties of each column's square
   */
  double[] solve(double[] penalties) {
    int n = right.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = left[i][j] + (i == j ? penalties[i] : 0);
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? Math.sqrt(Math.max(1e-9, sum)) : sum / l[j][j];
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = right[i];
      for (int k = 0; k < i; k++) {
        sum -= l[i][k] * x[k];
      }
      x[i] = sum / l[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < n; k++) {
        sum -= l[k][i] * x[k];
      }
      x[i] = sum / l[i][i];
    }
    return x;
  }
}

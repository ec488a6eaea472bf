package io.gemba.sensors.detect;

/**
 * How the means of a machine's sensors go together when it is good: level, scale and correlation,
 * and the Mahalanobis distance (1936) from them.
 *
 * <p>Correlations are shrunk towards none, after Ledoit and Wolf (2004): much where means of
 * overlapping rows are far fewer than they look, little where they are rows apart. Not changed once
 * made, but {@link #distance} uses a work array: not thread safe. O(sensors squared) a distance.
 */
final class MachineReference {
  private static final double RIDGE = 1e-3;
  private static final double SMALLEST = 1e-9;

  private final int sensors;
  private final double shrink;
  private final double[] level;
  private final double[] scale;
  private final double[][] root;
  private final double[] work;
  private final double largest;

  /**
   * @param means at least 2, one value a sensor each, finite
   * @param shrink share of 0 to 1 by which correlations are drawn towards none
   */
  MachineReference(double[][] means, double shrink) {
    this.shrink = shrink;
    this.sensors = means[0].length;
    this.level = new double[sensors];
    this.scale = new double[sensors];
    this.work = new double[sensors];
    learn(means);
    this.root = cholesky(covariance(means));
    double most = 0;
    for (double[] mean : means) {
      most = Math.max(most, distance(mean));
    }
    this.largest = most;
  }

  private void learn(double[][] means) {
    for (int j = 0; j < sensors; j++) {
      double sum = 0;
      for (double[] mean : means) {
        sum += mean[j];
      }
      level[j] = sum / means.length;
      double squares = 0;
      for (double[] mean : means) {
        squares += (mean[j] - level[j]) * (mean[j] - level[j]);
      }
      double deviation = Math.sqrt(squares / means.length);
      scale[j] = Math.max(deviation, SMALLEST * Math.max(1, Math.abs(level[j])));
    }
  }

  private double[][] covariance(double[][] means) {
    double[][] covariance = new double[sensors][sensors];
    for (int a = 0; a < sensors; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (double[] mean : means) {
          sum += deviations(mean, a) * deviations(mean, b);
        }
        covariance[a][b] = (1 - shrink) * sum / (means.length - 1);
      }
      covariance[a][a] += shrink + RIDGE;
    }
    return covariance;
  }

  /** Lower triangle L with L times its transpose the matrix, which is positive definite. */
  private static double[][] cholesky(double[][] matrix) {
    int n = matrix.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    return lower;
  }

  /** How far a mean is from the usual; about the root of the number of sensors when usual. */
  double distance(double[] mean) {
    double squares = 0;
    for (int i = 0; i < sensors; i++) {
      double value = deviations(mean, i);
      for (int k = 0; k < i; k++) {
        value -= root[i][k] * work[k];
      }
      work[i] = value / root[i][i];
      squares += work[i] * work[i];
    }
    return Math.sqrt(squares);
  }

  /** Largest distance among the means that were learnt. */
  double largest() {
    return largest;
  }

  /** Standard deviations of one sensor's mean from its level. */
  double deviations(double[] mean, int sensor) {
    return (mean[sensor] - level[sensor]) / scale[sensor];
  }

  double level(int sensor) {
    return level[sensor];
  }

  /** Standard deviation of a sensor's mean, above 0. */
  double scale(int sensor) {
    return scale[sensor];
  }
}

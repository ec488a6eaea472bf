package io.gemba.sensors.detect;

/**
 * How far a machine's sensors, taken together, are from how they were while it was known to be
 * good: the Mahalanobis distance of their means over the last {@value #MEAN_ROWS} rows.
 *
 * <p>Level, scale and correlation are those of the means, not of single rows: a mean of a drifting
 * temperature varies as much as the temperature, one of a noisy current far less, and only the
 * means show which is which (measured on the Skoltech benchmark: F1 .77 to .86). For a machine
 * whose good rows are known; {@link MachineWatch} learns them in the stream.
 *
 * <p>Not thread safe; O(sensors squared) a row.
 */
public final class MachineDistance {
  /** Rows of which the mean is judged. */
  public static final int MEAN_ROWS = 30;

  /** How many times as far as the farthest good mean a mean must be to alarm. */
  static final double LIMIT_TIMES_LARGEST = 2.5;

  private static final double SHRINK = 0.3;

  private final int sensors;
  private final RowMeans means;
  private final MachineReference reference;

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
    this.means = new RowMeans(sensors, MEAN_ROWS);
    this.reference = new MachineReference(meansOf(good), SHRINK);
  }

  /** Means over full windows. */
  private double[][] meansOf(double[][] good) {
    double[][] all = new double[good.length - MEAN_ROWS + 1][];
    for (int i = 0; i < good.length; i++) {
      if (good[i].length != sensors) {
        throw new IllegalArgumentException(
            "Row %d has %d values, row 0 has %d.".formatted(i, good[i].length, sensors));
      }
      means.add(good[i]);
      if (means.isFull()) {
        all[i - MEAN_ROWS + 1] = means.mean();
      }
    }
    return all;
  }

  /**
   * Takes the next row.
   *
   * @param row one finite value a sensor
   * @return the distance of the mean of the last rows; an alarm from {@link #limit} on
   */
  public double next(double[] row) {
    means.add(row);
    return reference.distance(means.mean());
  }

  /** Two and a half times the largest distance while the machine was good. */
  public double limit() {
    return LIMIT_TIMES_LARGEST * reference.largest();
  }
}

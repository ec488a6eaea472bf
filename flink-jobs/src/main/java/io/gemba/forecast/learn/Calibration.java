package io.gemba.forecast.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Corrects the levels at which a count distribution is read, so that each promised share of days
 * really stays at or below: by expected units of the window and by its length.
 *
 * <p>For sums it is measured on the distribution's value at what was sold, drawn evenly between its
 * left and right limits as counts need (Czado, Gneiting and Held 2009). A day's units are so few
 * that whole numbers alone would keep far more than was promised; so from {@value #FROM_BELOW} on a
 * day's quantile is the level that so many days were at or below, measured on left limits.
 */
final class Calibration {
  private static final double[] VOLUMES = {0.1, 0.3, 0.8, 2, 6, 20};
  private static final int[] LENGTHS = {1, 3, 8, 14};
  private static final int KINDS = LENGTHS.length + 1;
  private static final int BINS = 400;
  private static final int LEAST = 400;
  private static final double FROM_BELOW = 0.9;

  /** Levels by kind and volume. */
  private final double[][][] read;

  private Calibration(double[][][] read) {
    this.read = read;
  }

  /** Takes levels as they are. */
  static Calibration none(double[] levels) {
    double[][][] same = new double[KINDS][VOLUMES.length + 1][];
    for (double[][] ofKind : same) {
      Arrays.fill(ofKind, levels);
    }
    return new Calibration(same);
  }

  /**
   * The levels to read a distribution at.
   *
   * @param isDay whether it is of one day, not of a running sum
   * @param days length of the window
   * @param mean its expected units
   */
  double[] levels(boolean isDay, int days, double mean) {
    return read[kind(isDay, days)][volume(mean)];
  }

  /** As {@link #levels}, for any level between the calibrated ones and 0 and 1. */
  double level(double[] calibrated, int days, double mean, double level) {
    double[] to = read[kind(false, days)][volume(mean)];
    double below = 0;
    double belowTo = 0;
    for (int i = 0; i < calibrated.length; i++) {
      if (level <= calibrated[i]) {
        return belowTo + (to[i] - belowTo) * (level - below) / (calibrated[i] - below);
      }
      below = calibrated[i];
      belowTo = to[i];
    }
    return belowTo + (1 - belowTo) * (level - below) / (1 - below);
  }

  /**
   * The inverse of {@link #level}: the chance that is promised where a distribution of a sum says
   * {@code said}.
   */
  double chance(double[] calibrated, int days, double mean, double said) {
    double[] to = read[kind(false, days)][volume(mean)];
    double below = 0;
    double belowTo = 0;
    for (int i = 0; i < calibrated.length; i++) {
      if (said <= to[i]) {
        double share = to[i] > belowTo ? (said - belowTo) / (to[i] - belowTo) : 1;
        return below + (calibrated[i] - below) * share;
      }
      below = calibrated[i];
      belowTo = to[i];
    }
    return belowTo < 1 ? below + (1 - below) * (said - belowTo) / (1 - belowTo) : 1;
  }

  private static int kind(boolean isDay, int days) {
    if (isDay) {
      return 0;
    }
    int kind = 1;
    while (kind < KINDS - 1 && days > LENGTHS[kind]) {
      kind++;
    }
    return kind;
  }

  private static int volume(double mean) {
    int volume = 0;
    while (volume < VOLUMES.length && mean > VOLUMES[volume]) {
      volume++;
    }
    return volume;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(read[0][0].length);
    for (double[][] ofKind : read) {
      for (double[] ofVolume : ofKind) {
        for (double level : ofVolume) {
          out.writeDouble(level);
        }
      }
    }
  }

  static Calibration read(DataInput in) throws IOException {
    int levels = in.readInt();
    double[][][] read = new double[KINDS][VOLUMES.length + 1][levels];
    for (double[][] ofKind : read) {
      for (double[] ofVolume : ofKind) {
        for (int i = 0; i < levels; i++) {
          ofVolume[i] = in.readDouble();
        }
      }
    }
    return new Calibration(read);
  }

  /** Counts where in its distribution what was sold lay. */
  static final class Counter {
    private final double[][][] counts = new double[KINDS][VOLUMES.length + 1][BINS];
    private final double[][] lefts = new double[VOLUMES.length + 1][BINS];

    /**
     * Adds a window, spread evenly over the step that the count makes.
     *
     * @param below chance of fewer units than were sold
     * @param atMost chance of at most these
     */
    void add(boolean isDay, int days, double mean, double below, double atMost, double weight) {
      double[] into = counts[kind(isDay, days)][volume(mean)];
      if (isDay) {
        lefts[volume(mean)][(int) (Math.min(below, 1 - 1e-9) * BINS)] += weight;
      }
      double from = Math.min(below, 1 - 1e-9) * BINS;
      double to = Math.min(1, Math.max(atMost, below + 1e-9)) * BINS;
      int first = (int) from;
      int last = Math.min(BINS - 1, (int) Math.ceil(to) - 1);
      double width = to - from;
      for (int bin = first; bin <= last; bin++) {
        double part = Math.min(to, bin + 1) - Math.max(from, bin);
        into[bin] += weight * (width > 0 ? part / width : 1);
      }
    }

    /** The levels that keep the promises of {@code levels}. */
    Calibration calibration(double[] levels) {
      double[][][] read = new double[KINDS][VOLUMES.length + 1][];
      for (int kind = 0; kind < KINDS; kind++) {
        for (int volume = 0; volume <= VOLUMES.length; volume++) {
          read[kind][volume] = levels(counts[kind][volume], levels);
        }
      }
      for (int volume = 0; volume <= VOLUMES.length; volume++) {
        double[] atOrBelow = levels(lefts[volume], levels);
        for (int i = 0; i < levels.length; i++) {
          if (levels[i] >= FROM_BELOW) {
            read[0][volume][i] = atOrBelow[i];
          }
        }
      }
      return new Calibration(read);
    }

    private static double[] levels(double[] counts, double[] levels) {
      double total = Arrays.stream(counts).sum();
      double[] read = levels.clone();
      if (total < LEAST) {
        return read;
      }
      for (int i = 0; i < levels.length; i++) {
        double wanted = levels[i] * total;
        double sum = 0;
        int bin = 0;
        while (bin < BINS - 1 && sum + counts[bin] < wanted) {
          sum += counts[bin++];
        }
        double inside = counts[bin] > 0 ? (wanted - sum) / counts[bin] : 0;
        // a tail that a few windows stretch must not be read further out than twice as far
        double furthest = 1 - (1 - levels[i]) / 2;
        read[i] = Math.max(levels[i] / 2, Math.min(furthest, (bin + Math.min(1, inside)) / BINS));
      }
      return read;
    }
  }
}

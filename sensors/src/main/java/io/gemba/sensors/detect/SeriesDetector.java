package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Judges the readings of one series by what the series itself did before.
 *
 * <p>Each of the four {@link Statistics} becomes a surprise, -log10 of its tail probability, by its
 * own {@link TailSketch}; surprises are capped, so that none decides alone, weighted and added
 * (after Fisher's method of combining tests, 1925). The statistics are not independent, and less so
 * the rarer a reading is: a record is far from the time of day as well. So the sum is not read off
 * Fisher's table but put on a line with a bend, fitted to how often white noise exceeds it.
 *
 * <p>A young series knows no rare events, so what it can claim rises with the number of readings.
 * What a series has done before counts for less ({@link Repeats}). About 7 KiB a series in memory,
 * less when written. Not thread safe; O(1) amortised.
 */
public final class SeriesDetector {
  /** Readings before anything can be a surprise. */
  public static final int WARM_UP_READINGS = 100;

  private static final int LAYOUT_WITH_REPEATS = 5;
  private static final int LEARN_FROM_READING = 16;
  private static final double CLAIM_DECADES = 3;
  private static final double USUAL_SUM = 1.15;
  private static final double BEND_SUM = 7;
  private static final double DECADES_BELOW_BEND = 0.7;
  private static final double DECADES_ABOVE_BEND = 0.26;
  private static final double BAND_SCALES = 5;

  private final Statistics statistics = new Statistics();
  private final double[] values = new double[Statistics.NAMES.size()];
  private final TailSketch[] sketches = new TailSketch[Statistics.NAMES.size()];
  private final Repeats repeats = new Repeats();
  private long count;

  /** A detector that knows nothing yet. */
  public SeriesDetector() {
    for (int i = 0; i < sketches.length; i++) {
      sketches[i] = new TailSketch();
    }
  }

  /**
   * Judges a reading by what came before it, then learns from it.
   *
   * @param atMillis event time, epoch milliseconds; readings come in this order
   * @param value finite
   */
  public Surprise observe(long atMillis, double value) {
    if (count == 0) {
      statistics.start(value);
    }
    count++;
    statistics.next(atMillis, value, count, values);
    double sum = 0;
    double loudest = -1;
    int which = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        continue;
      }
      double decades =
          Statistics.WEIGHTS[i]
              * Math.min(Statistics.MOST_DECADES[i], sketches[i].surprise(values[i]));
      sum += decades;
      if (decades > loudest) {
        loudest = decades;
        which = i;
      }
    }
    if (count > LEARN_FROM_READING) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] >= 0) {
          sketches[i].add(values[i]);
        }
      }
    }
    double decades = repeats.next(decades(sum));
    return new Surprise(decades, Statistics.NAMES.get(which), expectedLow(), expectedHigh());
  }

  private double decades(double sum) {
    if (!isWarm()) {
      return 0;
    }
    double most = Math.log10((double) count) + CLAIM_DECADES;
    double decades =
        DECADES_BELOW_BEND * (Math.min(sum, BEND_SUM) - USUAL_SUM)
            + DECADES_ABOVE_BEND * Math.max(0, sum - BEND_SUM);
    return Math.max(0, Math.min(most, decades));
  }

  /** Whether enough was seen for the expected range to mean something. */
  public boolean isWarm() {
    return count > WARM_UP_READINGS;
  }

  /** Lower end of what is expected next. */
  public double expectedLow() {
    return statistics.expected() - BAND_SCALES * statistics.scale();
  }

  /** Upper end of what is expected next. */
  public double expectedHigh() {
    return statistics.expected() + BAND_SCALES * statistics.scale();
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(count);
    statistics.write(out);
    for (TailSketch sketch : sketches) {
      sketch.write(out);
    }
    repeats.write(out);
  }

  /**
   * Reads what this or an earlier {@link #write} wrote.
   *
   * @param layout of the {@link SensorWatch} that it is of, from 2 on
   */
  static SeriesDetector read(DataInput in, int layout) throws IOException {
    boolean withRepeats = layout >= LAYOUT_WITH_REPEATS;
    SeriesDetector detector = new SeriesDetector();
    detector.count = in.readLong();
    detector.statistics.fill(in);
    for (TailSketch sketch : detector.sketches) {
      sketch.fill(in, withRepeats);
    }
    if (withRepeats) {
      detector.repeats.fill(in);
    }
    return detector;
  }
}

package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Judges the readings of one series by what the series itself did before.
 *
 * <p>Each of the four {@link Statistics} becomes a surprise, -log10 of its tail probability, by its
 * own {@link TailSketch}; surprises are capped, so that none decides alone, and added (after
 * Fisher's method of combining tests, 1925). The statistics are not independent, so the sum is not
 * read off a table but goes through a fifth sketch: what comes out is rare as often as it says, in
 * any series, with nothing set by hand.
 *
 * <p>A young series knows no rare events, so what it can claim rises with the number of readings.
 * Surprising readings teach the sketches an eighth of what others do: a fault must not become the
 * usual before it has been seen to, a new way of running should. About 1.5 KiB a series. Not thread
 * safe; O(1).
 */
public final class SeriesDetector {
  /** Readings before anything can be a surprise. */
  public static final int WARM_UP_READINGS = 100;

  private static final int LEARN_FROM_READING = 16;
  private static final double CAP_DECADES = 8;
  private static final double BAND_SCALES = 5;
  private static final double CLAIM_DECADES = 4;
  private static final double SURPRISED_DECADES = 3;
  private static final double SURPRISED_SHARE = 0.125;

  private final Statistics statistics = new Statistics();
  private final TailSketch[] sketches = new TailSketch[Statistics.NAMES.size() + 1];
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
   * @param value finite; readings come in the order of their event times
   */
  public Surprise observe(double value) {
    if (count == 0) {
      statistics.start(value);
    }
    double[] values = statistics.of(value);
    double cap = Math.min(CAP_DECADES, Math.log10(count + 1.0) + 3);
    double sum = 0;
    double loudest = -1;
    int which = 0;
    for (int i = 0; i < values.length; i++) {
      double decades = Math.min(cap, sketches[i].surprise(values[i]));
      sum += decades;
      if (decades > loudest) {
        loudest = decades;
        which = i;
      }
    }
    Surprise surprise =
        new Surprise(score(sum), Statistics.NAMES.get(which), expectedLow(), expectedHigh());
    learn(value, values, sum, surprise.decades());
    return surprise;
  }

  private double score(double sum) {
    if (!isWarm()) {
      return 0;
    }
    return Math.min(
        sketches[sketches.length - 1].surprise(sum), Math.log10((double) count) + CLAIM_DECADES);
  }

  private void learn(double value, double[] values, double sum, double decades) {
    count++;
    double share = decades >= SURPRISED_DECADES ? SURPRISED_SHARE : 1;
    if (count > LEARN_FROM_READING) {
      for (int i = 0; i < values.length; i++) {
        sketches[i].add(values[i], share);
      }
    }
    if (count > WARM_UP_READINGS / 2) {
      sketches[values.length].add(sum, share);
    }
    statistics.learn(value, count);
  }

  /** Whether enough was seen for the expected range to mean something. */
  public boolean isWarm() {
    return count >= WARM_UP_READINGS;
  }

  /** Lower end of what is expected next. */
  public double expectedLow() {
    return statistics.usual().level() - BAND_SCALES * statistics.usual().scale();
  }

  /** Upper end of what is expected next. */
  public double expectedHigh() {
    return statistics.usual().level() + BAND_SCALES * statistics.usual().scale();
  }

  /** Writes the whole state. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(count);
    statistics.write(out);
    for (TailSketch sketch : sketches) {
      sketch.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static SeriesDetector read(DataInput in) throws IOException {
    SeriesDetector detector = new SeriesDetector();
    detector.count = in.readLong();
    detector.statistics.fill(in);
    for (TailSketch sketch : detector.sketches) {
      sketch.fill(in);
    }
    return detector;
  }
}

package io.gemba.sensors.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Scores detectors as the Numenta Anomaly Benchmark 1.1 does: each window counts by its best alarm,
 * each reading that alarms outside of windows counts against, and the sum is put on a scale where 0
 * is a detector that never alarms and 100 a perfect one.
 *
 * <p>A score is a row of numbers, one a reading, higher for what is more unusual, 0 for what is no
 * alarm at any threshold. All readings from the threshold on are alarms.
 */
public final class NabScorer {
  private NabScorer() {}

  /** A series and what a detector made of it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; boxed numbers would be many
  public record Scored(NabSeries series, double[] scores) {
    /**
     * @throws IllegalArgumentException if there is not one score a reading
     */
    public Scored {
      if (scores.length != series.length()) {
        throw new IllegalArgumentException(
            "%d scores for the %d readings of %s: one each is needed."
                .formatted(scores.length, series.length(), series.name()));
      }
    }
  }

  /**
   * What a threshold gives.
   *
   * @param threshold from which a score is an alarm
   * @param score at most 100, 0 for a detector that never alarms; may be negative
   * @param found windows with an alarm
   * @param falseAlarms readings outside of windows and probation that alarm
   */
  public record Result(double threshold, double score, int found, int falseAlarms) {}

  private record Point(double score, int series, int reading) {}

  /**
   * The best that any one threshold gives over all series, which is how the benchmark chooses it.
   *
   * @throws IllegalArgumentException if no series has a window
   */
  public static Result best(List<Scored> all, NabProfile profile) {
    Tally tally = new Tally(all, profile);
    List<Point> points = points(all);
    Result best = tally.result(Double.POSITIVE_INFINITY);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      tally.alarm(point.series(), point.reading());
      boolean last = i + 1 == points.size() || points.get(i + 1).score() != point.score();
      if (last) {
        Result result = tally.result(point.score());
        best = result.score() > best.score() ? result : best;
      }
    }
    return best;
  }

  /** What a given threshold gives. */
  public static Result at(double threshold, List<Scored> all, NabProfile profile) {
    Tally tally = new Tally(all, profile);
    for (Point point : points(all)) {
      if (point.score() >= threshold) {
        tally.alarm(point.series(), point.reading());
      }
    }
    return tally.result(threshold);
  }

  /**
   * What to expect of series that the threshold was not chosen on: halves are drawn, each is scored
   * with the best threshold of the other (a half without windows tells of no threshold, and finds
   * none), both count by their windows.
   *
   * @param draws how often halves are drawn; the mean is returned
   * @param seed of the draws
   */
  public static double heldOut(List<Scored> all, NabProfile profile, int draws, long seed) {
    double sum = 0;
    Random random = new Random(seed);
    List<Scored> shuffled = new ArrayList<>(all);
    for (int draw = 0; draw < draws; draw++) {
      Collections.shuffle(shuffled, random);
      List<Scored> one = shuffled.subList(0, shuffled.size() / 2);
      List<Scored> other = shuffled.subList(shuffled.size() / 2, shuffled.size());
      double ofOne = transferred(other, one, profile) * windows(one);
      double ofOther = transferred(one, other, profile) * windows(other);
      sum += (ofOne + ofOther) / windows(all);
    }
    return sum / draws;
  }

  private static double transferred(List<Scored> from, List<Scored> to, NabProfile profile) {
    return windows(to) == 0 || windows(from) == 0
        ? 0
        : at(best(from, profile).threshold(), to, profile).score();
  }

  private static int windows(List<Scored> all) {
    return all.stream().mapToInt(scored -> scored.series().windows()).sum();
  }

  private static List<Point> points(List<Scored> all) {
    List<Point> points = new ArrayList<>();
    for (int s = 0; s < all.size(); s++) {
      Scored scored = all.get(s);
      for (int i = scored.series().probation(); i < scored.scores().length; i++) {
        if (scored.scores()[i] > 0) {
          points.add(new Point(scored.scores()[i], s, i));
        }
      }
    }
    points.sort(Comparator.comparingDouble(Point::score).reversed());
    return points;
  }

  /** What the alarms so far are worth. */
  private static final class Tally {
    private final List<Scored> all;
    private final NabProfile profile;
    private final double[][] best;
    private final int windows;
    private double raw;
    private int found;
    private int falseAlarms;

    Tally(List<Scored> all, NabProfile profile) {
      this.all = all;
      this.profile = profile;
      this.windows = windows(all);
      if (windows == 0) {
        throw new IllegalArgumentException(
            "None of the %d series has a labelled window: there is nothing to score."
                .formatted(all.size()));
      }
      this.best = new double[all.size()][];
      for (int i = 0; i < best.length; i++) {
        best[i] = new double[all.get(i).series().windows()];
        Arrays.fill(best[i], -profile.falseNegative());
      }
      this.raw = -profile.falseNegative() * windows;
    }

    void alarm(int which, int reading) {
      NabSeries series = all.get(which).series();
      int window = series.window(reading);
      double worth = series.worth(reading);
      if (window == NabSeries.NO_WINDOW) {
        raw += worth * profile.falsePositive();
        falseAlarms++;
        return;
      }
      double before = best[which][window];
      if (before == -profile.falseNegative()) {
        found++;
      }
      if (worth > before) {
        raw += worth - before;
        best[which][window] = worth;
      }
    }

    Result result(double threshold) {
      double none = -profile.falseNegative() * windows;
      return new Result(threshold, 100 * (raw - none) / (windows - none), found, falseAlarms);
    }
  }
}

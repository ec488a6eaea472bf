package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How rare a value of a statistic is, learnt from its own past: a decayed histogram over the
 * logarithm of the value, with an exponential tail above its 98 % point. Not thread safe; O(1).
 *
 * <p>64 bins, a quarter octave each, from 2^-6 to 2^10 in units of the series' own scale: 256
 * bytes. A value outside falls into the first or last bin. Old values fade with a half-life of
 * {@value #HALF_LIFE_READINGS} readings.
 *
 * <p>The exponential tail is the peaks-over-threshold model with shape 0 (Pickands 1975).
 */
final class TailSketch {
  static final int BINS = 64;

  private static final int HALF_LIFE_READINGS = 20_000;
  private static final double BINS_PER_OCTAVE = 4;
  private static final double LOWEST_OCTAVE = -6;
  private static final double GROWTH = Math.pow(2, 1.0 / HALF_LIFE_READINGS);
  private static final double RESCALE_AT = 1 << 20;
  private static final double TAIL_SHARE = 0.02;
  private static final int REFIT_EVERY = 16;
  private static final double SHORTEST_TAIL = 0.2;
  private static final double LN_2 = Math.log(2);
  private static final double[] CENTRES = centres();

  private final float[] weights = new float[BINS];
  private double weight = 1;
  private double total;
  private int untilRefit;
  private double tailFrom = Double.POSITIVE_INFINITY;
  private double meanExcess = 1;

  /**
   * Takes a value in.
   *
   * @param value not negative
   * @param share 1 for a value of the usual, less for one that should count for less
   */
  void add(double value, double share) {
    weights[bin(value)] += (float) (weight * share);
    total += weight * share;
    weight *= GROWTH;
    if (weight > RESCALE_AT) {
      rescale();
    }
    if (untilRefit-- <= 0) {
      refit();
      untilRefit = REFIT_EVERY;
    }
  }

  /**
   * -log10 of the share of past values at least as great.
   *
   * @return 0 for the usual or when nothing is known; unbounded above
   */
  double surprise(double value) {
    if (total == 0) {
      return 0;
    }
    if (value >= tailFrom) {
      return -Math.log10(TAIL_SHARE) + (value - tailFrom) / meanExcess / Math.log(10);
    }
    int bin = bin(value);
    double above = weights[bin] / 2.0;
    for (int i = bin + 1; i < BINS; i++) {
      above += weights[i];
    }
    double share = (above + weight) / (total + weight);
    return Math.max(0, -Math.log10(Math.min(1, share)));
  }

  private void refit() {
    double wanted = total * TAIL_SHARE;
    double above = 0;
    int bin = BINS;
    while (bin > 0 && above < wanted) {
      bin--;
      above += weights[bin];
    }
    tailFrom = CENTRES[bin];
    double excess = 0;
    for (int i = bin + 1; i < BINS; i++) {
      excess += weights[i] * (CENTRES[i] - tailFrom);
    }
    // at least a bin's width: the sketch cannot see a shorter tail than that
    double width = Math.max(SHORTEST_TAIL, tailFrom * LN_2 / BINS_PER_OCTAVE);
    meanExcess = Math.max(width, excess / Math.max(above, weight));
  }

  private void rescale() {
    for (int i = 0; i < BINS; i++) {
      weights[i] /= (float) weight;
    }
    total /= weight;
    weight = 1;
  }

  private static int bin(double value) {
    if (value <= 0) {
      return 0;
    }
    double octave = Math.log(value) / LN_2 - LOWEST_OCTAVE;
    return (int) Math.max(0, Math.min(BINS - 1, octave * BINS_PER_OCTAVE));
  }

  private static double[] centres() {
    double[] centres = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      centres[i] = Math.pow(2, LOWEST_OCTAVE + (i + 0.5) / BINS_PER_OCTAVE);
    }
    return centres;
  }

  void write(DataOutput out) throws IOException {
    for (float binWeight : weights) {
      out.writeFloat(binWeight);
    }
    out.writeDouble(weight);
    out.writeDouble(total);
    out.writeInt(untilRefit);
    out.writeDouble(tailFrom);
    out.writeDouble(meanExcess);
  }

  void fill(DataInput in) throws IOException {
    for (int i = 0; i < BINS; i++) {
      weights[i] = in.readFloat();
    }
    weight = in.readDouble();
    total = in.readDouble();
    untilRefit = in.readInt();
    tailFrom = in.readDouble();
    meanExcess = in.readDouble();
  }
}

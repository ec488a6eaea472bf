package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How rare a value of a statistic is, learnt from its own past: a decayed histogram, with a
 * generalized Pareto tail above its 98 % point.
 *
 * <p>{@value #BINS} bins, even on the scale log2(1 + 10 value), {@value #BINS_PER_OCTAVE} a step of
 * 1: .004 wide at 0, a 25th of the value at large ones, up to 1,900 units of the series' own scale.
 * Bin 0 stands for nothing at all and is no part of a tail. Old values fade with a half-life of
 * {@value #HALF_LIFE_READINGS} readings.
 *
 * <p>The tail is the peaks-over-threshold model (Pickands 1975), its shape by the method of moments
 * (Hosking and Wallis 1987): 0, which is exponential, or heavier up to {@value #HEAVIEST}. A value
 * that came three times before is so not taken for one in a million; what has faded to less than
 * one value of now makes no tail heavy.
 *
 * <p>1 KiB; written only as far as bins are filled. Not thread safe; O(bins) at worst.
 */
final class TailSketch {
  static final int BINS = 256;

  private static final int HALF_LIFE_READINGS = 6_000;
  private static final int BINS_PER_OCTAVE = 18;
  private static final double LOWEST_UNIT = 0.1;
  private static final double GROWTH = Math.pow(2, 1.0 / HALF_LIFE_READINGS);
  private static final double RESCALE_AT = 1 << 20;
  private static final double TAIL_SHARE = 0.02;
  private static final int REFIT_EVERY = 16;
  private static final int FEWEST_VALUES = 64;
  private static final double DECADES_PER_DECADE_KNOWN = 2;
  private static final double HEAVIEST = 0.45;
  private static final double LN_2 = Math.log(2);
  private static final double LN_10 = Math.log(10);
  private static final double[] LOWER_ENDS = points(0);
  private static final double[] CENTRES = points(0.5);

  private final float[] weights = new float[BINS];
  private double weight = 1;
  private double total;
  private int untilRefit;
  private double tailFrom = Double.POSITIVE_INFINITY;
  private double tailShare = TAIL_SHARE;
  private double meanExcess = 1;
  private double heaviness;

  /**
   * Takes a value in.
   *
   * @param value not negative
   */
  void add(double value) {
    weights[bin(value)] += (float) weight;
    total += weight;
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
   * @param value not negative
   * @return 0 for the usual, and while fewer than {@value #FEWEST_VALUES} are known; at most as
   *     rare as once in the square of what is known
   */
  double surprise(double value) {
    if (total < FEWEST_VALUES * weight || value < LOWER_ENDS[1]) {
      return 0;
    }
    if (value >= tailFrom) {
      double most = DECADES_PER_DECADE_KNOWN * Math.log10(total / weight);
      double decades = -Math.log10(tailShare) + beyond((value - tailFrom) / meanExcess) / LN_10;
      return Math.min(most, decades);
    }
    int bin = bin(value);
    double above = weights[bin] / 2.0;
    for (int i = bin + 1; i < BINS; i++) {
      above += weights[i];
    }
    double share = (above + weight) / (total + weight);
    return Math.max(0, -Math.log10(Math.min(1, share)));
  }

  /** -ln of the chance that an excess is more than so many times the mean excess. */
  private double beyond(double meanExcesses) {
    return heaviness == 0
        ? meanExcesses
        : Math.log1p(heaviness * meanExcesses / (1 - heaviness)) / heaviness;
  }

  private void refit() {
    double wanted = total * TAIL_SHARE;
    double above = 0;
    int bin = BINS;
    while (bin > 1 && above < wanted) {
      bin--;
      above += weights[bin];
    }
    tailFrom = LOWER_ENDS[bin];
    tailShare = Math.min(1, (above + weight) / (total + weight));
    double sum = 0;
    double squares = 0;
    for (int i = bin; i < BINS; i++) {
      double excess = CENTRES[i] - tailFrom;
      sum += weights[i] * excess;
      squares += weights[i] < weight ? 0 : weights[i] * excess * excess;
    }
    meanExcess = above > 0 ? sum / above : 1;
    heaviness = above > 0 ? heaviness(squares / above / (meanExcess * meanExcess)) : 0;
  }

  /**
   * Shape of the Pareto tail by the method of moments.
   *
   * @param squares mean squared excess over the squared mean; 2 for an exponential tail
   */
  private static double heaviness(double squares) {
    return squares <= 2 ? 0 : Math.min(HEAVIEST, 0.5 * (1 - 1 / (squares - 1)));
  }

  private void rescale() {
    for (int i = 0; i < BINS; i++) {
      weights[i] /= (float) weight;
    }
    total /= weight;
    weight = 1;
  }

  private static int bin(double value) {
    double octaves = Math.log(1 + value / LOWEST_UNIT) / LN_2;
    return (int) Math.min(BINS - 1.0, octaves * BINS_PER_OCTAVE);
  }

  private static double[] points(double offset) {
    double[] points = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      points[i] = LOWEST_UNIT * (Math.pow(2, (i + offset) / BINS_PER_OCTAVE) - 1);
    }
    return points;
  }

  void write(DataOutput out) throws IOException {
    int filled = 0;
    for (int i = 0; i < BINS; i++) {
      filled += weights[i] > 0 ? 1 : 0;
    }
    out.writeShort(filled);
    for (int i = 0; i < BINS; i++) {
      if (weights[i] > 0) {
        out.writeByte(i);
        out.writeFloat(weights[i]);
      }
    }
    out.writeDouble(weight);
    out.writeDouble(total);
    out.writeInt(untilRefit);
    out.writeDouble(tailFrom);
    out.writeDouble(tailShare);
    out.writeDouble(meanExcess);
    out.writeDouble(heaviness);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param withHeaviness whether it wrote that; until the next fit the tail is exponential else
   */
  void fill(DataInput in, boolean withHeaviness) throws IOException {
    int filled = in.readUnsignedShort();
    for (int i = 0; i < filled; i++) {
      int bin = in.readUnsignedByte();
      weights[bin] = in.readFloat();
    }
    weight = in.readDouble();
    total = in.readDouble();
    untilRefit = in.readInt();
    tailFrom = in.readDouble();
    tailShare = in.readDouble();
    meanExcess = in.readDouble();
    heaviness = withHeaviness ? in.readDouble() : 0;
  }
}

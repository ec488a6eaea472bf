package io.gemba.sensors.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How rare a value of a statistic is, learnt from its own past: a decayed histogram, with an
 * exponential tail above its 98 % point.
 *
 * <p>{@value #BINS} bins, even on the scale log2(1 + 10 value), {@value #BINS_PER_OCTAVE} a step of
 * 1: .004 wide at 0, a 25th of the value at large ones, up to 1,900 units of the series' own scale.
 * Bin 0 stands for nothing at all and is no part of a tail. Old values fade with a half-life of
 * {@value #HALF_LIFE_READINGS} readings.
 *
 * <p>The exponential tail is the peaks-over-threshold model with shape 0 (Pickands 1975): the
 * chance of being above the threshold times exp(-excess / mean excess).
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
   * @return 0 for the usual or when nothing is known
   */
  double surprise(double value) {
    if (total == 0 || value < LOWER_ENDS[1]) {
      return 0;
    }
    if (value >= tailFrom) {
      return -Math.log10(tailShare) + (value - tailFrom) / meanExcess / LN_10;
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
    while (bin > 1 && above < wanted) {
      bin--;
      above += weights[bin];
    }
    tailFrom = LOWER_ENDS[bin];
    tailShare = Math.min(1, (above + weight) / (total + weight));
    double excess = 0;
    for (int i = bin; i < BINS; i++) {
      excess += weights[i] * (CENTRES[i] - tailFrom);
    }
    meanExcess = above > 0 ? excess / above : 1;
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
  }

  void fill(DataInput in) throws IOException {
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
  }
}

package io.gemba.planner.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits cents so that the parts add up to the whole (largest remainder, Hamilton 1792). */
public final class Shares {
  private Shares() {}

  /**
   * Splits a sum by weights.
   *
   * @param cents to split, any sign
   * @param weights at least one, none negative; all zero means equal parts
   * @return as many parts as weights
   */
  public static List<Long> of(long cents, List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    List<Double> exact =
        weights.stream()
            .map(weight -> sum > 0 ? cents * weight / sum : (double) cents / weights.size())
            .toList();
    List<Long> parts =
        new ArrayList<>(exact.stream().map(part -> (long) Math.floor(part)).toList());
    long left = cents - parts.stream().mapToLong(Long::longValue).sum();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> parts.get(i) - exact.get(i)))
        .limit(Math.max(0, left))
        .forEach(i -> parts.set(i, parts.get(i) + 1));
    return parts;
  }
}

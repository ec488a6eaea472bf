package io.gemba.rosters.optaplanner;

import io.gemba.rosters.model.Portion;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.optaplanner.core.api.score.stream.uni.UniConstraintCollector;

/** Minutes worked in each interval of a demand's day, summed over everybody; the rest is 0. */
final class IntervalSumCollector implements UniConstraintCollector<Portion, int[], int[]> {
  private static final int MOST_INTERVALS = 96;

  @Override
  public Supplier<int[]> supplier() {
    return () -> new int[MOST_INTERVALS];
  }

  @Override
  public BiFunction<int[], Portion, Runnable> accumulator() {
    return (sums, portion) -> {
      portion.addTo(sums, 1);
      return () -> portion.addTo(sums, -1);
    };
  }

  @Override
  public Function<int[], int[]> finisher() {
    return int[]::clone;
  }
}

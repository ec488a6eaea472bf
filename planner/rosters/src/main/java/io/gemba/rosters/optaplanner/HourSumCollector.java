package io.gemba.rosters.optaplanner;

import io.gemba.rosters.model.Portion;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.optaplanner.core.api.score.stream.uni.UniConstraintCollector;

/** Minutes worked in each hour of a demand's day, summed over everybody. */
final class HourSumCollector implements UniConstraintCollector<Portion, int[], int[]> {
  private static final int DAY_HOURS = 24;

  @Override
  public Supplier<int[]> supplier() {
    return () -> new int[DAY_HOURS];
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

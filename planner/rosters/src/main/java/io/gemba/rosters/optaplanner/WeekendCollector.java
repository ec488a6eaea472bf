package io.gemba.rosters.optaplanner;

import io.gemba.rosters.model.DayFrame;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.optaplanner.core.api.score.stream.uni.UniConstraintCollector;

/** Weekends on which a shift begins on Saturday or Sunday. */
final class WeekendCollector
    implements UniConstraintCollector<PersonDay, Map<Integer, Integer>, Integer> {
  @Override
  public Supplier<Map<Integer, Integer>> supplier() {
    return HashMap::new;
  }

  @Override
  public BiFunction<Map<Integer, Integer>, PersonDay, Runnable> accumulator() {
    return (shifts, day) -> {
      int weekend = day.frame().weekend();
      if (!day.isWork() || weekend == DayFrame.NO_WEEKEND) {
        return () -> {};
      }
      shifts.merge(weekend, 1, Integer::sum);
      return () -> shifts.computeIfPresent(weekend, (key, count) -> count == 1 ? null : count - 1);
    };
  }

  @Override
  public Function<Map<Integer, Integer>, Integer> finisher() {
    return Map::size;
  }
}

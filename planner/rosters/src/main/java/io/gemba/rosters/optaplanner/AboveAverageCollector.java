package io.gemba.rosters.optaplanner;

import io.gemba.rosters.model.Employee;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.optaplanner.core.api.function.TriFunction;
import org.optaplanner.core.api.score.stream.bi.BiConstraintCollector;

/** Price of the minutes that people of a group work above its average, in cent-minutes. */
final class AboveAverageCollector
    implements BiConstraintCollector<Employee, Integer, Map<Employee, Integer>, Long> {
  @Override
  public Supplier<Map<Employee, Integer>> supplier() {
    return HashMap::new;
  }

  @Override
  public TriFunction<Map<Employee, Integer>, Employee, Integer, Runnable> accumulator() {
    return (group, employee, minutes) -> {
      group.put(employee, minutes);
      return () -> group.remove(employee, minutes);
    };
  }

  @Override
  public Function<Map<Employee, Integer>, Long> finisher() {
    return group -> {
      long sum = 0;
      for (int minutes : group.values()) {
        sum += minutes;
      }
      long average = group.isEmpty() ? 0 : sum / group.size();
      long price = 0;
      for (Map.Entry<Employee, Integer> entry : group.entrySet()) {
        price += Math.max(0, entry.getValue() - average) * entry.getKey().fairnessCentsPerHour();
      }
      return price;
    };
  }
}

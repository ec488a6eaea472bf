package io.gemba.rosters.optaplanner;

import io.gemba.rosters.RosterRequest.Rules;
import io.gemba.rosters.model.Employee;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.optaplanner.core.api.function.TriFunction;
import org.optaplanner.core.api.score.stream.bi.BiConstraintCollector;

/** Price of what people of a group have above its average, in cent-minutes. */
final class AboveAverageCollector
    implements BiConstraintCollector<Employee, Integer, Map<Employee, Integer>, Long> {
  private final int parts;
  private final ToLongFunction<Rules> cents;

  /**
   * @param parts of a counted thing by which the average is rounded down
   * @param cents price of a part, in cent-minutes
   */
  AboveAverageCollector(int parts, ToLongFunction<Rules> cents) {
    this.parts = parts;
    this.cents = cents;
  }

  @Override
  public Supplier<Map<Employee, Integer>> supplier() {
    return HashMap::new;
  }

  @Override
  public TriFunction<Map<Employee, Integer>, Employee, Integer, Runnable> accumulator() {
    return (group, employee, count) -> {
      group.put(employee, count);
      return () -> group.remove(employee, count);
    };
  }

  @Override
  public Function<Map<Employee, Integer>, Long> finisher() {
    return group -> {
      long sum = 0;
      for (int count : group.values()) {
        sum += (long) count * parts;
      }
      long average = group.isEmpty() ? 0 : sum / group.size();
      long price = 0;
      for (Map.Entry<Employee, Integer> entry : group.entrySet()) {
        long above = Math.max(0, (long) entry.getValue() * parts - average);
        price += above * cents.applyAsLong(entry.getKey().rules());
      }
      return price;
    };
  }
}

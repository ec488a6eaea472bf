package io.gemba.rosters.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public instance's roster, as it is written.
 *
 * @param instance its name
 * @param hard violations of the rules that must hold, by the instance's own evaluator
 * @param cost the instance's objective, by its own evaluator
 * @param bound no roster that keeps the rules is cheaper; null = not known
 * @param seconds how long it was searched
 * @param seed of the random choices
 * @param employees ids, in the order of the file
 * @param shifts the file's own shift ids by employee and day; empty = free
 */
public record BenchmarkRoster(
    String instance,
    long hard,
    long cost,
    @Nullable Double bound,
    double seconds,
    long seed,
    List<String> employees,
    List<List<String>> shifts) {
  /** Copies the lists. */
  public BenchmarkRoster {
    employees = List.copyOf(employees);
    shifts = shifts.stream().map(List::copyOf).toList();
  }
}

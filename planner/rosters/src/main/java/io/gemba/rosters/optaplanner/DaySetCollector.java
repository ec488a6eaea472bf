package io.gemba.rosters.optaplanner;

import io.gemba.rosters.model.Employee;
import java.util.BitSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.optaplanner.core.api.score.stream.uni.UniConstraintCollector;

/** The days on which an employee works; a person has one cell a day, so a set is enough. */
final class DaySetCollector implements UniConstraintCollector<PersonDay, BitSet, BitSet> {
  @Override
  public Supplier<BitSet> supplier() {
    return BitSet::new;
  }

  @Override
  public BiFunction<BitSet, PersonDay, Runnable> accumulator() {
    return (days, day) -> {
      int number = day.day();
      days.set(number);
      return () -> days.clear(number);
    };
  }

  @Override
  public Function<BitSet, BitSet> finisher() {
    return days -> (BitSet) days.clone();
  }

  /** Days beyond the limit, summed over all runs; the days before the roster lengthen the first. */
  static long tooMany(Employee employee, BitSet days) {
    long tooMany = 0;
    int first = days.nextSetBit(0);
    while (first >= 0) {
      int end = days.nextClearBit(first);
      int before = first == 0 ? employee.workedDays() : 0;
      int excess = before + end - first - employee.maximumConsecutiveDays();
      tooMany += Math.max(0, Math.min(excess, end - first));
      first = days.nextSetBit(end);
    }
    return tooMany;
  }
}

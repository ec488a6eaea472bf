package io.gemba.rosters.optaplanner;

import io.gemba.rosters.Contract.Pattern;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Employee;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.optaplanner.core.api.score.stream.uni.UniConstraintCollector;

/** An employee's duties from the first day to the last that is there, and what they add up to. */
final class DutyRow
    implements UniConstraintCollector<PersonDay, NavigableMap<Integer, Duty>, List<Duty>> {
  @Override
  public Supplier<NavigableMap<Integer, Duty>> supplier() {
    return TreeMap::new;
  }

  @Override
  public BiFunction<NavigableMap<Integer, Duty>, PersonDay, Runnable> accumulator() {
    return (duties, day) -> {
      int number = day.day();
      duties.put(number, day.getDuty());
      return () -> duties.remove(number);
    };
  }

  @Override
  public Function<NavigableMap<Integer, Duty>, List<Duty>> finisher() {
    return duties -> {
      List<Duty> row = new ArrayList<>();
      for (int day = 0; !duties.isEmpty() && day <= duties.lastKey(); day++) {
        row.add(duties.getOrDefault(day, Duty.OFF));
      }
      return row;
    };
  }

  /** Days that runs of work lack, those before the roster counted with them. */
  static long workTooShort(Employee employee, List<Duty> row) {
    int least = Range.of(employee.limits().workDays()).floor();
    boolean judged = employee.person().history() != null;
    int run = employee.workedDays();
    long missing = 0;
    for (Duty duty : row) {
      if (duty.isWork()) {
        run++;
      } else {
        missing += judged && run > 0 ? Math.max(0, least - run) : 0;
        judged = true;
        run = 0;
      }
    }
    return missing;
  }

  /** Days that runs of free days lack, and days beyond their most. */
  static long freeOutside(Employee employee, List<Duty> row) {
    Range range = Range.of(employee.limits().freeDays());
    Employee.Before before = employee.before();
    boolean judged = before.whole();
    int run = before.free();
    long outside = 0;
    for (Duty duty : row) {
      if (duty.isWork()) {
        outside += judged && run > 0 ? Math.max(0, range.floor() - run) : 0;
        judged = true;
        run = 0;
      } else {
        run++;
        outside += run > range.ceiling() ? 1 : 0;
      }
    }
    return outside;
  }

  /** How often a sequence ends in the roster. */
  static long occurrences(Employee employee, List<Duty> row, Pattern pattern) {
    History history = employee.person().history();
    List<String> codes = new ArrayList<>(history == null ? List.of() : history.shifts());
    int past = codes.size();
    row.forEach(duty -> codes.add(duty.code()));
    long count = 0;
    for (int first = 0; first + pattern.days().size() <= codes.size(); first++) {
      boolean fits = first + pattern.days().size() > past;
      for (int day = 0; fits && day < pattern.days().size(); day++) {
        fits = pattern.fits(day, codes.get(first + day));
      }
      count += fits ? 1 : 0;
    }
    return count;
  }
}

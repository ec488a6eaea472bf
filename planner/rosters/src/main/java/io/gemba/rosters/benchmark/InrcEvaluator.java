package io.gemba.rosters.benchmark;

import io.gemba.rosters.benchmark.Benchmark.Score;
import io.gemba.rosters.benchmark.InrcInstance.Contract;
import io.gemba.rosters.benchmark.InrcInstance.Element;
import io.gemba.rosters.benchmark.InrcInstance.Employee;
import io.gemba.rosters.benchmark.InrcInstance.Request;
import io.gemba.rosters.benchmark.InrcInstance.Rule;
import io.gemba.rosters.benchmark.InrcInstance.ShiftType;
import io.gemba.rosters.benchmark.InrcInstance.Unwanted;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The competition's objective, recomputed from the file's data. Hard: cover is exact. Runs are
 * judged at both borders of the roster too.
 */
final class InrcEvaluator {
  private final InrcInstance instance;
  private final Map<String, ShiftType> types = new HashMap<>();
  private long hard;
  private long cost;

  private InrcEvaluator(InrcInstance instance) {
    this.instance = instance;
    instance.shiftTypes().forEach(type -> types.put(type.id(), type));
  }

  static Score evaluate(InrcInstance instance, String[][] roster) {
    InrcEvaluator evaluator = new InrcEvaluator(instance);
    Map<String, String[]> rows = new HashMap<>();
    for (int i = 0; i < roster.length; i++) {
      Employee employee = instance.staff().get(i);
      rows.put(employee.id(), roster[i]);
      evaluator.employee(
          employee,
          Objects.requireNonNull(instance.contracts().get(employee.contract())),
          roster[i]);
    }
    for (Request request : instance.requests()) {
      String[] row = Objects.requireNonNull(rows.get(request.employee()));
      boolean has =
          request.shift() == null
              ? !row[request.day()].isEmpty()
              : row[request.day()].equals(request.shift());
      evaluator.cost += has == request.wanted() ? 0 : request.weight();
    }
    evaluator.cover(roster);
    return new Score(evaluator.hard, evaluator.cost);
  }

  private DayOfWeek weekday(int day) {
    return instance.begins().plusDays(day).getDayOfWeek();
  }

  private void cover(String[][] roster) {
    for (int day = 0; day < instance.days(); day++) {
      for (ShiftType type : instance.shiftTypes()) {
        int there = 0;
        for (String[] row : roster) {
          there += row[day].equals(type.id()) ? 1 : 0;
        }
        int need = instance.cover().getOrDefault(weekday(day), Map.of()).getOrDefault(type.id(), 0);
        hard += Math.abs(need - there);
      }
    }
  }

  private void above(Contract contract, Rule rule, int count) {
    cost += (long) contract.weight(rule) * Math.max(0, count - contract.value(rule));
  }

  private void below(Contract contract, Rule rule, int count) {
    cost += (long) contract.weight(rule) * Math.max(0, contract.value(rule) - count);
  }

  private void employee(Employee employee, Contract contract, String[] row) {
    int worked = 0;
    for (String shift : row) {
      if (!shift.isEmpty()) {
        worked++;
        ShiftType type = Objects.requireNonNull(types.get(shift), shift);
        if (!employee.skills().containsAll(type.skills())) {
          cost += contract.weight(Rule.ALTERNATIVE_SKILL);
        }
      }
    }
    above(contract, Rule.MOST_SHIFTS, worked);
    below(contract, Rule.LEAST_SHIFTS, worked);
    for (int start = 0; start < row.length; ) {
      int end = start + 1;
      while (end < row.length && row[end].isEmpty() == row[start].isEmpty()) {
        end++;
      }
      boolean free = row[start].isEmpty();
      above(contract, free ? Rule.MOST_FREE : Rule.MOST_WORKED, end - start);
      below(contract, free ? Rule.LEAST_FREE : Rule.LEAST_WORKED, end - start);
      start = end;
    }
    weekends(contract, row);
    nights(contract, row);
    for (String id : contract.patterns()) {
      pattern(Objects.requireNonNull(instance.patterns().get(id)), row);
    }
  }

  private void weekends(Contract contract, String[] row) {
    int length = contract.weekend().size();
    int run = 0;
    int total = 0;
    for (int day = 0; day + length <= row.length; day++) {
      if (weekday(day) != contract.weekend().get(0)) {
        continue;
      }
      List<String> weekend = List.of(row).subList(day, day + length);
      boolean worked = weekend.stream().anyMatch(shift -> !shift.isEmpty());
      if (worked) {
        run++;
        total++;
        cost += (long) contract.weight(Rule.COMPLETE_WEEKENDS) * incomplete(weekend);
        for (String shift : weekend.stream().distinct().filter(s -> !s.isEmpty()).toList()) {
          long same = weekend.stream().filter(shift::equals).count();
          cost += contract.weight(Rule.IDENTICAL_WEEKENDS) * (length - same);
        }
      } else {
        if (day > 0 && isNight(row[day - 1])) {
          cost += contract.weight(Rule.NO_NIGHT_BEFORE_FREE_WEEKEND);
        }
        weekendRun(contract, run);
        run = 0;
      }
    }
    weekendRun(contract, run);
    above(contract, Rule.MOST_WEEKENDS_IN_FOUR_WEEKS, total);
  }

  private void weekendRun(Contract contract, int run) {
    if (run > 0) {
      above(contract, Rule.MOST_WEEKENDS, run);
      below(contract, Rule.LEAST_WEEKENDS, run);
    }
  }

  /** Free days before each start and after each end of work within a weekend. */
  private static int incomplete(List<String> weekend) {
    int days = 0;
    for (int day = 0; day < weekend.size(); day++) {
      if (!weekend.get(day).isEmpty()) {
        if (day > 0 && weekend.get(day - 1).isEmpty()) {
          days += day;
        }
        if (day + 1 < weekend.size() && weekend.get(day + 1).isEmpty()) {
          days += weekend.size() - 1 - day;
        }
      }
    }
    return days;
  }

  private boolean isNight(String shift) {
    ShiftType type = types.get(shift);
    return type != null && type.night();
  }

  /** After a night, another shift than a night on either of the next two days. */
  private void nights(Contract contract, String[] row) {
    int weight = contract.weight(Rule.TWO_FREE_DAYS_AFTER_NIGHTS);
    for (int day = 0; weight > 0 && day + 1 < row.length; day++) {
      if (isNight(row[day])) {
        if (!row[day + 1].isEmpty() && !isNight(row[day + 1])) {
          cost += weight;
        } else if (row[day + 1].isEmpty() && day + 2 < row.length && !row[day + 2].isEmpty()) {
          cost += weight;
        }
      }
    }
  }

  private void pattern(Unwanted pattern, String[] row) {
    int length = pattern.elements().size();
    for (int day = 0; day + length <= row.length; day++) {
      boolean fits = true;
      for (int i = 0; i < length; i++) {
        fits &= fits(pattern.elements().get(i), day + i, row[day + i]);
      }
      cost += fits ? pattern.weight() : 0;
    }
  }

  private boolean fits(Element element, int day, String shift) {
    if (element.day() != null && element.day() != weekday(day)) {
      return false;
    }
    return switch (element.shift()) {
      case "None" -> shift.isEmpty();
      case "Any" -> !shift.isEmpty();
      default -> shift.equals(element.shift());
    };
  }
}

package io.gemba.rosters.benchmark;

import io.gemba.rosters.benchmark.Benchmark.Score;
import io.gemba.rosters.benchmark.CurtoisInstance.Employee;
import io.gemba.rosters.benchmark.CurtoisInstance.Need;
import io.gemba.rosters.benchmark.CurtoisInstance.ShiftType;
import io.gemba.rosters.benchmark.CurtoisInstance.Wish;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The benchmark's objective, recomputed from the file's data. Runs of work and free days that touch
 * the first or last day may be short; a weekend counts when its Saturday or Sunday is worked.
 */
final class CurtoisEvaluator {
  private final CurtoisInstance instance;
  private final String[][] roster;
  private final Map<String, ShiftType> types = new HashMap<>();
  private long hard;
  private long cost;

  private CurtoisEvaluator(CurtoisInstance instance, String[][] roster) {
    this.instance = instance;
    this.roster = roster;
    instance.shiftTypes().forEach(type -> types.put(type.id(), type));
  }

  static Score evaluate(CurtoisInstance instance, String[][] roster) {
    CurtoisEvaluator evaluator = new CurtoisEvaluator(instance, roster);
    for (int i = 0; i < roster.length; i++) {
      evaluator.employee(instance.staff().get(i), roster[i]);
    }
    evaluator.wishes();
    evaluator.cover();
    return new Score(evaluator.hard, evaluator.cost);
  }

  private void employee(Employee employee, String[] row) {
    Map<String, Integer> counts = new HashMap<>();
    int minutes = 0;
    int weekends = 0;
    for (int day = 0; day < row.length; day++) {
      if (row[day].isEmpty()) {
        continue;
      }
      ShiftType type = Objects.requireNonNull(types.get(row[day]), row[day]);
      counts.merge(row[day], 1, Integer::sum);
      minutes += type.minutes();
      if (employee.daysOff().contains(day)) {
        hard++;
      }
      if (day + 1 < row.length && type.notAfterwards().contains(row[day + 1])) {
        hard++;
      }
      boolean sunday = day % 7 == 6;
      if (day % 7 == 5 || (sunday && row[day - 1].isEmpty())) {
        weekends++;
      }
    }
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      int most = employee.mostShifts().getOrDefault(count.getKey(), Integer.MAX_VALUE);
      hard += Math.max(0, count.getValue() - most);
    }
    int grain = grain();
    hard += ceil(Math.max(0, minutes - employee.mostMinutes()), grain);
    hard += ceil(Math.max(0, employee.leastMinutes() - minutes), grain);
    hard += Math.max(0, weekends - employee.mostWeekends());
    runs(employee, row);
  }

  private int grain() {
    int grain = 0;
    for (ShiftType type : instance.shiftTypes()) {
      int a = type.minutes();
      while (grain != 0) {
        int rest = a % grain;
        a = grain;
        grain = rest;
      }
      grain = a;
    }
    return grain;
  }

  private static int ceil(int minutes, int grain) {
    return (minutes + grain - 1) / grain;
  }

  private void runs(Employee employee, String[] row) {
    int start = 0;
    while (start < row.length) {
      boolean off = row[start].isEmpty();
      int end = start + 1;
      while (end < row.length && row[end].isEmpty() == off) {
        end++;
      }
      int length = end - start;
      boolean inside = start > 0 && end < row.length;
      if (inside) {
        int least = off ? employee.leastConsecutiveOff() : employee.leastConsecutive();
        hard += Math.max(0, least - length);
      }
      if (!off) {
        hard += Math.max(0, length - employee.mostConsecutive());
      }
      start = end;
    }
  }

  private void wishes() {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < instance.staff().size(); i++) {
      index.put(instance.staff().get(i).id(), i);
    }
    for (Wish wish : instance.on()) {
      if (!roster[index.getOrDefault(wish.employee(), -1)][wish.day()].equals(wish.shift())) {
        cost += wish.weight();
      }
    }
    for (Wish wish : instance.off()) {
      if (roster[index.getOrDefault(wish.employee(), -1)][wish.day()].equals(wish.shift())) {
        cost += wish.weight();
      }
    }
  }

  private void cover() {
    for (Need need : instance.covers()) {
      int there = 0;
      for (String[] row : roster) {
        if (row[need.day()].equals(need.shift())) {
          there++;
        }
      }
      cost += (long) Math.max(0, need.heads() - there) * need.under();
      cost += (long) Math.max(0, there - need.heads()) * need.over();
    }
  }
}

package io.gemba.rosters.output;

import io.gemba.rosters.benchmark.Benchmark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** One employee of a public instance as an iCalendar text; days where the file has no hours. */
final class BenchmarkCalendar {
  private BenchmarkCalendar() {}

  static String write(
      Benchmark benchmark,
      BenchmarkRoster roster,
      String employee,
      LocalDate firstDay,
      Instant stamp) {
    IcsText feed = new IcsText("Shifts of " + employee, stamp);
    List<String> row = roster.shifts().get(roster.employees().indexOf(employee));
    for (int day = 0; day < row.size(); day++) {
      String shift = row.get(day);
      if (shift.isEmpty()) {
        continue;
      }
      LocalDate date = firstDay.plusDays(day);
      String id = "%s-%s-%s@gemba".formatted(roster.instance(), employee, date);
      Benchmark.Hours hours = benchmark.hours().get(shift);
      if (hours == null) {
        feed.day(id, date, shift);
      } else {
        LocalDateTime start = date.atTime(hours.start());
        LocalDateTime end = date.atTime(hours.end());
        end = end.isAfter(start) ? end : end.plusDays(1);
        feed.event(id, start.toInstant(ZoneOffset.UTC), end.toInstant(ZoneOffset.UTC), shift, "");
      }
    }
    return feed.end();
  }
}

package io.gemba.rosters.compile;

import io.gemba.rosters.Contract;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.engine.Automaton;
import io.gemba.rosters.engine.Followers;
import io.gemba.rosters.engine.Pattern;
import io.gemba.rosters.engine.Price;
import io.gemba.rosters.engine.Runs;
import io.gemba.rosters.engine.SequenceRule;
import io.gemba.rosters.engine.WorkedWeekends;
import io.gemba.rosters.model.DayFrame;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.Employee;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules about what follows what in a row as automata: rest between shifts, days in a row, forbidden
 * sequences, worked weekends. People under the same rules with the same past share one.
 */
final class Sequences {
  private static final int DAY_MINUTES = 24 * 60;
  private static final int WEEK_DAYS = 7;
  private static final int MOST_GAPS = 2;
  private static final int NO_LIMIT = 1_000_000;

  private final List<Duty> duties;
  private final boolean weekends;
  private final int[] dayClass;
  private final Map<Key, Automaton> known = new HashMap<>();

  /** What an automaton depends on. */
  private record Key(
      Employee.Before before,
      List<String> past,
      int most,
      Range work,
      Range free,
      int rest,
      List<Contract.Pattern> forbidden) {}

  /**
   * @param weekends whether rows emit the weekends they work
   */
  Sequences(List<Duty> duties, LocalDate firstDay, int days, boolean weekends) {
    this.duties = duties;
    this.weekends = weekends;
    dayClass = new int[days];
    for (int day = 0; weekends && day < days; day++) {
      dayClass[day] = firstDay.plusDays(day).getDayOfWeek().getValue() - 1;
    }
  }

  /** Class of each day: its weekday where weekends matter, else all the same. */
  int[] dayClass() {
    return dayClass;
  }

  /** Whether the rest of every row reaches over few enough days. */
  static boolean canFollow(List<List<DayFrame>> rows) {
    for (List<DayFrame> row : rows) {
      if (gaps(row.get(0).employee(), row.stream().flatMap(f -> f.range().stream()).toList())
          > MOST_GAPS) {
        return false;
      }
    }
    return true;
  }

  /**
   * The automaton of a row.
   *
   * @throws IllegalArgumentException if its rules together have too many states
   */
  Automaton of(Employee employee) {
    Contract limits = employee.limits();
    int most = employee.maximumConsecutiveDays();
    Range work = Range.of(limits.workDays());
    Range free = Range.of(limits.freeDays());
    Employee.Before before = employee.before();
    boolean least = work.floor() > 1 || free.floor() > 1 || free.most() != null;
    if (!least) {
      // without a least only the days worked matter, and not how far beyond the most they go
      before = new Employee.Before(Math.min(before.worked(), most + 1), 0, false);
    }
    Key key =
        new Key(
            before, past(employee), most, work, free, employee.restMinutes(), limits.forbidden());
    return known.computeIfAbsent(key, wanted -> automaton(wanted, employee));
  }

  private static List<String> past(Employee employee) {
    History history = employee.person().history();
    int longest = 0;
    for (Contract.Pattern pattern : employee.limits().forbidden()) {
      longest = Math.max(longest, pattern.days().size() - 1);
    }
    List<String> shifts = history == null ? List.of() : history.shifts();
    return List.copyOf(shifts.subList(Math.max(0, shifts.size() - longest), shifts.size()));
  }

  private Automaton automaton(Key key, Employee employee) {
    List<SequenceRule> rules = new ArrayList<>();
    long day = Price.of(CompiledRoster.WHOLE_DAY, 0);
    rules.add(
        new Runs(
            Math.max(1, key.work().floor()),
            key.most(),
            Math.max(1, key.free().floor()),
            Math.min(NO_LIMIT, key.free().ceiling()),
            new Runs.Prices(day, day, day, day),
            new Runs.Borders(key.before().whole(), false),
            key.before().worked(),
            key.before().free()));
    rules.add(new Followers(rest(employee)));
    for (Contract.Pattern pattern : key.forbidden()) {
      rules.add(pattern(pattern, key.past()));
    }
    if (weekends) {
      boolean[] weekend = new boolean[WEEK_DAYS];
      weekend[DayOfWeek.SATURDAY.getValue() - 1] = true;
      weekend[DayOfWeek.SUNDAY.getValue() - 1] = true;
      rules.add(new WorkedWeekends(weekend, DayOfWeek.SUNDAY.getValue() - 1));
    }
    return Automaton.of(rules, duties.size(), dayClass);
  }

  private Pattern pattern(Contract.Pattern pattern, List<String> past) {
    Long cents = pattern.cents();
    List<Pattern.Element> elements = new ArrayList<>();
    for (int at = 0; at < pattern.days().size(); at++) {
      int index = at;
      elements.add((dayClass, value) -> pattern.fits(index, duties.get(value).code()));
    }
    int begun = 0;
    for (String code : past) {
      int grown = 0;
      for (int at = 0; at < elements.size() - 1; at++) {
        boolean follows = at == 0 || (begun >> (at - 1) & 1) == 1;
        grown |= follows && pattern.fits(at, code) ? 1 << at : 0;
      }
      begun = grown;
    }
    long price = cents == null ? Price.of(CompiledRoster.WHOLE_DAY, 0) : cents * 60;
    return new Pattern(elements, price, begun);
  }

  private long[][][] rest(Employee employee) {
    long[][][] rest = new long[Math.max(1, gaps(employee, duties))][duties.size()][duties.size()];
    for (int gap = 0; gap < rest.length; gap++) {
      for (int a = 1; a < duties.size(); a++) {
        for (int b = 1; b < duties.size(); b++) {
          long missing =
              endMinute(duties.get(a))
                  + employee.restMinutes()
                  - duties.get(b).startMinute()
                  - (gap + 1L) * DAY_MINUTES;
          rest[gap][a][b] = Price.of(Math.max(0, missing), 0);
        }
      }
    }
    return rest;
  }

  private static long endMinute(Duty duty) {
    return (long) duty.startMinute() + duty.lengthMinutes();
  }

  /** Days over which a shift and the next can lack rest. */
  private static int gaps(Employee employee, List<Duty> duties) {
    long last = 0;
    long first = DAY_MINUTES;
    for (Duty duty : duties) {
      if (duty.isWork()) {
        last = Math.max(last, endMinute(duty));
        first = Math.min(first, duty.startMinute());
      }
    }
    int gaps = 0;
    while (gaps <= MOST_GAPS && last + employee.restMinutes() > first + (gaps + 1L) * DAY_MINUTES) {
      gaps++;
    }
    return gaps;
  }
}

package io.gemba.rosters.check;

import io.gemba.rosters.Contract;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterRequest.Wish;
import io.gemba.rosters.RosterResult.Violation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person's contract limits besides the hours of a week, and their wishes. */
final class ContractCheck {
  private static final long WHOLE_DAY = 1_000;
  private static final long CENT = 60;

  private final RosterRequest request;
  private final Person person;
  private final Contract limits;
  private final NavigableMap<LocalDate, Cell> cells;
  private final Map<String, Shift> shifts;
  private final List<Violation> violations = new ArrayList<>();
  private long hardWeight;
  private long patterns;
  private long wishes;
  private int nights;
  private int weekends;

  ContractCheck(
      RosterRequest request,
      Person person,
      NavigableMap<LocalDate, Cell> cells,
      Map<String, Shift> shifts) {
    this.request = request;
    this.person = person;
    this.cells = cells;
    this.shifts = shifts;
    limits = person.contract() == null ? Contract.OPEN : person.contract();
    count();
    LocalDate first = request.firstDay();
    int minutes = cells.values().stream().mapToInt(cell -> shift(cell).paidMinutes()).sum();
    within("roster hours", limits.rosterMinutes(), first, minutes, 1, "minutes of the roster");
    within("nights", limits.nights(), first, nights, WHOLE_DAY, "nights");
    within("weekends", limits.weekends(), first, weekends, WHOLE_DAY, "weekends");
    for (int day = 0; day < request.days(); day += 7) {
      week(first.plusDays(day), Math.min(7, request.days() - day));
    }
    workedRuns();
    freeRuns();
    limits.forbidden().forEach(this::pattern);
    person.wishes().forEach(this::wish);
  }

  private Shift shift(Cell cell) {
    Shift shift = shifts.get(cell.shift());
    if (shift == null) {
      throw new IllegalArgumentException(
          "shift '%s' of '%s' on %s is unknown."
              .formatted(cell.shift(), cell.person(), cell.day()));
    }
    return shift;
  }

  private void broken(String rule, LocalDate day, long amount, long weight, String detail) {
    violations.add(
        new Violation(rule, person.id(), day, amount, "%s %s".formatted(person.id(), detail)));
    hardWeight += amount * weight;
  }

  private void count() {
    Set<LocalDate> saturdays = new HashSet<>();
    for (Cell cell : cells.values()) {
      nights += shift(cell).isNight() ? 1 : 0;
      if (cell.day().getDayOfWeek() == DayOfWeek.SATURDAY) {
        saturdays.add(cell.day());
      } else if (cell.day().getDayOfWeek() == DayOfWeek.SUNDAY) {
        saturdays.add(cell.day().minusDays(1));
      }
    }
    weekends = saturdays.size();
  }

  private void within(
      String rule, @Nullable Range range, LocalDate day, int have, long weight, String what) {
    if (range == null) {
      return;
    }
    Integer least = range.least();
    Integer most = range.most();
    if (least != null && have < least) {
      broken(
          rule,
          day,
          least - have,
          weight,
          "has %d %s, at least %d are due.".formatted(have, what, least));
    }
    if (most != null && have > most) {
      broken(
          rule,
          day,
          have - most,
          weight,
          "has %d %s, at most %d are allowed.".formatted(have, what, most));
    }
  }

  private void week(LocalDate from, int days) {
    var week = cells.subMap(from, from.plusDays(days)).values();
    Range minutes = limits.weekMinutes();
    if (minutes != null && minutes.least() != null) {
      int have = week.stream().mapToInt(cell -> shift(cell).paidMinutes()).sum();
      Range share = new Range(minutes.least() * days / 7, null);
      within("least weekly hours", share, from, have, 1, "minutes in the week from " + from);
    }
    Range count = limits.weekShifts();
    if (count != null) {
      Integer least = count.least();
      Range share = new Range(least == null ? null : least * days / 7, count.most());
      within(
          "weekly shifts", share, from, week.size(), WHOLE_DAY, "shifts in the week from " + from);
    }
  }

  /** Runs of work that end too early; those of the last day go on. */
  private void workedRuns() {
    Range range = limits.workDays();
    History history = person.history();
    if (range == null || range.least() == null) {
      return;
    }
    int run = history == null ? 0 : history.workedDays();
    boolean whole = history != null;
    for (int day = 0; day < request.days(); day++) {
      LocalDate date = request.firstDay().plusDays(day);
      if (cells.containsKey(date)) {
        run++;
        continue;
      }
      if (run > 0 && whole && run < range.least()) {
        broken(
            "least consecutive days",
            date,
            range.least() - run,
            WHOLE_DAY,
            "is free on %s after %d days of work, at least %d in a row are due."
                .formatted(date, run, range.least()));
      }
      run = 0;
      whole = true;
    }
  }

  private void freeRuns() {
    Range range = limits.freeDays();
    if (range == null) {
      return;
    }
    History history = person.history();
    boolean worked = history != null && history.workedDays() > 0;
    Integer free = history == null ? null : history.freeDays();
    boolean whole = worked || free != null;
    int unknown = history == null ? 0 : 1;
    int run = worked ? 0 : free == null ? unknown : free;
    for (int day = 0; day < request.days(); day++) {
      LocalDate date = request.firstDay().plusDays(day);
      if (cells.containsKey(date)) {
        if (run > 0 && whole && range.least() != null && run < range.least()) {
          broken(
              "free days",
              date,
              range.least() - run,
              WHOLE_DAY,
              "works on %s after %d free days, at least %d in a row are due."
                  .formatted(date, run, range.least()));
        }
        run = 0;
        whole = true;
      } else {
        run++;
        if (range.most() != null && run > range.most()) {
          broken(
              "free days",
              date,
              1,
              WHOLE_DAY,
              "is free for day %d in a row on %s, at most %d are allowed."
                  .formatted(run, date, range.most()));
        }
      }
    }
  }

  private void pattern(Contract.Pattern pattern) {
    List<String> codes = new ArrayList<>();
    if (person.history() != null) {
      codes.addAll(person.history().shifts());
    }
    int past = codes.size();
    for (int day = 0; day < request.days(); day++) {
      Cell cell = cells.get(request.firstDay().plusDays(day));
      codes.add(cell == null ? Contract.Pattern.FREE : String.valueOf(cell.shift()));
    }
    int length = pattern.days().size();
    for (int end = Math.max(past + 1, length); end <= codes.size(); end++) {
      List<String> days = codes.subList(end - length, end);
      if (fits(pattern, days)) {
        LocalDate date = request.firstDay().plusDays(end - 1L - past);
        Long cents = pattern.cents();
        if (cents == null) {
          broken(
              "forbidden sequence",
              date,
              1,
              WHOLE_DAY,
              "has %s up to %s, which is not allowed.".formatted(String.join(", ", days), date));
        } else {
          patterns += cents * CENT;
        }
      }
    }
  }

  private static boolean fits(Contract.Pattern pattern, List<String> codes) {
    for (int day = 0; day < codes.size(); day++) {
      List<String> wanted = pattern.days().get(day);
      String code = codes.get(day);
      boolean work = !code.equals(Contract.Pattern.FREE);
      if (!wanted.isEmpty()
          && !wanted.contains(code)
          && !(work && wanted.contains(Contract.Pattern.WORK))) {
        return false;
      }
    }
    return true;
  }

  private void wish(Wish wish) {
    Cell cell = cells.get(wish.day());
    boolean fits = cell != null && (wish.shift() == null || wish.shift().equals(cell.shift()));
    if (fits != wish.wanted()) {
      wishes += wish.cents() * CENT;
    }
  }

  List<Violation> violations() {
    return violations;
  }

  long hardWeight() {
    return hardWeight;
  }

  long patterns() {
    return patterns;
  }

  long wishes() {
    return wishes;
  }

  int nights() {
    return nights;
  }

  int weekends() {
    return weekends;
  }
}

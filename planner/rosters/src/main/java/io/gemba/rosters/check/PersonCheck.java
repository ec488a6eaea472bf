package io.gemba.rosters.check;

import io.gemba.rosters.Contract.OvertimeStep;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.History;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterResult.PersonHours;
import io.gemba.rosters.RosterResult.Violation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The rules and wages of one person, from their shifts by day. */
final class PersonCheck {
  private static final long WHOLE_DAY = 1_000;

  private final RosterRequest request;
  private final Person person;
  private final NavigableMap<LocalDate, Cell> cells;
  private final Map<String, Shift> shifts;
  private final List<Violation> violations = new ArrayList<>();
  private long hardWeight;
  private long wages;
  private long idle;
  private long overtime;
  private int workedMinutes;
  private int overtimeMinutes;
  private int idleMinutes;

  PersonCheck(
      RosterRequest request,
      Person person,
      NavigableMap<LocalDate, Cell> cells,
      Map<String, Shift> shifts) {
    this.request = request;
    this.person = person;
    this.cells = cells;
    this.shifts = shifts;
    for (Cell cell : cells.values()) {
      skill(cell);
    }
    cells.keySet().forEach(this::availability);
    rest();
    for (int first = 0; first < request.days(); first += 7) {
      week(first, Math.min(7, request.days() - first));
    }
    runs();
  }

  private void broken(String rule, LocalDate day, long amount, long weight, String detail) {
    violations.add(new Violation(rule, person.id(), day, amount, detail));
    hardWeight += weight;
  }

  private void skill(Cell cell) {
    if (!person.skills().contains(cell.skill())) {
      broken(
          "skill",
          cell.day(),
          1,
          WHOLE_DAY,
          "%s does not know %s.".formatted(person.id(), cell.skill()));
    }
  }

  private void availability(LocalDate day) {
    if (person.unavailable().contains(day)) {
      broken("availability", day, 1, WHOLE_DAY, "%s is away on %s.".formatted(person.id(), day));
    }
  }

  private void rest() {
    Double own = person.limits().restHours();
    double hours = own == null ? request.rules().restHours() : own;
    Duration least = Duration.ofMinutes(Math.round(hours * 60));
    List<Cell> list = List.copyOf(cells.values());
    History history = person.history();
    LocalDateTime before = history == null ? null : history.lastShiftEnd();
    for (int i = 0; i < list.size(); i++) {
      LocalDateTime start = start(list.get(i));
      rest(before, start, least);
      for (int earlier = i - 1; earlier >= 0; earlier--) {
        rest(end(list.get(earlier)), start, least);
      }
    }
  }

  private void rest(@Nullable LocalDateTime end, LocalDateTime start, Duration least) {
    if (end == null) {
      return;
    }
    long missing = least.minus(Duration.between(end, start)).toMinutes();
    if (missing > 0) {
      broken(
          "rest",
          start.toLocalDate(),
          missing,
          missing,
          "%s ends at %s and starts again at %s, %d minutes short of %s hours of rest."
              .formatted(person.id(), end, start, missing, least.toMinutes() / 60.0));
    }
  }

  private void week(int firstDay, int days) {
    LocalDate from = request.firstDay().plusDays(firstDay);
    int minutes = 0;
    for (Cell cell : cells.subMap(from, from.plusDays(days)).values()) {
      minutes += shift(cell).paidMinutes();
    }
    int contract = (int) Math.round(person.contractHours() * 60) * days / 7;
    Integer limit = Range.of(person.limits().weekMinutes()).most();
    int hours = (int) Math.round(person.maximumHours() * 60);
    int most = limit == null ? hours : Math.min(hours, limit);
    if (minutes > most) {
      broken(
          "weekly hours",
          from,
          minutes - most,
          minutes - most,
          "%s works %.1f hours in the week from %s, at most %.1f are allowed."
              .formatted(person.id(), minutes / 60.0, from, most / 60.0));
    }
    int above = Math.max(0, minutes - contract);
    int below = Math.max(0, contract - minutes);
    workedMinutes += minutes;
    overtimeMinutes += above;
    idleMinutes += below;
    wages += (minutes - above) * person.hourlyCents();
    idle += below * person.hourlyCents();
    overtime += overtime(above);
  }

  /** Each minute at the wage of its step. */
  private long overtime(int minutes) {
    double factor = person.overtimeFactor();
    long sum = 0;
    long from = 0;
    for (OvertimeStep step : person.limits().overtime()) {
      long to = Math.round(step.aboveHours() * 60);
      sum += Math.max(0, Math.min(minutes, to) - from) * Math.round(person.hourlyCents() * factor);
      from = to;
      factor = step.factor();
    }
    return sum + Math.max(0, minutes - from) * Math.round(person.hourlyCents() * factor);
  }

  private void runs() {
    History history = person.history();
    int run = history == null ? 0 : history.workedDays();
    Integer own = Range.of(person.limits().workDays()).most();
    int most = own == null ? request.rules().maximumConsecutiveDays() : own;
    for (LocalDate day = request.firstDay();
        day.isBefore(request.endDay());
        day = day.plusDays(1)) {
      run = cells.containsKey(day) ? run + 1 : 0;
      if (run > most) {
        broken(
            "consecutive days",
            day,
            1,
            WHOLE_DAY,
            "%s is %s's day %d in a row, at most %d are allowed."
                .formatted(day, person.id(), run, most));
      }
    }
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

  private LocalDateTime start(Cell cell) {
    return cell.day().atTime(shift(cell).start());
  }

  private LocalDateTime end(Cell cell) {
    LocalDateTime end = cell.day().atTime(shift(cell).end());
    return end.isAfter(start(cell)) ? end : end.plusDays(1);
  }

  List<Violation> violations() {
    return violations;
  }

  long hardWeight() {
    return hardWeight;
  }

  long wages() {
    return wages;
  }

  long idle() {
    return idle;
  }

  long overtime() {
    return overtime;
  }

  PersonHours hours() {
    return new PersonHours(person.id(), workedMinutes, overtimeMinutes, idleMinutes);
  }
}

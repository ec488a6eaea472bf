package io.gemba.rosters.check;

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
    Duration least = Duration.ofMinutes(Math.round(request.rules().restHours() * 60));
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
              .formatted(person.id(), end, start, missing, request.rules().restHours()));
    }
  }

  private void week(int firstDay, int days) {
    LocalDate from = request.firstDay().plusDays(firstDay);
    int minutes = 0;
    for (Cell cell : cells.subMap(from, from.plusDays(days)).values()) {
      minutes += shift(cell).paidMinutes();
    }
    int contract = (int) Math.round(person.contractHours() * 60) * days / 7;
    int most = (int) Math.round(person.maximumHours() * 60);
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
    overtime += above * Math.round(person.hourlyCents() * person.overtimeFactor());
  }

  private void runs() {
    History history = person.history();
    int run = history == null ? 0 : history.workedDays();
    int most = request.rules().maximumConsecutiveDays();
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

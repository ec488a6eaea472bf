package io.gemba.rosters.explain;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterResult.Violation;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.check.RosterChecker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A roster with one or two cells changed, priced exactly. */
final class Trials {
  private static final double CENT = 60;

  private final RosterRequest request;
  private final List<Cell> cells;
  private final Assessment before;

  /**
   * @param deltaCents change of the roster's cost
   * @param broken the first hard rule it newly breaks; null = none
   */
  record Outcome(long deltaCents, @Nullable Violation broken) {}

  Trials(RosterRequest request, List<Cell> cells) {
    this.request = request;
    this.cells = List.copyOf(cells);
    before = RosterChecker.assess(request, cells);
  }

  Outcome with(Cell... changes) {
    List<Cell> changed = new ArrayList<>(cells);
    for (Cell change : changes) {
      changed.removeIf(
          cell -> cell.person().equals(change.person()) && cell.day().equals(change.day()));
      if (change.shift() != null) {
        changed.add(change);
      }
    }
    Assessment after = RosterChecker.assess(request, changed);
    return new Outcome(
        Math.round((after.centMinutes() - before.centMinutes()) / CENT),
        RosterChecker.added(before, after));
  }

  @Nullable Cell find(String person, LocalDate day) {
    for (Cell cell : cells) {
      if (cell.shift() != null && cell.person().equals(person) && cell.day().equals(day)) {
        return cell;
      }
    }
    return null;
  }

  boolean isPinned(String person, LocalDate day) {
    return request.pins().stream()
        .anyMatch(cell -> cell.person().equals(person) && cell.day().equals(day));
  }

  Person person(String id) {
    return request.people().stream()
        .filter(person -> person.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("person '" + id + "' is unknown."));
  }

  /** Shifts that can be worked at a place for a skill. */
  List<Shift> shifts(String place, String skill) {
    return request.shifts().stream()
        .filter(shift -> shift.places().isEmpty() || shift.places().contains(place))
        .filter(shift -> shift.skills().isEmpty() || shift.skills().contains(skill))
        .toList();
  }

  RosterRequest request() {
    return request;
  }

  Assessment before() {
    return before;
  }
}

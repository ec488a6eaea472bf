package io.gemba.rosters.live;

import io.gemba.rosters.InvalidRosterRequestException;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequestErrors;
import io.gemba.rosters.RosterResult.Violation;
import io.gemba.rosters.check.RosterChecker;
import io.gemba.rosters.compile.CompiledRoster;
import io.gemba.rosters.engine.Chains;
import io.gemba.rosters.engine.Chains.Chain;
import io.gemba.rosters.engine.Chains.Change;
import io.gemba.rosters.model.Duty;
import io.gemba.rosters.model.RosterModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A roster in force as the engine has it: people are rows, and each cell holds the number of a
 * duty. Translates both ways. Immutable.
 */
final class Board {
  /** Allowed ones first, then by price. */
  static final Comparator<Chain> BEST_FIRST =
      Comparator.comparingLong((Chain way) -> Math.max(0, way.hard()))
          .thenComparingLong(Chain::soft);

  private static final double CENT_MINUTES = 60;

  private final RosterRequest request;
  private final RosterModel model;
  private final CompiledRoster compiled;
  private final short[] roster;
  private final Map<String, Integer> rowOf = new HashMap<>();

  /**
   * @param request everything known and pinned, with the roster as the published one
   * @param cells the roster, shifts only
   * @throws InvalidRosterRequestException naming everything that is wrong
   * @throws IllegalArgumentException if the rest rule reaches over more days than the engine
   *     follows
   */
  Board(RosterRequest request, List<Cell> cells) {
    this.request = request;
    List<String> errors = RosterRequestErrors.list(request);
    if (!errors.isEmpty()) {
      throw new InvalidRosterRequestException(errors);
    }
    model = new RosterModel(request);
    CompiledRoster made = CompiledRoster.of(model);
    if (made == null) {
      throw new IllegalArgumentException(
          "restHours (%s) of the rules or a contract reach over more than two days, or its sequences are too many. Lower them to repair this roster."
              .formatted(request.rules().restHours()));
    }
    compiled = made;
    for (int row = 0; row < request.people().size(); row++) {
      rowOf.put(request.people().get(row).id(), row);
    }
    roster = new short[request.people().size() * request.days()];
    for (Cell cell : cells) {
      roster[row(cell.person()) * request.days() + day(cell.day())] = (short) value(cell);
    }
  }

  RosterRequest request() {
    return request;
  }

  RosterModel model() {
    return model;
  }

  CompiledRoster compiled() {
    return compiled;
  }

  /** The number of the duty in a cell. */
  int at(int row, int day) {
    return roster[row * request.days() + day];
  }

  /** A copy of all cells, row after row. */
  short[] roster() {
    return roster.clone();
  }

  /** A search that begins at the roster. */
  Chains chains() {
    return new Chains(compiled.problem(), roster);
  }

  /** Changes of the roster as people know them. */
  Edit edit(Chain way) {
    return edit(roster, way.changes(), cents(way.soft()));
  }

  /** What is another way after than before. */
  Edit edit(short[] before, short[] after, long deltaCents) {
    List<Change> changes = new ArrayList<>();
    for (int at = 0; at < before.length; at++) {
      if (before[at] != after[at]) {
        changes.add(new Change(at / request.days(), at % request.days(), after[at]));
      }
    }
    return edit(before, changes, deltaCents);
  }

  /** Changes as people know them, with the rules they break anew. */
  Edit edit(short[] before, List<Change> changes, long deltaCents) {
    List<Edit.Move> moves = new ArrayList<>();
    Set<Integer> rows = new TreeSet<>();
    short[] after = before.clone();
    for (Change change : changes) {
      int at = change.row() * request.days() + change.day();
      Duty was = compiled.duty(before[at]);
      Duty now = compiled.duty(change.value());
      after[at] = (short) change.value();
      rows.add(change.row());
      moves.add(
          new Edit.Move(
              request.people().get(change.row()).id(),
              request.firstDay().plusDays(change.day()),
              was.shift(),
              was.skill(),
              now.shift(),
              now.skill()));
    }
    List<Violation> broken = new ArrayList<>();
    rows.forEach(row -> broken.addAll(added(row, before, after)));
    if (!request.pairs().isEmpty()) {
      Set<Violation> known = new HashSet<>(pairs(before));
      pairs(after).stream().filter(one -> !known.contains(one)).forEach(broken::add);
    }
    return new Edit(moves, deltaCents, broken);
  }

  /** What a row breaks after and did not before. */
  private List<Violation> added(int row, short[] before, short[] after) {
    Set<Violation> known = new HashSet<>(violations(row, before));
    return violations(row, after).stream().filter(one -> !known.contains(one)).toList();
  }

  private List<Violation> pairs(short[] values) {
    return RosterChecker.pairViolations(request, model.cells(compiled.duties(values)));
  }

  private List<Violation> violations(int row, short[] values) {
    Person person = request.people().get(row);
    List<Cell> cells = new ArrayList<>();
    for (int day = 0; day < request.days(); day++) {
      cells.add(cell(row, day, values[row * request.days() + day]));
    }
    return RosterChecker.violations(request, person, cells);
  }

  /** Whether a person may have a duty on a day. */
  boolean isOpen(int row, int day, int value) {
    for (int open : compiled.problem().listRows().get(row).open()[day]) {
      if (open == value) {
        return true;
      }
    }
    return false;
  }

  /** A cell of the engine as people know it. */
  Cell cell(int row, int day, int value) {
    Duty duty = compiled.duty(value);
    return new Cell(
        request.people().get(row).id(),
        request.firstDay().plusDays(day),
        duty.shift(),
        duty.skill());
  }

  /** Whole cents of the engine's price. */
  static long cents(long soft) {
    return Math.round(soft / CENT_MINUTES);
  }

  /** The row of a person. */
  int row(String person) {
    Integer row = rowOf.get(person);
    if (row == null) {
      throw new IllegalArgumentException("person '" + person + "' is unknown.");
    }
    return row;
  }

  /** The number of a day. */
  int day(LocalDate day) {
    long index = ChronoUnit.DAYS.between(request.firstDay(), day);
    if (index < 0 || index >= request.days()) {
      throw new IllegalArgumentException(
          "%s is outside the roster, which runs from %s to %s."
              .formatted(day, request.firstDay(), request.endDay().minusDays(1)));
    }
    return (int) index;
  }

  /** The number of a cell's duty. */
  int value(Cell cell) {
    for (int value = 0; value < compiled.problem().values(); value++) {
      Duty duty = compiled.duty(value);
      if (Objects.equals(duty.shift(), cell.shift())
          && Objects.equals(duty.skill(), cell.skill())) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "%s/%s of '%s' on %s is no shift that anybody can work."
            .formatted(cell.shift(), cell.skill(), cell.person(), cell.day()));
  }
}

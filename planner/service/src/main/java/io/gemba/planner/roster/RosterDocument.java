package io.gemba.planner.roster;

import io.gemba.message.Json;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A roster with everything needed to show, explain and check it again.
 *
 * @param request what was asked
 * @param result what was found
 * @param needs people needed with their bands
 * @param extras work on top of the forecast's
 */
public record RosterDocument(
    RosterRequest request, RosterResult result, List<Need> needs, List<ExtraHeads> extras) {
  /** Copies the lists and leaves the search's trace behind. */
  public RosterDocument {
    needs = List.copyOf(needs);
    extras = List.copyOf(extras);
    result = withoutTrace(result);
  }

  /** Reads it back. */
  static RosterDocument parse(String json) {
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8), RosterDocument.class);
    } catch (IOException e) {
      throw new UncheckedIOException("A stored roster cannot be read", e);
    }
  }

  String json() {
    return new String(Json.write(this), StandardCharsets.UTF_8);
  }

  LocalDate firstDay() {
    return request.firstDay();
  }

  /** The shifts as cells; free cells are left out. */
  List<RosterRequest.Cell> cells() {
    return result.assignments().stream()
        .map(one -> new RosterRequest.Cell(one.person(), one.day(), one.shift(), one.skill()))
        .toList();
  }

  /** Somebody's shift on a day. */
  Optional<RosterResult.Assignment> find(String person, LocalDate day) {
    return result.assignments().stream()
        .filter(one -> one.person().equals(person) && one.day().equals(day))
        .findFirst();
  }

  /** All shifts by person and day. */
  Map<String, RosterResult.Assignment> byCell() {
    Map<String, RosterResult.Assignment> cells = new HashMap<>();
    result.assignments().forEach(one -> cells.put(cell(one.person(), one.day()), one));
    return cells;
  }

  /** Cells that differ from another roster, on days that both cover and from a day on. */
  int changesFrom(RosterDocument other, LocalDate from) {
    Map<String, RosterResult.Assignment> before = other.byCell();
    Map<String, RosterResult.Assignment> now = byCell();
    int changes = 0;
    for (RosterRequest.Person person : request.people()) {
      for (LocalDate day = from; day.isBefore(request.endDay()); day = day.plusDays(1)) {
        String cell = cell(person.id(), day);
        boolean covered = day.isBefore(other.request().endDay());
        if (covered && !code(before.get(cell)).equals(code(now.get(cell)))) {
          changes++;
        }
      }
    }
    return changes;
  }

  static String cell(String person, LocalDate day) {
    return person + " " + day;
  }

  private static String code(RosterResult.@org.jspecify.annotations.Nullable Assignment shift) {
    return shift == null ? "" : shift.shift() + " " + shift.skill();
  }

  private static RosterResult withoutTrace(RosterResult result) {
    RosterResult.Run run = result.run();
    return new RosterResult(
        result.assignments(),
        result.hours(),
        result.cover(),
        result.gaps(),
        result.violations(),
        result.rules(),
        result.costs(),
        result.baselineCosts(),
        result.baselineViolations(),
        new RosterResult.Run(
            run.solver(), run.seed(), run.evaluations(), run.millis(), run.cancelled(), List.of()));
  }
}

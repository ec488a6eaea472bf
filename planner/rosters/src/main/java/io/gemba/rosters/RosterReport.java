package io.gemba.rosters;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Published;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterResult.Assignment;
import io.gemba.rosters.RosterResult.Run;
import io.gemba.rosters.check.Assessment;
import io.gemba.rosters.explain.Gaps;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A roster and what the checker says of it, put into the words of a result. */
final class RosterReport {
  private RosterReport() {}

  /**
   * @param assessed of these cells
   * @param baseline of the weekly pattern
   * @throws IllegalArgumentException if a cell is no shift of the request
   */
  static RosterResult of(
      RosterRequest request, List<Cell> cells, Assessment assessed, Assessment baseline, Run run) {
    return new RosterResult(
        assignments(request, cells),
        assessed.hours(),
        assessed.cover(),
        Gaps.of(request, cells),
        assessed.violations(),
        assessed.rules(),
        assessed.costs(),
        baseline.costs(),
        baseline.violations().size(),
        run);
  }

  private static List<Assignment> assignments(RosterRequest request, List<Cell> cells) {
    Map<String, String> places = new HashMap<>();
    request.people().forEach(person -> places.put(person.id(), person.place()));
    Map<String, Shift> shifts = new HashMap<>();
    request.shifts().forEach(shift -> shifts.put(shift.code(), shift));
    Published published = request.published();
    List<Assignment> assignments = new ArrayList<>();
    for (Cell cell : cells) {
      Shift shift = shifts.get(cell.shift());
      String place = places.get(cell.person());
      if (shift == null || cell.skill() == null || place == null) {
        throw new IllegalArgumentException(cell + " is no shift of the request.");
      }
      LocalDateTime start = cell.day().atTime(shift.start());
      assignments.add(
          new Assignment(
              cell.person(),
              cell.day(),
              shift.code(),
              cell.skill(),
              place,
              start,
              start.plusMinutes(shift.lengthMinutes()),
              published != null && isChanged(cell, published)));
    }
    return assignments;
  }

  private static boolean isChanged(Cell cell, Published published) {
    return !cell.day().isBefore(published.from())
        && !cell.day().isAfter(published.to())
        && published.cells().stream().noneMatch(cell::equals);
  }
}

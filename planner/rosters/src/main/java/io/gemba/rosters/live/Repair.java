package io.gemba.rosters.live;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import java.util.List;

/**
 * What a disturbance does to a roster and how it is put right.
 *
 * @param request the question as it is now
 * @param cells the roster now, shifts only
 * @param lost shifts that the disturbance itself took
 * @param change the cells that change besides, with the price against leaving the gap open
 * @param costCents cost of the roster now
 * @param millis wall clock
 */
public record Repair(
    RosterRequest request,
    List<Cell> cells,
    List<Cell> lost,
    Edit change,
    long costCents,
    double millis) {
  /** Copies the lists. */
  public Repair {
    cells = List.copyOf(cells);
    lost = List.copyOf(lost);
  }
}

package io.gemba.rosters.live;

import io.gemba.rosters.RosterResult.Violation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some cells that change together.
 *
 * @param moves the cells, those of the disturbance itself left out
 * @param deltaCents exact change of the roster's cost, the price of telling people included
 * @param broken rules that people's rows break afterwards and did not before, those of the edited
 *     people and of pairs only; empty = it is allowed
 */
public record Edit(List<Move> moves, long deltaCents, List<Violation> broken) {
  /** Copies the lists. */
  public Edit {
    moves = List.copyOf(moves);
    broken = List.copyOf(broken);
  }

  /** Whether no rule stands against it. */
  public boolean isAllowed() {
    return broken.isEmpty();
  }

  /**
   * A cell before and after.
   *
   * @param shift code of the new shift; null = free
   * @param skill skill of the new shift; null = free
   * @param wasShift code of the old shift; null = free
   * @param wasSkill skill of the old shift; null = free
   */
  public record Move(
      String person,
      LocalDate day,
      @Nullable String wasShift,
      @Nullable String wasSkill,
      @Nullable String shift,
      @Nullable String skill) {}
}

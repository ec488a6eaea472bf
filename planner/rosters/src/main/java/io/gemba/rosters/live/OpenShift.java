package io.gemba.rosters.live;

import io.gemba.rosters.RosterResult.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why work is left open.
 *
 * @param people everybody who has the skill there, those who could come first, then by price
 * @param chain the cheapest way to fill it that breaks no rule, swaps included; no moves = leaving
 *     it open is cheapest
 */
public record OpenShift(List<Candidate> people, Edit chain) {
  /** Copies the list. */
  public OpenShift {
    people = List.copyOf(people);
  }

  /**
   * Somebody who might come.
   *
   * @param person person id
   * @param shift the shift that would cost least; null = no shift of theirs covers the hours
   * @param deltaCents exact change of the roster's cost if it were done all the same; null = the
   *     day is closed to them
   * @param blockedBy the first rule in the way with its amount; null = none
   * @param works code of the shift they have that day and would have to leave; null = free
   */
  public record Candidate(
      String person,
      @Nullable String shift,
      @Nullable Long deltaCents,
      @Nullable Violation blockedBy,
      @Nullable String works) {}
}

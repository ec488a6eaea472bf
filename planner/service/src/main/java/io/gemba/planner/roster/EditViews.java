package io.gemba.planner.roster;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked and answered about changing single cells of a roster by hand. */
public final class EditViews {
  private EditViews() {}

  /** Cells as they should be. */
  public record EditBody(@Nullable List<CellRow> cells) {}

  /** A cell as it should be; no code = free. */
  public record CellRow(
      @Nullable String person,
      @Nullable LocalDate day,
      @Nullable String code,
      @Nullable String skill) {}

  /**
   * Cells that change together.
   *
   * @param deltaCents what the roster costs more, telling people included
   * @param broken rules that would be broken; empty = it is allowed
   */
  public record EditView(List<MoveRow> moves, long deltaCents, List<BrokenRow> broken) {}

  /** A cell before and after; no code = free. */
  public record MoveRow(
      String person,
      String name,
      LocalDate day,
      @Nullable String wasCode,
      @Nullable String wasSkill,
      @Nullable String code,
      @Nullable String skill) {}

  /** A rule that would be broken. */
  public record BrokenRow(String rule, String person, LocalDate day, String detail) {}

  /**
   * Why work is open.
   *
   * @param people everybody with the skill, those who could come first, then by price
   * @param cheapest the cheapest allowed way to fill it; no moves = leaving it open is cheapest
   */
  public record OpenView(List<CandidateRow> people, EditView cheapest) {}

  /**
   * Somebody who might come.
   *
   * @param code the shift that would cost least; null = none of theirs covers the hours
   * @param deltaCents what the roster would cost more; null = the day is closed to them
   * @param blockedBy the first rule in the way; null = none
   * @param works code of the shift they would have to leave; null = free
   */
  public record CandidateRow(
      String person,
      String name,
      @Nullable String code,
      @Nullable Long deltaCents,
      @Nullable String blockedBy,
      @Nullable String works) {}
}

package io.gemba.planner.roster;

import io.gemba.planner.plans.PlanViews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roster as the console shows it: the draft if there is one, else the published plan.
 *
 * @param state {@code idle} or {@code planning}
 * @param progress of the running job; null when idle
 * @param published the plan in force; null before the first
 * @param draft the plan that waits; null when none does
 * @param from first day shown; null without any plan
 * @param to last day shown
 * @param days all days shown
 * @param people one row each
 * @param cover need and have by place, skill and day
 * @param gaps dearest first
 * @param costs by kind
 * @param rules what each rule does
 */
public record RosterView(
    String state,
    PlanViews.@Nullable ProgressView progress,
    PlanViews.@Nullable PublishedView published,
    PlanViews.@Nullable DraftView draft,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<LocalDate> days,
    List<PersonRow> people,
    List<CoverRow> cover,
    List<GapRow> gaps,
    List<PlanViews.KindCost> costs,
    List<RuleRow> rules) {

  /** A person with hours of the whole span, first and last day of absences, and shifts by day. */
  public record PersonRow(
      String id,
      String name,
      String place,
      List<String> skills,
      double contractHours,
      double hours,
      List<AbsenceRow> absences,
      List<ShiftRow> shifts) {}

  /** Days away, both included. */
  public record AbsenceRow(LocalDate from, LocalDate to, String reason) {}

  /**
   * A shift. A cell that the draft makes free has no code, skill, start or end.
   *
   * @param changed whether it differs from the published plan
   * @param before code in the published plan where it differs; null = free or not covered by it
   */
  public record ShiftRow(
      LocalDate day,
      @Nullable String code,
      @Nullable String skill,
      String place,
      @Nullable Instant start,
      @Nullable Instant end,
      boolean changed,
      @Nullable String before) {}

  /** People by hour of the day, 24 each. */
  public record CoverRow(
      String place,
      String skill,
      LocalDate day,
      List<Integer> need,
      List<Integer> needLow,
      List<Integer> needHigh,
      List<Double> have) {}

  /** Hours with people too few; {@code short} is in hours of one person. */
  public record GapRow(
      LocalDate day,
      String place,
      String skill,
      int from,
      int to,
      @com.fasterxml.jackson.annotation.JsonProperty("short") double shortHours,
      long cents,
      String reason) {}

  /** A rule, how often it is broken, and what it costs. */
  public record RuleRow(String name, int violations, long cents) {}

  /** Why somebody works, or does not. */
  public record WhyView(
      String person,
      LocalDate day,
      @Nullable String code,
      List<String> reasons,
      List<AlternativeRow> alternatives) {}

  /** Who else could, at what price; blockedBy is the rule in the way. */
  public record AlternativeRow(
      String person,
      String name,
      @Nullable String code,
      long deltaCents,
      @Nullable String blockedBy) {}
}

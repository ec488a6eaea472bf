package io.gemba.rosters;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked roster.
 *
 * @param assignments the shifts, by person in the order of the request, then by day; a cell that is
 *     not there is free
 * @param hours one row a person, in the order of the request
 * @param cover one row a demand, in the order of the request
 * @param gaps spans of a demand with heads too few, dearest first
 * @param violations hard rules that are broken; empty = it can be worked. Only pins, history or
 *     contradictions in the request can leave any.
 * @param rules every rule with how often it is broken and what it costs
 * @param costs what the roster costs
 * @param baselineCosts what the repeated weekly pattern costs
 * @param baselineViolations hard rules that the repeated weekly pattern breaks
 * @param run how it was found
 */
public record RosterResult(
    List<Assignment> assignments,
    List<PersonHours> hours,
    List<Cover> cover,
    List<Gap> gaps,
    List<Violation> violations,
    List<RuleScore> rules,
    RosterCosts costs,
    RosterCosts baselineCosts,
    int baselineViolations,
    Run run) {

  /** Copies the lists. */
  public RosterResult {
    assignments = List.copyOf(assignments);
    hours = List.copyOf(hours);
    cover = List.copyOf(cover);
    gaps = List.copyOf(gaps);
    violations = List.copyOf(violations);
    rules = List.copyOf(rules);
  }

  /**
   * One person's shift on one day.
   *
   * @param person person id
   * @param day day it begins
   * @param shift code of the shift
   * @param skill skill it covers
   * @param place where
   * @param start local time
   * @param end local time
   * @param changed it differs from the published roster; false without one
   */
  public record Assignment(
      String person,
      LocalDate day,
      String shift,
      String skill,
      String place,
      LocalDateTime start,
      LocalDateTime end,
      boolean changed) {}

  /**
   * What a person works.
   *
   * @param person person id
   * @param workedMinutes paid minutes of their shifts
   * @param overtimeMinutes those above the contract, week by week
   * @param idleMinutes contract minutes that are paid but not worked, week by week
   */
  public record PersonHours(
      String person, int workedMinutes, int overtimeMinutes, int idleMinutes) {}

  /**
   * Heads needed and there.
   *
   * @param place where
   * @param skill for what
   * @param day the day
   * @param need heads needed in each interval of the day, as the request has them
   * @param have heads there in each; a shift that covers part of an interval counts as that part
   * @param level least level of the heads, 1 = anybody
   */
  public record Cover(
      String place,
      String skill,
      LocalDate day,
      List<Integer> need,
      List<Double> have,
      @JsonSetter(nulls = Nulls.AS_EMPTY) int level) {
    /** Copies the lists. */
    public Cover {
      need = List.copyOf(need);
      have = List.copyOf(have);
    }
  }

  /**
   * Intervals next to each other with heads too few.
   *
   * @param place where
   * @param skill for what
   * @param day the day
   * @param fromHour where they begin, in hours of the day
   * @param toHour where they end, up to 24
   * @param shortHours hours of work that nobody does
   * @param cents their price
   * @param blocked for some people who have the skill: what keeps them from filling it
   */
  public record Gap(
      String place,
      String skill,
      LocalDate day,
      double fromHour,
      double toHour,
      double shortHours,
      long cents,
      List<Blocked> blocked) {
    /** Copies the list. */
    public Gap {
      blocked = List.copyOf(blocked);
    }
  }

  /**
   * Why somebody does not fill a gap.
   *
   * @param person person id
   * @param rule the first rule in the way; {@code price} when it is allowed but not cheaper
   * @param detail one sentence for a person, with the values
   */
  public record Blocked(String person, String rule, String detail) {}

  /**
   * A hard rule that is broken.
   *
   * @param rule name of the rule
   * @param person person id
   * @param day day of the shift that breaks it
   * @param amount by how much, in the rule's unit (minutes, days or 1)
   * @param detail one sentence for a person, with the values
   */
  public record Violation(String rule, String person, LocalDate day, long amount, String detail) {}

  /**
   * What a rule does to the roster.
   *
   * @param rule name of the rule
   * @param violations how often a hard rule is broken; 0 for a priced rule
   * @param cents what a priced rule costs; 0 for a hard rule
   */
  public record RuleScore(String rule, int violations, long cents) {}

  /**
   * How the roster was found.
   *
   * @param solver name of what found it: the search or the baseline
   * @param seed of the random choices
   * @param evaluations rosters that were scored
   * @param millis wall clock
   * @param cancelled stopped by the caller before its time
   * @param trace each improvement, oldest first
   */
  public record Run(
      String solver,
      long seed,
      long evaluations,
      long millis,
      boolean cancelled,
      List<RosterProgress> trace) {
    /** Copies the trace. */
    public Run {
      trace = List.copyOf(trace);
    }
  }

  /**
   * Why somebody works a shift, or does not.
   *
   * @param person person id
   * @param day the day
   * @param shift code of the shift; null = free
   * @param skill skill of the shift; null = free
   * @param reasons sentences for a person
   * @param alternatives the same shift by somebody else, or other shifts of a free person; those
   *     allowed first, then by price
   */
  public record Why(
      String person,
      LocalDate day,
      @Nullable String shift,
      @Nullable String skill,
      List<String> reasons,
      List<Alternative> alternatives) {
    /** Copies the lists. */
    public Why {
      reasons = List.copyOf(reasons);
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * Another way.
   *
   * @param person who would work
   * @param shift code of the shift; null = nobody works it
   * @param skill skill of the shift; null = nobody works it
   * @param deltaCents exact change of the roster's cost; negative is cheaper
   * @param blockedBy the first hard rule that it would break; null = it is allowed
   */
  public record Alternative(
      String person,
      @Nullable String shift,
      @Nullable String skill,
      long deltaCents,
      @Nullable String blockedBy) {}
}

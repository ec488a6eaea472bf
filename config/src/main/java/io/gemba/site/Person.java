package io.gemba.site;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be rostered.
 *
 * @param id unique
 * @param name for people
 * @param place where they work
 * @param skills skills of the labour standards; {@code drive} for vans
 * @param contractHours hours of a week they are paid for
 * @param maximumHours most hours of a week
 * @param hourlyCents wage of an hour
 * @param overtimeFactor wage factor above the contract, at least 1
 * @param daysOff days of the week they never work
 * @param leave spans they are away
 * @param terms what else holds for them; null = nothing
 */
public record Person(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String id,
    @NotBlank String name,
    @NotBlank String place,
    @NotEmpty List<String> skills,
    @PositiveOrZero double contractHours,
    @PositiveOrZero @DecimalMax("168") double maximumHours,
    @PositiveOrZero long hourlyCents,
    @DecimalMin("1") double overtimeFactor,
    List<DayOfWeek> daysOff,
    List<Leave> leave,
    @Nullable Terms terms)
    implements Serializable {

  /**
   * A span away from work.
   *
   * @param from first day
   * @param to last day, not before the first
   */
  public record Leave(LocalDate from, LocalDate to) implements Serializable {}

  /** Copies the lists; missing terms are none. */
  public Person {
    skills = List.copyOf(skills);
    daysOff = List.copyOf(daysOff);
    leave = List.copyOf(leave);
    terms = terms == null ? Terms.NONE : terms;
  }

  /** Somebody for whom nothing else holds. */
  public Person(
      String id,
      String name,
      String place,
      List<String> skills,
      double contractHours,
      double maximumHours,
      long hourlyCents,
      double overtimeFactor,
      List<DayOfWeek> daysOff,
      List<Leave> leave) {
    this(
        id,
        name,
        place,
        skills,
        contractHours,
        maximumHours,
        hourlyCents,
        overtimeFactor,
        daysOff,
        leave,
        null);
  }

  /** What else holds for them, nothing when the file has none. */
  @Override
  public Terms terms() {
    return Objects.requireNonNull(terms);
  }

  /** Whether they are on leave on a day, or never work on its weekday. */
  public boolean isOff(LocalDate day) {
    return daysOff.contains(day.getDayOfWeek())
        || leave.stream().anyMatch(one -> !day.isBefore(one.from()) && !day.isAfter(one.to()));
  }

  /**
   * What a person's work is bound to beside its hours and days.
   *
   * @param contract id of one of {@link Rostering#contracts}; null = none
   * @param levels how well they know skills; a skill that is not named has level 1
   * @param wishes what they would like; may be empty
   */
  public record Terms(@Nullable String contract, List<SkillLevel> levels, List<Wish> wishes)
      implements Serializable {
    /** Nothing. */
    public static final Terms NONE = new Terms(null, List.of(), List.of());

    /** Copies the lists. */
    public Terms {
      levels = List.copyOf(levels);
      wishes = List.copyOf(wishes);
    }
  }

  /**
   * How well somebody knows a skill.
   *
   * @param skill one of theirs
   * @param level 1 = anybody; the higher, the better
   */
  public record SkillLevel(@NotBlank String skill, @Positive int level) implements Serializable {}

  /**
   * What somebody would like.
   *
   * @param day the day; null = each {@code weekday}
   * @param weekday the day of every week; null = only {@code day}
   * @param shift code of the shift; null = any
   * @param wanted true costs when it is not worked that day, false when it is
   * @param cents price of not getting it
   */
  public record Wish(
      @Nullable LocalDate day,
      @Nullable DayOfWeek weekday,
      @Nullable String shift,
      boolean wanted,
      @PositiveOrZero long cents)
      implements Serializable {
    /** Whether it is about a day. */
    public boolean isFor(LocalDate one) {
      return one.equals(day) || one.getDayOfWeek() == weekday;
    }
  }
}

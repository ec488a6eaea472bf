package io.gemba.site;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

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
    List<Leave> leave)
    implements Serializable {

  /**
   * A span away from work.
   *
   * @param from first day
   * @param to last day, not before the first
   */
  public record Leave(LocalDate from, LocalDate to) implements Serializable {}

  /** Copies the lists. */
  public Person {
    skills = List.copyOf(skills);
    daysOff = List.copyOf(daysOff);
    leave = List.copyOf(leave);
  }
}

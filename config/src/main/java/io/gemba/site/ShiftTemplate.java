package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.LocalTime;
import java.util.List;

/**
 * A shift that people can work.
 *
 * @param code unique, one or two letters
 * @param name for people
 * @param start local time
 * @param end local time; not after {@code start} means the next day
 * @param unpaidBreakMinutes minutes of it that are not paid, taken in turns
 * @param breaks breaks at a set time, in which nobody covers work; in order of time
 * @param places where it can be worked; empty = everywhere
 * @param skills for which it can be worked; empty = all
 */
public record ShiftTemplate(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String code,
    @NotBlank String name,
    LocalTime start,
    LocalTime end,
    @PositiveOrZero int unpaidBreakMinutes,
    List<Break> breaks,
    List<String> places,
    List<String> skills)
    implements Serializable {

  /** Copies the lists. */
  public ShiftTemplate {
    breaks = List.copyOf(breaks);
    places = List.copyOf(places);
    skills = List.copyOf(skills);
  }

  /** A shift for all work, with breaks only in turns. */
  public ShiftTemplate(
      String code, String name, LocalTime start, LocalTime end, int unpaidBreakMinutes) {
    this(code, name, start, end, unpaidBreakMinutes, List.of(), List.of(), List.of());
  }

  /** Whether it can be worked for a skill at a place. */
  public boolean isFor(String place, String skill) {
    return (places.isEmpty() || places.contains(place))
        && (skills.isEmpty() || skills.contains(skill));
  }

  /**
   * A break at a set time.
   *
   * @param afterMinutes minutes from the shift's start to the break's
   * @param minutes how long
   * @param paid whether it is paid
   */
  public record Break(@PositiveOrZero int afterMinutes, @Positive int minutes, boolean paid)
      implements Serializable {}

  /** Minutes from start to end, breaks included. */
  public int lengthMinutes() {
    int minutes = (end.toSecondOfDay() - start.toSecondOfDay()) / 60;
    return minutes > 0 ? minutes : minutes + 24 * 60;
  }

  /** Minutes that are paid. */
  public int paidMinutes() {
    int unpaid = breaks.stream().filter(one -> !one.paid()).mapToInt(Break::minutes).sum();
    return lengthMinutes() - unpaidBreakMinutes - unpaid;
  }
}

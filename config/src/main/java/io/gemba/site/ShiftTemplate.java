package io.gemba.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.time.LocalTime;

/**
 * A shift that people can work.
 *
 * @param code unique, one or two letters
 * @param name for people
 * @param start local time
 * @param end local time; not after {@code start} means the next day
 * @param unpaidBreakMinutes minutes of it that are not paid
 */
public record ShiftTemplate(
    @Pattern(
            regexp = "[A-Za-z0-9][A-Za-z0-9_.-]*",
            message = "must be letters, digits, - _ or . so that it can be part of a topic.")
        String code,
    @NotBlank String name,
    LocalTime start,
    LocalTime end,
    @PositiveOrZero int unpaidBreakMinutes)
    implements Serializable {

  /** Minutes from start to end, breaks included. */
  public int lengthMinutes() {
    int minutes = (end.toSecondOfDay() - start.toSecondOfDay()) / 60;
    return minutes > 0 ? minutes : minutes + 24 * 60;
  }

  /** Minutes that are paid. */
  public int paidMinutes() {
    return lengthMinutes() - unpaidBreakMinutes;
  }
}

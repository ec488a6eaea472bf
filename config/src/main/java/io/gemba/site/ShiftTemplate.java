package io.gemba.site;

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
    String code, String name, LocalTime start, LocalTime end, int unpaidBreakMinutes)
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

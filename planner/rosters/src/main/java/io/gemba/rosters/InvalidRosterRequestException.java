package io.gemba.rosters;

import java.util.List;

/** The request contradicts itself. The message holds all errors, one a line. */
public final class InvalidRosterRequestException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> errors;

  /**
   * @param errors at least one
   */
  public InvalidRosterRequestException(List<String> errors) {
    super(String.join(System.lineSeparator(), errors));
    this.errors = List.copyOf(errors);
  }

  /** Each error with its id, value and fix. */
  public List<String> errors() {
    return errors;
  }
}

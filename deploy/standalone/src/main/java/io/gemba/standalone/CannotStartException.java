package io.gemba.standalone;

/** Something that the person at the keyboard can mend; the message is one line that says how. */
public final class CannotStartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param message what, which value, where, and what to do
   */
  public CannotStartException(String message) {
    super(message);
  }

  /**
   * @param message what, which value, where, and what to do
   * @param cause what was thrown below; goes to the log, not to the screen
   */
  public CannotStartException(String message, Throwable cause) {
    super(message, cause);
  }
}

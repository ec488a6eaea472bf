package io.gemba.sensors.payload;

/** A payload cannot be used; the message goes to the dead letters and reads as their reason. */
final class RejectedException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int SHOWN_CHARACTERS = 80;

  private final String reason;

  RejectedException(String reason) {
    super(reason, null, false, false); // thrown per bad message: no stack to fill
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /** A value as a reason shows it: quoted, and cut when it is long. */
  static String shown(String value) {
    return value.length() <= SHOWN_CHARACTERS
        ? "'" + value + "'"
        : "'" + value.substring(0, SHOWN_CHARACTERS) + "...'";
  }
}

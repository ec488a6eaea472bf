package io.gemba.sensors.sparkplug;

/** A payload is no Sparkplug payload; the message goes to the dead letters with this reason. */
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedException(String reason) {
    super(reason, null, false, false); // thrown per bad message: no stack to fill
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}

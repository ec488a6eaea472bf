package io.gemba.sensors.payload;

/**
 * One value of a payload before it is judged.
 *
 * @param kind what JSON said it is
 * @param integer the number when it is an {@link Kind#INTEGER}
 * @param number the number when it is an INTEGER or a {@link Kind#DECIMAL}; may be infinite or NaN
 * @param text the text when it is a {@link Kind#TEXT}, else what to call it in a reason
 */
record Scalar(Kind kind, long integer, double number, String text) {
  static final Scalar MISSING = new Scalar(Kind.MISSING, 0, 0, "nothing");

  /** What JSON said it is; {@code null} counts as missing. */
  enum Kind {
    MISSING,
    INTEGER,
    DECIMAL,
    TEXT,
    OTHER
  }

  static Scalar ofInteger(long value) {
    return new Scalar(Kind.INTEGER, value, value, "");
  }

  static Scalar ofDecimal(double value) {
    return new Scalar(Kind.DECIMAL, 0, value, "");
  }

  static Scalar ofText(String value) {
    return new Scalar(Kind.TEXT, 0, 0, value);
  }

  static Scalar ofOther(String name) {
    return new Scalar(Kind.OTHER, 0, 0, name);
  }

  boolean isMissing() {
    return kind == Kind.MISSING;
  }

  /** How a reason names the value. */
  String shown() {
    return switch (kind) {
      case MISSING, OTHER -> text;
      case INTEGER -> Long.toString(integer);
      case DECIMAL -> Double.toString(number);
      case TEXT -> RejectedException.shown(text);
    };
  }
}

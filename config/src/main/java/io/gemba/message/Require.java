package io.gemba.message;

/** The checks that the records of this package share; each failure names field, value and fix. */
final class Require {
  private Require() {}

  static String id(String value, String field) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing. Give it a non-blank text.");
    }
    return value;
  }

  static double finite(double value, String field) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          field + " (" + value + ") must be a finite number. Leave the message out instead.");
    }
    return value;
  }

  static double notNegative(double value, String field) {
    if (finite(value, field) < 0) {
      throw new IllegalArgumentException(field + " (" + value + ") must not be negative.");
    }
    return value;
  }

  static long notNegative(long value, String field) {
    if (value < 0) {
      throw new IllegalArgumentException(field + " (" + value + ") must not be negative.");
    }
    return value;
  }

  static <T> T present(T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing.");
    }
    return value;
  }
}

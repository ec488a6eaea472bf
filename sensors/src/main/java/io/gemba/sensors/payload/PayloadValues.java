package io.gemba.sensors.payload;

import io.gemba.message.MachineState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rules by which values of a payload are taken or refused; the names are for the reasons. */
final class PayloadValues {
  private static final long MILLIS_FROM = 100_000_000_000L; // as seconds that is the year 5138
  private static final int LONGEST_TEXT = 200;

  private PayloadValues() {}

  static double finite(Scalar scalar, String name) throws RejectedException {
    switch (scalar.kind()) {
      case INTEGER, DECIMAL -> {
        if (Double.isFinite(scalar.number())) {
          return scalar.number();
        }
        throw new RejectedException(
            "%s (%s) must be a finite number. Leave the message out instead."
                .formatted(name, scalar.shown()));
      }
      case MISSING ->
          throw new RejectedException(
              "%s is missing. Send a number there, or map another JSON pointer in the settings."
                  .formatted(name));
      default ->
          throw new RejectedException(
              "%s (%s) must be a number without quotes.".formatted(name, scalar.shown()));
    }
  }

  /** A whole number that is not negative; the fallback when there is none. */
  static long count(Scalar scalar, String name, long fallback) throws RejectedException {
    if (scalar.isMissing()) {
      return fallback;
    }
    if (scalar.kind() != Scalar.Kind.INTEGER || scalar.integer() < 0) {
      throw new RejectedException(
          "%s (%s) must be a whole number from 0 to %d, without quotes."
              .formatted(name, scalar.shown(), Long.MAX_VALUE));
    }
    return scalar.integer();
  }

  static MachineState.State state(Scalar scalar, String name) throws RejectedException {
    for (MachineState.State state : MachineState.State.values()) {
      if (scalar.kind() == Scalar.Kind.TEXT && state.name().equals(scalar.text())) {
        return state;
      }
    }
    throw new RejectedException(
        "%s (%s) must be one of %s."
            .formatted(name, scalar.shown(), Arrays.toString(MachineState.State.values())));
  }

  static @Nullable String word(Scalar scalar, String name) throws RejectedException {
    if (scalar.isMissing()) {
      return null;
    }
    if (scalar.kind() != Scalar.Kind.TEXT || scalar.text().length() > LONGEST_TEXT) {
      throw new RejectedException(
          "%s (%s) must be a text of at most %d characters."
              .formatted(name, scalar.shown(), LONGEST_TEXT));
    }
    return scalar.text();
  }

  /**
   * Epoch milliseconds of ISO-8601 text with a zone, or of epoch seconds (below 1e11) or
   * milliseconds; the fallback when there is none.
   */
  static long millis(Scalar scalar, String name, long fallback) throws RejectedException {
    double number = scalar.number();
    long millis =
        switch (scalar.kind()) {
          case MISSING -> fallback;
          case INTEGER ->
              Math.abs(number) < MILLIS_FROM ? scalar.integer() * 1000 : scalar.integer();
          case DECIMAL -> Math.round(number < MILLIS_FROM ? number * 1000 : number);
          case TEXT -> parse(scalar, name);
          case OTHER -> throw notTime(scalar, name);
        };
    if (Double.isNaN(number)) {
      throw notTime(scalar, name);
    }
    if (millis < 0) {
      throw new RejectedException(
          "%s (%s) is before 1970. Set the device's clock.".formatted(name, scalar.shown()));
    }
    return millis;
  }

  private static long parse(Scalar scalar, String name) throws RejectedException {
    String text = scalar.text();
    try {
      return text.endsWith("Z")
          ? Instant.parse(text).toEpochMilli()
          : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw notTime(scalar, name);
    }
  }

  private static RejectedException notTime(Scalar scalar, String name) {
    return new RejectedException(
        "%s (%s) must be ISO-8601 text with a zone, for example 2026-11-22T06:30:00Z, or epoch seconds or milliseconds."
            .formatted(name, scalar.shown()));
  }
}

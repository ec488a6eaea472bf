package io.gemba.planner.api;

import io.gemba.planner.alarms.AlarmView;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a person says in a body: who they are, why, and until when. Every method throws a {@link
 * ProblemException} naming the field.
 */
final class Said {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_TEXT = 2000;

  private Said() {}

  /** Who says so; whom the request names when the body names nobody. */
  static String by(@Nullable String by, Request request) {
    return by == null || by.isBlank() ? request.who() : shortEnough("by", by, LONGEST_NAME);
  }

  /** Who says so where a body need not come. */
  static String by(Request request) {
    return request.body().length == 0
        ? request.who()
        : by(request.read(AlarmView.ReasonBody.class).by(), request);
  }

  /** A text that must be there. */
  static String text(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw ProblemException.invalid(field, field + " is missing. Say it in a few words.");
    }
    return textIfAny(field, text.strip());
  }

  /** A text as it is, empty when there is none. */
  static String textIfAny(String field, @Nullable String text) {
    return text == null ? "" : shortEnough(field, text, LONGEST_TEXT);
  }

  private static String shortEnough(String field, String text, int most) {
    if (text.length() > most) {
      throw ProblemException.invalid(
          field,
          "%s is %d characters long, at most %d are kept. Shorten it."
              .formatted(field, text.length(), most));
    }
    return text;
  }

  /** A time with its zone. */
  static Instant time(String field, @Nullable String text) {
    try {
      return OffsetDateTime.parse(text == null ? "" : text).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.invalid(
          field,
          "%s ('%s') must be a time with its zone, like 2026-11-22T10:42:00Z."
              .formatted(field, text == null ? "" : text));
    }
  }

  /** The end of what begins then: still to come, and not too long after the beginning. */
  static Instant until(@Nullable String text, Instant from, Duration most, Instant now) {
    Instant until = time("until", text);
    Instant least = from.isAfter(now) ? from : now;
    if (!until.isAfter(least) || until.isAfter(from.plus(most))) {
      throw ProblemException.invalid(
          "until",
          "until (%s) must be after %s and at most %d days after %s."
              .formatted(until, least, most.toDays(), from.truncatedTo(ChronoUnit.SECONDS)));
    }
    return until;
  }
}

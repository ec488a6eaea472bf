package io.gemba.planner.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.gemba.message.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a caller sent. Every {@code as} method throws a {@link ProblemException} naming the value.
 */
public interface Request {
  /** A part of the path, for example {@code id} of {@code /alarms/{id}}. */
  String path(String name);

  /** A query parameter; empty text counts as absent. */
  Optional<String> findQuery(String name);

  /** A header. */
  Optional<String> findHeader(String name);

  /** The body, at most as long as the server allows. */
  byte[] body();

  /** Who acts, for the audit: what the client says, since there is no login. */
  default String who() {
    return findHeader("X-Gemba-User").filter(name -> name.length() <= 80).orElse("console");
  }

  /** A query parameter that must be there. */
  default String query(String name) {
    return findQuery(name)
        .orElseThrow(() -> ProblemException.invalid(name, name + " is missing. Add ?" + name));
  }

  /** A whole number from the query. */
  default int whole(String name, int fallback, int least, int most) {
    int value = parse(name, Integer::valueOf, "a whole number").orElse(fallback);
    if (value < least || value > most) {
      throw ProblemException.invalid(
          name, "%s (%d) must be between %d and %d.".formatted(name, value, least, most));
    }
    return value;
  }

  /** A day from the query, like {@code 2026-11-22}. */
  default Optional<LocalDate> findDay(String name) {
    return parse(name, LocalDate::parse, "a day like 2026-11-22");
  }

  /** A moment from the query: ISO-8601, or epoch milliseconds. */
  default Optional<Instant> findInstant(String name) {
    return parse(
        name,
        text ->
            text.chars().allMatch(Character::isDigit)
                ? Instant.ofEpochMilli(Long.parseLong(text))
                : Instant.parse(text),
        "a time like 2026-11-22T10:42:00Z");
  }

  /**
   * The body as a record; unknown fields are ignored. NUL characters are refused, because the
   * database cannot keep them.
   */
  default <T> T read(Class<T> type) {
    try {
      BodyText.requireStorable(body());
      return Json.read(body(), type);
    } catch (JsonMappingException e) {
      String field =
          e.getPath().stream()
              .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
              .collect(Collectors.joining("."));
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String message =
          cause instanceof JsonProcessingException json
              ? json.getOriginalMessage()
              : String.valueOf(cause.getMessage());
      throw ProblemException.invalid(field, message);
    } catch (IOException e) {
      throw ProblemException.unreadable(
          "The body is no JSON of the expected form. Send application/json in UTF-8.");
    }
  }

  private <T> Optional<T> parse(String name, Function<String, T> reader, String form) {
    return findQuery(name)
        .map(
            text -> {
              try {
                return reader.apply(text);
              } catch (DateTimeException | NumberFormatException e) {
                throw ProblemException.invalid(
                    name, "%s ('%s') must be %s.".formatted(name, text, form));
              }
            });
  }
}

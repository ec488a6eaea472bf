package io.gemba.standalone.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.gemba.message.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what a command is given as a JSON file. */
final class JsonInput {
  private JsonInput() {}

  /**
   * Reads a file.
   *
   * @param file whose errors name it
   * @param type what it holds
   * @param what the type's name for a person, for example {@code route request}
   * @throws IllegalArgumentException if it is no JSON or holds something else; says where
   * @throws IOException if it cannot be read
   */
  static <T> T read(Path file, Class<T> type, String what) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return Json.read(bytes, type);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      String where =
          place == null ? "" : ":%d:%d".formatted(place.getLineNr(), place.getColumnNr());
      throw new IllegalArgumentException(
          "%s%s is no %s: %s"
              .formatted(file, where, what, e.getOriginalMessage().lines().findFirst().orElse("")),
          e);
    }
  }
}

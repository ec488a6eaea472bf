package io.gemba.planner.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gemba.message.Json;
import java.io.IOException;

/** Looks at the texts of a body before anything is read from it. */
final class BodyText {
  private BodyText() {}

  /**
   * Refuses a body with a NUL character in a text.
   *
   * @throws ProblemException naming the field
   * @throws IOException if the body is no JSON
   */
  static void requireStorable(byte[] body) throws IOException {
    try (JsonParser parser = Json.mapper().createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
        if (isText && parser.getText().indexOf('\0') >= 0) {
          String field = parser.getParsingContext().pathAsPointer().toString();
          throw ProblemException.invalid(
              field, field + " holds a character with the code 0. Remove it.");
        }
      }
    }
  }
}

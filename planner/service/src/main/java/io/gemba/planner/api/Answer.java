package io.gemba.planner.api;

import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answers.
 *
 * @param status HTTP status
 * @param body written as JSON; bytes are written as they are; null for no body
 * @param mediaType of the body
 */
public record Answer(int status, @Nullable Object body, String mediaType) {
  private static final String JSON = "application/json";

  /** 200 with JSON. */
  public static Answer ok(Object body) {
    return new Answer(200, body, JSON);
  }

  /** 201 with JSON. */
  public static Answer created(Object body) {
    return new Answer(201, body, JSON);
  }

  /** 202 with JSON. */
  public static Answer accepted(Object body) {
    return new Answer(202, body, JSON);
  }

  /** 200 with bytes of another media type. */
  public static Answer bytes(byte[] body, String mediaType) {
    return new Answer(200, body, mediaType);
  }
}

package io.gemba.planner.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One method on one path: what it takes, what it answers, what it does.
 *
 * @param method {@code GET} or {@code POST}
 * @param path with parts in braces, for example {@code /api/v1/alarms/{id}/acknowledge}
 * @param summary one line for the OpenAPI document
 * @param parameters of query and header; parts of the path are read off the path
 * @param body record the body is; null when there is none
 * @param status of a good answer
 * @param answer type of a good answer; a class array for lists
 * @param mediaType of a good answer
 * @param action does it
 */
public record Endpoint(
    String method,
    String path,
    String summary,
    List<Parameter> parameters,
    @Nullable Class<?> body,
    int status,
    Class<?> answer,
    String mediaType,
    Action action) {

  /**
   * A parameter beside the path.
   *
   * @param in {@code query} or {@code header}
   * @param name as sent
   * @param required whether the endpoint refuses without it
   * @param description one line
   */
  public record Parameter(String in, String name, boolean required, String description) {
    /** An optional query parameter. */
    public static Parameter query(String name, String description) {
      return new Parameter("query", name, false, description);
    }

    /** A query parameter that must be there. */
    public static Parameter needed(String name, String description) {
      return new Parameter("query", name, true, description);
    }
  }

  /** Does what the endpoint is for. */
  @FunctionalInterface
  public interface Action {
    /**
     * Answers a request.
     *
     * @throws ProblemException when the request cannot be done
     */
    Answer call(Request request);
  }

  /** Reads; answers 200 with JSON. */
  public static Endpoint get(
      String path, String summary, Class<?> answer, Action action, Parameter... parameters) {
    return new Endpoint(
        "GET", path, summary, List.of(parameters), null, 200, answer, "application/json", action);
  }

  /** Changes something; answers with JSON. */
  public static Endpoint post(
      String path, String summary, @Nullable Class<?> body, Class<?> answer, Action action) {
    return new Endpoint(
        "POST", path, summary, List.of(), body, 200, answer, "application/json", action);
  }

  /** The same with another status of a good answer. */
  public Endpoint answering(int other) {
    return new Endpoint(method, path, summary, parameters, body, other, answer, mediaType, action);
  }

  /** The same with another media type of a good answer. */
  public Endpoint as(String other) {
    return new Endpoint(method, path, summary, parameters, body, status, answer, other, action);
  }

  /** The same with one more parameter. */
  public Endpoint with(Parameter parameter) {
    List<Parameter> more = new java.util.ArrayList<>(parameters);
    more.add(parameter);
    return new Endpoint(method, path, summary, more, body, status, answer, mediaType, action);
  }
}

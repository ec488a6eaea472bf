package io.gemba.planner.api;

import io.gemba.planner.checks.Checked;
import java.util.List;

/** A request that cannot be done, as RFC 9457 tells it to the caller. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /**
   * What is written to the caller.
   *
   * @param type always {@code about:blank}: the status says it
   * @param title the status in words
   * @param status HTTP status
   * @param detail what is wrong, which value, and the fix
   * @param errors one for each wrong field; empty when the request as a whole is wrong
   */
  public record Problem(
      String type, String title, int status, String detail, List<FieldError> errors) {}

  /**
   * One wrong field.
   *
   * @param field JSON path of the field or name of the parameter
   * @param message what is wrong, which value, and the fix
   */
  public record FieldError(String field, String message) {}

  private ProblemException(int status, String title, String detail, List<FieldError> errors) {
    super(detail);
    this.problem = new Problem("about:blank", title, status, detail, List.copyOf(errors));
  }

  /** 400: the request cannot be read. */
  public static ProblemException unreadable(String detail) {
    return new ProblemException(400, "Bad request", detail, List.of());
  }

  /** 403: the request did not come from the console or a client that means it. */
  public static ProblemException forbidden(String detail) {
    return new ProblemException(403, "Forbidden", detail, List.of());
  }

  /** 404: there is no such thing. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(404, "Not found", detail, List.of());
  }

  /** 409: it was right a moment ago. */
  public static ProblemException conflict(String detail) {
    return new ProblemException(409, "Conflict", detail, List.of());
  }

  /** 422: readable, but fields are wrong; all of them at once. */
  public static ProblemException invalid(List<FieldError> errors) {
    String detail =
        errors.size() == 1 ? errors.get(0).message() : errors.size() + " fields are wrong.";
    return new ProblemException(422, "Invalid", detail, errors);
  }

  /**
   * What was sent, if it can be used.
   *
   * @throws ProblemException 422 with all wrong fields, if not
   */
  public static <T> T valid(Checked<T> checked) {
    T value = checked.value();
    if (value == null) {
      throw invalid(
          checked.wrong().stream()
              .map(wrong -> new FieldError(wrong.field(), wrong.message()))
              .toList());
    }
    return value;
  }

  /** 422 for one field. */
  public static ProblemException invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** 503: not yet, or not now. */
  public static ProblemException unavailable(String detail) {
    return new ProblemException(503, "Not available", detail, List.of());
  }

  /** Any other status. */
  public static ProblemException of(int status, String title, String detail) {
    return new ProblemException(status, title, detail, List.of());
  }

  /** What is written to the caller. */
  public Problem problem() {
    return problem;
  }
}

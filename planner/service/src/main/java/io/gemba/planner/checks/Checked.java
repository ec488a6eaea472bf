package io.gemba.planner.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sent, when it can be used, or what is wrong with it.
 *
 * @param value null when anything is wrong
 * @param wrong every wrong field
 * @param <T> what it is
 */
public record Checked<T>(@Nullable T value, List<Wrong> wrong) {

  /**
   * One wrong field.
   *
   * @param field JSON path
   * @param message what is wrong, which value, and the fix
   */
  public record Wrong(String field, String message) {}

  /** Nothing is wrong. */
  public static <T> Checked<T> good(T value) {
    return new Checked<>(value, List.of());
  }

  /** Something is. */
  public static <T> Checked<T> bad(List<Wrong> wrong) {
    return new Checked<>(null, List.copyOf(wrong));
  }
}

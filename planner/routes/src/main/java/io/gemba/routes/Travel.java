package io.gemba.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Roads. Without a matrix a way is the great circle times {@code detourFactor}, driven at {@code
 * kilometresPerHour}.
 *
 * @param detourFactor road length over great circle length, at least 1
 * @param kilometresPerHour average speed, above 0
 * @param matrix overrides both; null = none
 */
public record Travel(double detourFactor, double kilometresPerHour, @Nullable Matrix matrix) {

  /** Great circle times a factor at one speed. */
  public static Travel estimated(double detourFactor, double kilometresPerHour) {
    return new Travel(detourFactor, kilometresPerHour, null);
  }

  /** Lengths and times given by the caller. */
  public static Travel given(Matrix matrix) {
    return new Travel(1, 1, matrix);
  }

  /**
   * Lengths and times between places; rows (from) and columns (to) in the order of the request's
   * places, not necessarily symmetric, none negative.
   *
   * @param metres n x n
   * @param seconds n x n
   */
  public record Matrix(List<List<Double>> metres, List<List<Double>> seconds) {
    /** Copies both tables. */
    public Matrix {
      metres = RequestValues.copy(metres).stream().map(List::copyOf).toList();
      seconds = RequestValues.copy(seconds).stream().map(List::copyOf).toList();
    }
  }
}

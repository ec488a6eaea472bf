package io.gemba.routes.model;

import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.Travel.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metres and milliseconds between any two places, indexed as in the request: 8 bytes for two places
 * whose way is estimated, as it is the same both ways and its time follows from its length; 32 when
 * they are given.
 */
abstract class TravelTable {
  /** Length of a way. */
  abstract double metres(int from, int to);

  /** Time of a way, without traffic. */
  abstract long millis(int from, int to);

  /** A time that the way takes at least, faster to tell. */
  long leastMillis(int from, int to) {
    return millis(from, to);
  }

  /**
   * @param matrix overrides the factor and the speed; null = none
   */
  static TravelTable of(
      List<Place> places, double detourFactor, double kilometresPerHour, @Nullable Matrix matrix) {
    return matrix == null
        ? new EstimatedTable(places, detourFactor, kilometresPerHour)
        : new GivenTable(matrix);
  }

  private static final class GivenTable extends TravelTable {
    private final double[][] metres;
    private final long[][] millis;

    GivenTable(Matrix matrix) {
      int size = matrix.metres().size();
      metres = new double[size][size];
      millis = new long[size][size];
      for (int from = 0; from < size; from++) {
        for (int to = 0; to < size; to++) {
          metres[from][to] = matrix.metres().get(from).get(to);
          millis[from][to] = Math.round(matrix.seconds().get(from).get(to) * 1000);
        }
      }
    }

    @Override
    double metres(int from, int to) {
      return metres[from][to];
    }

    @Override
    long millis(int from, int to) {
      return millis[from][to];
    }
  }
}

package io.gemba.routes.model;

import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.Travel.Matrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metres and milliseconds between any two places, indexed as in the request. */
final class TravelTable {
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  final double[][] metres;
  final long[][] millis;

  private TravelTable(int places) {
    metres = new double[places][places];
    millis = new long[places][places];
  }

  /**
   * @param matrix overrides the factor and the speed; null = none
   */
  static TravelTable of(
      List<Place> places, double detourFactor, double kilometresPerHour, @Nullable Matrix matrix) {
    int size = places.size();
    TravelTable table = new TravelTable(size);
    if (matrix == null) {
      table.estimate(places, detourFactor, kilometresPerHour);
      return table;
    }
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        table.metres[from][to] = matrix.metres().get(from).get(to);
        table.millis[from][to] = Math.round(matrix.seconds().get(from).get(to) * 1000);
      }
    }
    return table;
  }

  /** Great circles from chords: the places as unit vectors, so that a pair costs one arc sine. */
  private void estimate(List<Place> places, double detourFactor, double kilometresPerHour) {
    double[][] vectors = places.stream().map(TravelTable::vector).toArray(double[][]::new);
    double metresPerMilli = kilometresPerHour / 3600;
    for (int from = 0; from < vectors.length; from++) {
      double[] a = vectors[from];
      for (int to = 0; to < from; to++) {
        double[] b = vectors[to];
        double chord = Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
        double circle = 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, chord / 2));
        double length = circle * detourFactor;
        long time = Math.round(length / metresPerMilli);
        metres[from][to] = length;
        metres[to][from] = length;
        millis[from][to] = time;
        millis[to][from] = time;
      }
    }
  }

  private static double square(double x) {
    return x * x;
  }

  private static double[] vector(Place place) {
    double latitude = Math.toRadians(place.latitude());
    double longitude = Math.toRadians(place.longitude());
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }
}

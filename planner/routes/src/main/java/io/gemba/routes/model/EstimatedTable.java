package io.gemba.routes.model;

import io.gemba.routes.RouteRequest.Place;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Great circles times a factor, at one speed. Row r holds the ways to the places before r. */
final class EstimatedTable extends TravelTable {
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  /** Places from which on several cores measure the ways. */
  private static final int MANY = 1_000;

  private final double[][] metres;
  private final double metresPerMilli;

  /** Milliseconds of a chord of length 1 of the unit sphere. */
  private final double chordMillis;

  /** The places as unit vectors, three numbers each. */
  private final double[] vectors;

  EstimatedTable(List<Place> places, double detourFactor, double kilometresPerHour) {
    metresPerMilli = kilometresPerHour / 3600;
    metres = new double[places.size()][];
    chordMillis = EARTH_RADIUS_METRES * detourFactor / metresPerMilli;
    vectors = places.stream().map(EstimatedTable::vector).flatMapToDouble(Arrays::stream).toArray();
    IntStream rows = IntStream.range(0, metres.length);
    (metres.length < MANY ? rows : rows.parallel())
        .forEach(row -> metres[row] = row(row, detourFactor));
  }

  @Override
  double metres(int from, int to) {
    return from > to ? metres[from][to] : metres[to][from];
  }

  @Override
  long millis(int from, int to) {
    return (long) (metres(from, to) / metresPerMilli + 0.5);
  }

  /** Straight through the earth, a millisecond less for what is rounded. */
  @Override
  long leastMillis(int from, int to) {
    return Math.max(0, (long) (chord(from, to) * chordMillis) - 1);
  }

  /** Great circles from chords, so that a pair costs one arc sine. */
  private double[] row(int from, double detourFactor) {
    double[] row = new double[from + 1];
    for (int to = 0; to < from; to++) {
      double circle = 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, chord(from, to) / 2));
      row[to] = circle * detourFactor;
    }
    return row;
  }

  private double chord(int from, int to) {
    int a = 3 * from;
    int b = 3 * to;
    return Math.sqrt(
        square(vectors[a] - vectors[b])
            + square(vectors[a + 1] - vectors[b + 1])
            + square(vectors[a + 2] - vectors[b + 2]));
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

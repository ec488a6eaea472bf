package io.gemba.routes.check;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.Travel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Lengths and times straight from the request, by place id. */
final class Ways {
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;
  private final RouteRequest request;
  private final Map<String, Integer> rows = new HashMap<>();

  Ways(RouteRequest request) {
    this.request = request;
    request.places().forEach(place -> rows.put(place.id(), rows.size()));
  }

  double metres(String from, String to) {
    Travel.Matrix matrix = request.travel().matrix();
    if (matrix != null) {
      return matrix.metres().get(row(from)).get(row(to));
    }
    return from.equals(to)
        ? 0
        : EARTH_RADIUS_METRES * angle(place(from), place(to)) * request.travel().detourFactor();
  }

  Duration time(String from, String to) {
    Travel.Matrix matrix = request.travel().matrix();
    double seconds =
        matrix != null
            ? matrix.seconds().get(row(from)).get(row(to))
            : metres(from, to) / (request.travel().kilometresPerHour() / 3.6);
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private int row(String id) {
    return Objects.requireNonNull(rows.get(id), id);
  }

  private Place place(String id) {
    return request.places().get(row(id));
  }

  /** The angle between two points as unit vectors, by cross and dot product. */
  private static double angle(Place a, Place b) {
    double[] u = vector(a);
    double[] v = vector(b);
    double x = u[1] * v[2] - u[2] * v[1];
    double y = u[2] * v[0] - u[0] * v[2];
    double z = u[0] * v[1] - u[1] * v[0];
    double dot = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    return Math.atan2(Math.sqrt(x * x + y * y + z * z), dot);
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

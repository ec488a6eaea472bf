package io.gemba.routes.check;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Place;
import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.Travel.Matrix;
import io.gemba.routes.Travel.Period;
import io.gemba.routes.Travel.Profile;
import io.gemba.routes.Travel.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lengths and times straight from the request, by place id. */
final class Ways {
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  /** To the nearest millisecond; what lies between two of them goes up, whatever noise. */
  private static final double ROUND = 0.5 + 1e-4;

  private final RouteRequest request;
  private final Map<String, Integer> rows = new HashMap<>();

  Ways(RouteRequest request) {
    this.request = request;
    request.places().forEach(place -> rows.put(place.id(), rows.size()));
  }

  double metres(Vehicle vehicle, String from, String to) {
    Matrix matrix = matrix(vehicle);
    if (matrix != null) {
      return matrix.metres().get(row(from)).get(row(to));
    }
    return from.equals(to)
        ? 0
        : EARTH_RADIUS_METRES * angle(place(from), place(to)) * request.travel().detourFactor();
  }

  /** When a vehicle arrives that leaves then. */
  Instant arrival(Vehicle vehicle, String from, String to, Instant departs) {
    Matrix matrix = matrix(vehicle);
    Profile profile = profile(vehicle);
    double speed =
        profile == null ? request.travel().kilometresPerHour() : profile.kilometresPerHour();
    double seconds =
        matrix != null
            ? matrix.seconds().get(row(from)).get(row(to))
            : metres(vehicle, from, to) / (speed / 3.6);
    long millis = Math.round(seconds * 1000);
    Traffic traffic = request.travel().traffic();
    return traffic == null
        ? departs.plusMillis(millis)
        : through(traffic, departs, (double) millis);
  }

  /** Drives from one change of speed to the next. */
  private static Instant through(Traffic traffic, Instant departs, double millis) {
    Instant now = departs;
    double left = millis;
    while (true) {
      ZonedDateTime local = now.atZone(traffic.zone());
      double factor = 1;
      ZonedDateTime change = local.toLocalDate().plusDays(1).atStartOfDay(traffic.zone());
      for (Period period : traffic.periods()) {
        ZonedDateTime begins = local.toLocalDate().atTime(period.from()).atZone(traffic.zone());
        ZonedDateTime ends =
            period.to().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().plusDays(1).atStartOfDay(traffic.zone())
                : local.toLocalDate().atTime(period.to()).atZone(traffic.zone());
        if (begins.isAfter(local)) {
          change = begins.isBefore(change) ? begins : change;
        } else if (ends.isAfter(local)) {
          factor = period.speedFactor();
          change = ends.isBefore(change) ? ends : change;
        }
      }
      double most = Duration.between(local, change).toMillis() * factor;
      if (left <= most) {
        return now.plusMillis((long) Math.floor(left / factor + ROUND));
      }
      left -= most;
      now = change.toInstant();
    }
  }

  private @Nullable Profile profile(Vehicle vehicle) {
    return request.travel().profiles().stream()
        .filter(one -> one.name().equals(vehicle.duty().profile()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Matrix matrix(Vehicle vehicle) {
    Profile profile = profile(vehicle);
    return profile == null ? request.travel().matrix() : profile.matrix();
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

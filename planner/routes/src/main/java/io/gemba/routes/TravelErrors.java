package io.gemba.routes;

import io.gemba.routes.RouteRequest.Vehicle;
import io.gemba.routes.Travel.Matrix;
import io.gemba.routes.Travel.Period;
import io.gemba.routes.Travel.Profile;
import io.gemba.routes.Travel.Traffic;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a request's roads, their profiles and their traffic. */
final class TravelErrors {
  private final RouteRequest request;
  private final List<String> errors = new ArrayList<>();

  private TravelErrors(RouteRequest request) {
    this.request = request;
  }

  static List<String> list(RouteRequest request) {
    TravelErrors found = new TravelErrors(request);
    Travel travel = request.travel();
    if (!(travel.detourFactor() >= 1) || Double.isInfinite(travel.detourFactor())) {
      found.errors.add(
          "detourFactor (%s) of travel must be at least 1. Take 1.3 for streets."
              .formatted(travel.detourFactor()));
    }
    found.speed(travel.kilometresPerHour(), "travel");
    if (travel.matrix() != null) {
      found.matrix(travel.matrix(), "");
    }
    found.profiles(travel.profiles());
    if (travel.traffic() != null) {
      found.traffic(travel.traffic());
    }
    return found.errors;
  }

  private void speed(double kilometresPerHour, String where) {
    if (!(kilometresPerHour > 0) || Double.isInfinite(kilometresPerHour)) {
      errors.add(
          "kilometresPerHour (%s) of %s must be above 0.".formatted(kilometresPerHour, where));
    }
  }

  private void profiles(List<Profile> profiles) {
    Set<String> names = new HashSet<>();
    for (Profile profile : profiles) {
      if (!names.add(profile.name())) {
        errors.add("profile '%s' is there twice. Rename or remove one.".formatted(profile.name()));
      }
      if (profile.matrix() == null) {
        speed(profile.kilometresPerHour(), "profile '" + profile.name() + "'");
      } else {
        matrix(profile.matrix(), " of profile '" + profile.name() + "'");
      }
    }
    for (Vehicle vehicle : request.vehicles()) {
      String profile = vehicle.duty().profile();
      if (profile != null && !names.contains(profile)) {
        errors.add(
            "profile '%s' of vehicle '%s' is none of travel. Add it to profiles."
                .formatted(profile, vehicle.id()));
      }
    }
  }

  private void traffic(Traffic traffic) {
    LocalTime before = LocalTime.MIN;
    for (Period period : traffic.periods()) {
      boolean isLast = period.to().equals(LocalTime.MIDNIGHT);
      if (period.from().isBefore(before)) {
        errors.add(
            "The traffic from %s begins before the period before it ends. Order them by time."
                .formatted(period.from()));
      }
      if (!isLast && !period.to().isAfter(period.from())) {
        errors.add(
            "The traffic from %s ends at %s. It must end after it begins; cut it at midnight."
                .formatted(period.from(), period.to()));
      }
      if (!(period.speedFactor() > 0) || Double.isInfinite(period.speedFactor())) {
        errors.add(
            "speedFactor (%s) of the traffic from %s must be above 0."
                .formatted(period.speedFactor(), period.from()));
      }
      before = isLast ? LocalTime.MAX : period.to();
    }
  }

  private void matrix(Matrix matrix, String where) {
    table(matrix.metres(), "metres" + where);
    table(matrix.seconds(), "seconds" + where);
  }

  private void table(List<List<Double>> table, String name) {
    int size = request.places().size();
    if (table.size() != size || table.stream().anyMatch(row -> row.size() != size)) {
      errors.add(
          "The matrix of %s must be %d x %d, one row and column a place."
              .formatted(name, size, size));
      return;
    }
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        double value = table.get(from).get(to);
        if (!(value >= 0) || Double.isInfinite(value)) {
          errors.add(
              "%s (%s) from '%s' to '%s' must be finite and not negative."
                  .formatted(
                      name, value, request.places().get(from).id(), request.places().get(to).id()));
        }
      }
    }
  }
}

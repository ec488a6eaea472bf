package io.gemba.routes.model;

import io.gemba.routes.RouteRequest;
import io.gemba.routes.Travel;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everybody's ways, and those of each profile. */
final class TravelTables {
  final TravelTable common;
  private final Map<String, TravelTable> profiles = new HashMap<>();

  TravelTables(RouteRequest request) {
    Travel travel = request.travel();
    common =
        TravelTable.of(
            request.places(), travel.detourFactor(), travel.kilometresPerHour(), travel.matrix());
    for (Travel.Profile profile : travel.profiles()) {
      profiles.put(
          profile.name(),
          TravelTable.of(
              request.places(),
              travel.detourFactor(),
              profile.kilometresPerHour(),
              profile.matrix()));
    }
  }

  /**
   * @param profile null = everybody's
   */
  TravelTable of(@Nullable String profile) {
    return profile == null ? common : Objects.requireNonNull(profiles.get(profile), profile);
  }
}

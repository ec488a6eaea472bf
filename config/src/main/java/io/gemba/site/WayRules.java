package io.gemba.site;

import io.gemba.yaml.YamlDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What must hold for the ways that a site file gives, as far as could be read. */
final class WayRules {
  /** Places are points on a map of some precision. */
  private static final double SHORTER = 0.9;

  private static final double LEAST_KILOMETRES = 1;

  private final YamlDocument document;
  private final References references;

  WayRules(YamlDocument document) {
    this.document = document;
    references = new References(document);
  }

  void check() {
    Collection<String> places = document.texts("places", "id").values();
    references.known("routing.ways", "from", places, "places");
    references.known("routing.ways", "to", places, "places");
    references.known(
        "routing.ways",
        "profile",
        document.texts("routing.profiles", "name").values(),
        "routing.profiles");
    Map<String, Place> byId = new HashMap<>();
    document
        .elements("places", Place.class)
        .forEach((at, place) -> byId.putIfAbsent(place.id(), place));
    Set<List<Object>> seen = new HashSet<>();
    document
        .elements("routing.ways", Routing.Way.class)
        .forEach(
            (at, way) -> {
              if (!seen.add(List.of(way.from(), way.to(), String.valueOf(way.profile())))) {
                document.problem(
                    at + ".to",
                    "The way from '%s' to '%s' is there twice. Remove one."
                        .formatted(way.from(), way.to()));
              }
              checkLength(at, way, byId);
            });
  }

  private void checkLength(String at, Routing.Way way, Map<String, Place> places) {
    Place from = places.get(way.from());
    Place to = places.get(way.to());
    if (from == null || to == null) {
      return;
    }
    if (from.equals(to)) {
      document.problem(at + ".to", "'%s' is where the way begins. Remove it.".formatted(way.to()));
    }
    double straight = Roads.greatCircle(from, to);
    if (straight > LEAST_KILOMETRES && way.kilometres() < SHORTER * straight) {
      document.problem(
          at + ".kilometres",
          String.format(
              Locale.ROOT,
              "%s from '%s' to '%s' is shorter than the straight line (%.1f). Give kilometres of"
                  + " road, or mend the coordinates.",
              way.kilometres(),
              way.from(),
              way.to(),
              straight));
    }
  }
}

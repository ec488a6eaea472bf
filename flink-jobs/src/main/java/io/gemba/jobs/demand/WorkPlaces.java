package io.gemba.jobs.demand;

import io.gemba.site.Item;
import io.gemba.site.LabourStandard;
import io.gemba.site.Line;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who has work with a unit sold: the plant whose line makes the item, the warehouse nearest to the
 * place, and the place itself; each only if it has labour standards. Driving is no work by the unit
 * and left to the route planner.
 */
final class WorkPlaces implements Serializable {
  /** The task that is planned with routes, not here. */
  static final String DRIVE = "drive";

  private static final long serialVersionUID = 1;

  private final Map<String, List<String>> byItem = new HashMap<>();
  private final Map<String, List<String>> byPlace = new HashMap<>();
  private final List<String> shops = new ArrayList<>();

  WorkPlaces(Site site) {
    Set<String> working = new HashSet<>();
    for (LabourStandard standard : site.labour()) {
      if (!standard.task().equals(DRIVE)) {
        working.add(standard.place());
      }
    }
    for (Item item : site.items()) {
      Optional<String> plant = site.findLine(item.source()).map(Line::place);
      byItem.put(item.id(), plant.filter(working::contains).map(List::of).orElse(List.of()));
    }
    for (Place place : site.places()) {
      List<String> workPlaces = new ArrayList<>();
      nearestWarehouse(site, place, working).ifPresent(workPlaces::add);
      boolean isPlant = place.kind() == Place.Kind.PLANT;
      if (!isPlant && working.contains(place.id()) && !workPlaces.contains(place.id())) {
        workPlaces.add(place.id());
      }
      byPlace.put(place.id(), List.copyOf(workPlaces));
      if (place.kind() == Place.Kind.STORE || place.kind() == Place.Kind.CUSTOMER) {
        shops.add(place.id());
      }
    }
  }

  /** The places that have work with an item sold at a place; may be empty. */
  List<String> of(String item, String place) {
    List<String> atPlant = byItem.getOrDefault(item, List.of());
    List<String> onTheWay = byPlace.getOrDefault(place, List.of());
    if (atPlant.isEmpty()) {
      return onTheWay;
    }
    List<String> all = new ArrayList<>(onTheWay);
    atPlant.stream().filter(plant -> !all.contains(plant)).forEach(all::add);
    return all;
  }

  /** The shops and customers whose demand is work there. */
  Set<String> servedBy(String workPlace) {
    boolean makes = byItem.values().stream().anyMatch(plants -> plants.contains(workPlace));
    return shops.stream()
        .filter(shop -> makes || byPlace.getOrDefault(shop, List.of()).contains(workPlace))
        .collect(Collectors.toSet());
  }

  private static Optional<String> nearestWarehouse(Site site, Place place, Set<String> working) {
    return site.places().stream()
        .filter(other -> other.kind() == Place.Kind.WAREHOUSE && working.contains(other.id()))
        .min(
            Comparator.comparingDouble((Place other) -> squaredDegrees(place, other))
                .thenComparing(Place::id))
        .map(Place::id);
  }

  private static double squaredDegrees(Place from, Place to) {
    double north = from.latitude() - to.latitude();
    double east = (from.longitude() - to.longitude()) * Math.cos(Math.toRadians(from.latitude()));
    return north * north + east * east;
  }
}

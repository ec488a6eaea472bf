package io.gemba.site;

import io.gemba.site.Routing.Period;
import io.gemba.yaml.YamlDocument;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must hold for traffic, vans' duties and what deliveries ask, as far as could be read. */
final class RouteRules {
  private final YamlDocument document;
  private final References references;

  RouteRules(YamlDocument document) {
    this.document = document;
    references = new References(document);
  }

  void check() {
    checkTraffic();
    new WayRules(document).check();
    references.unique(document.texts("routing.profiles", "name"));
    document.elements("places", Place.class).forEach(this::checkOpen);
    for (String vehicle : document.paths("vehicles")) {
      String at = vehicle + ".duty";
      references.find(
          at + ".profile", document.texts("routing.profiles", "name").values(), "routing.profiles");
      references.unique(document.texts(at + ".capacities", "load"));
    }
    document.elements("vehicles", Vehicle.class).forEach(this::checkBreaks);
    if (!document.paths("vehicles").isEmpty()) {
      checkNeeds();
      checkLoads();
    }
  }

  private void checkTraffic() {
    LocalTime free = LocalTime.MIN;
    for (Map.Entry<String, Period> one :
        document.elements("routing.traffic", Period.class).entrySet()) {
      Period period = one.getValue();
      boolean isLast = period.to().equals(LocalTime.MIDNIGHT);
      if (period.from().isBefore(free)) {
        document.problem(
            one.getKey() + ".from",
            "%s must not be before the period before ends (%s). Order them by time."
                .formatted(period.from(), free));
      }
      if (!isLast && !period.to().isAfter(period.from())) {
        document.problem(
            one.getKey() + ".to",
            "%s must be after from (%s). Cut it at midnight (00:00)."
                .formatted(period.to(), period.from()));
      }
      free = isLast ? LocalTime.MAX : period.to();
    }
  }

  private void checkOpen(String at, Place place) {
    if (place.access().hasHardWindow() && place.access().centsPerLateMinute() != null) {
      document.problem(
          at + ".access.centsPerLateMinute",
          "%d of '%s' never counts, since it refuses late deliveries. Remove one of the two."
              .formatted(place.access().centsPerLateMinute(), place.id()));
    }
    LocalTime closed = place.closes();
    List<Place.Open> more = place.access().alsoOpen();
    for (int i = 0; i < more.size(); i++) {
      String path = "%s.access.alsoOpen[%d]".formatted(at, i);
      if (!more.get(i).opens().isAfter(closed)) {
        document.problem(
            path + ".opens",
            "%s of '%s' must be after it closes before (%s). Order them by time."
                .formatted(more.get(i).opens(), place.id(), closed));
      }
      if (!more.get(i).closes().isAfter(more.get(i).opens())) {
        document.problem(
            path + ".closes",
            "%s of '%s' must be after opens (%s)."
                .formatted(more.get(i).closes(), place.id(), more.get(i).opens()));
      }
      closed = more.get(i).closes();
    }
  }

  private void checkBreaks(String at, Vehicle vehicle) {
    LocalTime free = LocalTime.MIN;
    List<Vehicle.Break> breaks = vehicle.duty().breaks();
    for (int i = 0; i < breaks.size(); i++) {
      Vehicle.Break pause = breaks.get(i);
      String path = "%s.duty.breaks[%d]".formatted(at, i);
      if (pause.latest().isBefore(pause.earliest())) {
        document.problem(
            path + ".latest",
            "%s of '%s' must not be before earliest (%s). Swap them."
                .formatted(pause.latest(), vehicle.id(), pause.earliest()));
      } else if (pause.latest().isBefore(free)) {
        document.problem(
            path + ".latest",
            "%s of '%s' must not be before the break before may end (%s)."
                .formatted(pause.latest(), vehicle.id(), free));
      } else if (!pause.earliest().isBefore(vehicle.shiftEnd())
          || !pause.latest().isAfter(vehicle.shiftStart())) {
        document.problem(
            path + ".earliest",
            "%s to %s of '%s' lies outside its shift (%s to %s)."
                .formatted(
                    pause.earliest(),
                    pause.latest(),
                    vehicle.id(),
                    vehicle.shiftStart(),
                    vehicle.shiftEnd()));
      }
      free = pause.latest().plusSeconds(Math.round(pause.minutes() * 60));
    }
  }

  private void checkNeeds() {
    List<String> skills = new ArrayList<>();
    for (String vehicle : document.paths("vehicles")) {
      skills.addAll(document.elements(vehicle + ".duty.skills", String.class).values());
    }
    for (String place : document.paths("places")) {
      references.allKnown(place + ".access.needs", skills, "skills of vehicles");
    }
    for (String item : document.paths("items")) {
      references.allKnown(item + ".handling.needs", skills, "skills of vehicles");
    }
  }

  /** What items are measured in, every van must have a number for. */
  private void checkLoads() {
    Map<String, String> itemOf = new TreeMap<>();
    for (String item : document.paths("items")) {
      Map<String, String> loads = document.texts(item + ".handling.loads", "load");
      references.unique(loads);
      String id = document.find(item + ".id", String.class).orElse(item);
      loads.values().forEach(load -> itemOf.putIfAbsent(load, id));
    }
    for (String vehicle : document.paths("vehicles")) {
      Collection<String> named = document.texts(vehicle + ".duty.capacities", "load").values();
      itemOf.forEach(
          (load, item) -> {
            if (!named.contains(load)) {
              document.problem(
                  vehicle + ".duty.capacities",
                  "'%s' has no capacity for '%s', which item '%s' takes. Give its most, 0 for none."
                      .formatted(
                          document.find(vehicle + ".id", String.class).orElse(vehicle),
                          load,
                          item));
            }
          });
    }
  }
}

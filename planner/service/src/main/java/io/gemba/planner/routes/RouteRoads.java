package io.gemba.planner.routes;

import io.gemba.routes.Travel;
import io.gemba.site.Place;
import io.gemba.site.Roads;
import io.gemba.site.Routing;
import io.gemba.site.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site's roads in the solver's words: estimated from where places are, or as tables of all ways
 * once the site file gives some.
 */
final class RouteRoads {
  private static final double METRES = 1000;
  private static final double SECONDS = 60;

  private RouteRoads() {}

  static Travel travel(Site site) {
    Routing routing = site.routing();
    Roads roads = new Roads(site);
    Travel travel =
        new Travel(
                site.costs().detourFactor(),
                site.costs().kilometresPerHour(),
                findMatrix(site, roads, null))
            .withProfiles(
                routing.profiles().stream()
                    .map(
                        one ->
                            new Travel.Profile(
                                one.name(),
                                one.kilometresPerHour(),
                                findMatrix(site, roads, one.name())))
                    .toList());
    if (routing.traffic().isEmpty()) {
      return travel;
    }
    return travel.withTraffic(
        new Travel.Traffic(
            site.zone(),
            routing.traffic().stream()
                .map(one -> new Travel.Period(one.from(), one.to(), one.speedFactor()))
                .toList()));
  }

  /** Null while all ways are estimated: the solver does so itself. */
  private static Travel.@Nullable Matrix findMatrix(
      Site site, Roads roads, @Nullable String profile) {
    if (!roads.areGiven()) {
      return null;
    }
    List<List<Double>> metres = new ArrayList<>();
    List<List<Double>> seconds = new ArrayList<>();
    for (Place from : site.places()) {
      List<Roads.Length> row =
          site.places().stream().map(to -> roads.between(from.id(), to.id(), profile)).toList();
      metres.add(row.stream().map(way -> way.kilometres() * METRES).toList());
      seconds.add(row.stream().map(way -> way.minutes() * SECONDS).toList());
    }
    return new Travel.Matrix(metres, seconds);
  }
}

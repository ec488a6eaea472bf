package io.gemba.planner.routes;

import io.gemba.message.Order;
import io.gemba.planner.resources.Absences;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult;
import io.gemba.site.Routing;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a day's orders into the solver's words. When the day has begun with published routes, vans
 * go on from where they are, what is done is not asked for again, and nothing new begins before
 * now.
 */
final class RouteQuestion {
  private final Site site;
  private final @Nullable RouteCut cut;
  private final RouteVans vans;
  private final RouteOrders orders;

  /**
   * @param cut routes in force for the day, as they stand; null = none, and then the day is planned
   *     whole, whatever the time
   */
  RouteQuestion(Site site, LocalDate day, Absences absences, @Nullable RouteCut cut, Instant now) {
    this.site = site;
    this.cut = cut;
    RouteDay on = new RouteDay(day, site.zone(), now);
    this.vans = new RouteVans(on, absences, cut);
    this.orders = new RouteOrders(site, on, vans, cut);
  }

  /** The question for these orders; those to unknown places are left out. */
  RouteRequest request(List<Order> orders, RouteRequest.Search search) {
    Set<String> brought = cut == null ? Set.of() : cut.brought();
    Long centsPerMovedOrder = site.routing().centsPerMovedOrder();
    return new RouteRequest(
        site.places().stream()
            .map(place -> new RouteRequest.Place(place.id(), place.latitude(), place.longitude()))
            .toList(),
        site.vehicles().stream().map(vans::vehicle).toList(),
        orders.stream()
            .filter(order -> site.findPlace(order.to()).isPresent())
            .filter(order -> !brought.contains(order.id()))
            .map(this.orders::order)
            .toList(),
        RouteRoads.travel(site),
        previous(),
        centsPerMovedOrder == null ? 0L : centsPerMovedOrder,
        balance(),
        search);
  }

  /** One more order in the solver's words, free to go with any van of its depot. */
  RouteRequest.Order unplanned(Order order) {
    return orders.order(order);
  }

  private RouteRequest.@Nullable Balance balance() {
    Routing.Balance balance = site.routing().balance();
    return balance == null
        ? null
        : new RouteRequest.Balance(
            RouteRequest.Measure.valueOf(balance.measure().name()), balance.centsPerUnit());
  }

  private List<RouteRequest.PreviousRoute> previous() {
    List<RouteRequest.PreviousRoute> routes = new ArrayList<>();
    if (cut != null) {
      for (RouteResult.Route route : cut.planned()) {
        routes.add(
            new RouteRequest.PreviousRoute(
                route.vehicle(),
                route.stops().stream()
                    .filter(stop -> stop.visit() != RouteResult.Visit.PICKUP)
                    .map(RouteResult.Stop::order)
                    .toList()));
      }
    }
    return routes;
  }
}

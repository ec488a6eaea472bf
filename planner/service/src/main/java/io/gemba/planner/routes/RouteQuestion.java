package io.gemba.planner.routes;

import io.gemba.message.Order;
import io.gemba.message.ResourceChange;
import io.gemba.planner.resources.Absences;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteResult;
import io.gemba.routes.Travel;
import io.gemba.site.Place;
import io.gemba.site.Site;
import io.gemba.site.Vehicle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a day's orders into the solver's words. When the day has begun with published routes, what
 * was served stays on its van, and nothing new begins before now.
 */
final class RouteQuestion {
  private static final int SECONDS = 60;

  private final Site site;
  private final LocalDate day;
  private final Absences absences;
  private final @Nullable RouteDocument published;
  private final Instant now;

  /**
   * @param published routes in force for the day; null = none, and then the day is planned whole,
   *     whatever the time
   */
  RouteQuestion(
      Site site, LocalDate day, Absences absences, @Nullable RouteDocument published, Instant now) {
    this.site = site;
    this.day = day;
    this.absences = absences;
    this.published = published;
    this.now = now;
  }

  /** The question for these orders; those to unknown places are left out. */
  RouteRequest request(List<Order> orders, RouteRequest.Search search) {
    Map<String, String> served = served();
    return new RouteRequest(
        site.places().stream()
            .map(place -> new RouteRequest.Place(place.id(), place.latitude(), place.longitude()))
            .toList(),
        site.vehicles().stream().map(van -> vehicle(van, served)).toList(),
        orders.stream()
            .filter(order -> site.findPlace(order.to()).isPresent())
            .filter(order -> !isServedByLostVan(order, served))
            .map(order -> order(order, served.get(order.id())))
            .toList(),
        Travel.estimated(site.costs().detourFactor(), site.costs().kilometresPerHour()),
        previous(),
        search);
  }

  /** One more order in the solver's words, free to go with any van of its depot. */
  RouteRequest.Order unplanned(Order order) {
    return order(order, null);
  }

  /** The van of each order whose service has begun under the routes in force. */
  private Map<String, String> served() {
    Map<String, String> served = new HashMap<>();
    if (published != null) {
      for (RouteResult.Route route : published.result().routes()) {
        route.stops().stream()
            .filter(stop -> !stop.start().isAfter(now))
            .forEach(stop -> served.put(stop.order(), route.vehicle()));
      }
    }
    return served;
  }

  private boolean isServedByLostVan(Order order, Map<String, String> served) {
    String van = served.get(order.id());
    return van != null
        && site.vehicles().stream()
            .filter(one -> one.id().equals(van))
            .noneMatch(one -> isAvailable(one, start(one)));
  }

  private RouteRequest.Vehicle vehicle(Vehicle van, Map<String, String> served) {
    boolean isOut = served.containsValue(van.id());
    Instant start = start(van);
    Instant end = at(van.shiftEnd());
    boolean late = published != null && !isOut && start.isBefore(now);
    Instant earliest = late ? now : start;
    boolean over = !earliest.isBefore(end);
    return new RouteRequest.Vehicle(
        van.id(),
        van.depot(),
        over ? start : earliest,
        end,
        van.boxes(),
        van.kilograms(),
        new RouteRequest.Prices(
            van.fixedCents(),
            van.centsPerKilometre(),
            van.centsPerHour(),
            van.centsPerLateMinute()),
        !over && isAvailable(van, published == null ? start : later(start, now)));
  }

  private boolean isAvailable(Vehicle van, Instant from) {
    Instant end = at(van.shiftEnd());
    return !from.isBefore(end)
        || !absences.isAway(ResourceChange.Kind.VEHICLE, van.id(), from, end);
  }

  private RouteRequest.Order order(Order order, @Nullable String van) {
    Place place = site.findPlace(order.to()).orElseThrow();
    boolean isOpen = published != null && van == null;
    Instant start = isOpen ? later(order.windowStart(), now) : order.windowStart();
    List<String> allowed =
        site.vehicles().stream()
            .filter(one -> one.depot().equals(order.from()))
            .map(Vehicle::id)
            .toList();
    return new RouteRequest.Order(
        order.id(),
        order.to(),
        RouteRequest.Window.soft(start, later(order.windowEnd(), start)),
        place.serviceMinutes() * SECONDS,
        order.boxes(),
        order.kilograms(),
        Math.round(order.valueCents() * site.costs().undeliveredFactor()),
        allowed,
        van);
  }

  private List<RouteRequest.PreviousRoute> previous() {
    List<RouteRequest.PreviousRoute> routes = new ArrayList<>();
    if (published != null) {
      for (RouteResult.Route route : published.result().routes()) {
        routes.add(
            new RouteRequest.PreviousRoute(
                route.vehicle(), route.stops().stream().map(RouteResult.Stop::order).toList()));
      }
    }
    return routes;
  }

  private Instant start(Vehicle van) {
    return at(van.shiftStart());
  }

  private Instant at(LocalTime time) {
    return day.atTime(time).atZone(site.zone()).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }
}

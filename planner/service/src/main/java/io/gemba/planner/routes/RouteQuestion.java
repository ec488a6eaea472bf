package io.gemba.planner.routes;

import io.gemba.message.Order;
import io.gemba.message.ResourceChange;
import io.gemba.planner.resources.Absences;
import io.gemba.routes.Duty;
import io.gemba.routes.Duty.Underway;
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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts a day's orders into the solver's words. When the day has begun with published routes, vans
 * go on from where they are, what is done is not asked for again, and nothing new begins before
 * now.
 */
final class RouteQuestion {
  private static final int SECONDS = 60;

  private final Site site;
  private final LocalDate day;
  private final Absences absences;
  private final @Nullable RouteCut cut;
  private final Instant now;

  /**
   * @param cut routes in force for the day, as they stand; null = none, and then the day is planned
   *     whole, whatever the time
   */
  RouteQuestion(Site site, LocalDate day, Absences absences, @Nullable RouteCut cut, Instant now) {
    this.site = site;
    this.day = day;
    this.absences = absences;
    this.cut = cut;
    this.now = now;
  }

  /** The question for these orders; those to unknown places are left out. */
  RouteRequest request(List<Order> orders, RouteRequest.Search search) {
    Set<String> done = done();
    return new RouteRequest(
        site.places().stream()
            .map(place -> new RouteRequest.Place(place.id(), place.latitude(), place.longitude()))
            .toList(),
        site.vehicles().stream().map(this::vehicle).toList(),
        orders.stream()
            .filter(order -> site.findPlace(order.to()).isPresent())
            .filter(order -> !done.contains(order.id()))
            .map(this::order)
            .toList(),
        Travel.estimated(site.costs().detourFactor(), site.costs().kilometresPerHour()),
        previous(),
        search);
  }

  /** One more order in the solver's words, free to go with any van of its depot. */
  RouteRequest.Order unplanned(Order order) {
    return order(order);
  }

  private Set<String> done() {
    return cut == null
        ? Set.of()
        : cut.done().stream()
            .flatMap(route -> route.stops().stream())
            .map(RouteResult.Stop::order)
            .collect(Collectors.toSet());
  }

  private RouteRequest.Vehicle vehicle(Vehicle van) {
    Instant start = start(van);
    Instant end = at(van.shiftEnd());
    Instant earliest = cut == null ? start : later(start, now);
    boolean isThere = isAvailable(van, earliest);
    Underway underway = cut == null || !isThere ? null : cut.underway(van.id());
    boolean isOver = underway == null && !earliest.isBefore(end);
    long fixedCents = cut != null && cut.hasLeft(van.id()) ? 0 : van.fixedCents();
    return new RouteRequest.Vehicle(
            van.id(),
            van.depot(),
            isOver || underway != null ? start : earliest,
            end,
            van.boxes(),
            van.kilograms(),
            new RouteRequest.Prices(
                fixedCents, van.centsPerKilometre(), van.centsPerHour(), van.centsPerLateMinute()),
            isThere && !isOver)
        .withDuty(Duty.NONE.withUnderway(underway));
  }

  private boolean isAvailable(Vehicle van, Instant from) {
    Instant end = at(van.shiftEnd());
    return !from.isBefore(end)
        || !absences.isAway(ResourceChange.Kind.VEHICLE, van.id(), from, end);
  }

  private RouteRequest.Order order(Order order) {
    Place place = site.findPlace(order.to()).orElseThrow();
    Instant start = cut == null ? order.windowStart() : later(order.windowStart(), now);
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
        null);
  }

  private List<RouteRequest.PreviousRoute> previous() {
    List<RouteRequest.PreviousRoute> routes = new ArrayList<>();
    if (cut != null) {
      for (RouteResult.Route route : cut.planned()) {
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

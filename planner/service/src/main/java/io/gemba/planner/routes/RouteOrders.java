package io.gemba.planner.routes;

import static io.gemba.planner.routes.RouteDay.later;
import static io.gemba.planner.routes.RouteDay.sooner;

import io.gemba.message.Order;
import io.gemba.routes.Duty.Underway;
import io.gemba.routes.Needs;
import io.gemba.routes.RouteRequest;
import io.gemba.routes.RouteRequest.Window;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import io.gemba.site.Vehicle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Orders of a day in the solver's words. Goods that are aboard a van on the road come with that
 * van; when it is out of order, another may fetch them where it stands. Goods that are at the depot
 * have to be fetched there by vans that have left.
 */
final class RouteOrders {
  private static final int SECONDS = 60;

  private final Site site;
  private final RouteDay day;
  private final RouteVans vans;
  private final @Nullable RouteCut cut;

  RouteOrders(Site site, RouteDay day, RouteVans vans, @Nullable RouteCut cut) {
    this.site = site;
    this.day = day;
    this.vans = vans;
    this.cut = cut;
  }

  RouteRequest.Order order(Order order) {
    Place place = site.findPlace(order.to()).orElseThrow();
    List<Needs.Span> spans = spans(order, place);
    Optional<Vehicle> carrier = carrier(order);
    boolean isAboard = carrier.filter(vans::isThere).isPresent();
    double serviceSeconds = place.serviceMinutes() * SECONDS;
    return new RouteRequest.Order(
        order.id(),
        order.to(),
        new Window(
            spans.get(0).start(),
            spans.get(0).end(),
            place.access().hasHardWindow(),
            place.access().centsPerLateMinute()),
        serviceSeconds,
        order.boxes(),
        order.kilograms(),
        Math.round(order.valueCents() * site.costs().undeliveredFactor()),
        isAboard ? List.of() : vansOf(order),
        isAboard ? carrier.get().id() : null,
        new Needs(
            spans.subList(1, spans.size()),
            skills(order, place),
            List.of(),
            isAboard ? null : pickup(order, serviceSeconds),
            false,
            loads(order)));
  }

  private List<String> vansOf(Order order) {
    return site.vehicles().stream()
        .filter(one -> one.depot().equals(order.from()))
        .map(Vehicle::id)
        .toList();
  }

  private Optional<Vehicle> carrier(Order order) {
    String carrier = cut == null ? null : cut.carrier(order.id());
    return site.vehicles().stream().filter(van -> van.id().equals(carrier)).findFirst();
  }

  /**
   * Where goods that are aboard no van that goes on have to be fetched; null = each van has them.
   */
  private Needs.@Nullable Pickup pickup(Order order, double serviceSeconds) {
    String waitsAt = cut == null ? null : cut.waitsAt(order.id());
    if (waitsAt != null && !waitsAt.equals(order.from())) {
      return fetched(waitsAt, serviceSeconds);
    }
    boolean isAnyOut =
        site.vehicles().stream()
            .filter(van -> van.depot().equals(order.from()))
            .anyMatch(van -> isOut(van, vans.findUnderway(van)));
    return isAnyOut ? fetched(order.from(), 0) : null;
  }

  private static boolean isOut(Vehicle van, @Nullable Underway underway) {
    return underway != null
        && (!underway.place().equals(van.depot()) || !underway.committed().isEmpty());
  }

  private Needs.Pickup fetched(String place, double serviceSeconds) {
    return new Needs.Pickup(place, Window.soft(day.begins(), day.ends()), serviceSeconds);
  }

  /** When it may come: its window, cut to the hours of a place that opens more than once. */
  private List<Needs.Span> spans(Order order, Place place) {
    Instant earliest = cut == null ? order.windowStart() : later(order.windowStart(), day.now());
    Instant latest = later(order.windowEnd(), earliest);
    List<Needs.Span> spans = new ArrayList<>();
    if (!place.access().alsoOpen().isEmpty()) {
      List<Place.Open> open = new ArrayList<>();
      open.add(new Place.Open(place.opens(), place.closes()));
      open.addAll(place.access().alsoOpen());
      for (Place.Open one : open) {
        Instant from = later(earliest, day.at(one.opens()));
        Instant to = sooner(latest, day.at(one.closes()));
        if (!to.isBefore(from)) {
          spans.add(new Needs.Span(from, to));
        }
      }
    }
    return spans.isEmpty() ? List.of(new Needs.Span(earliest, latest)) : spans;
  }

  private List<String> skills(Order order, Place place) {
    Set<String> skills = new LinkedHashSet<>(place.access().needs());
    items(order).forEach(item -> skills.addAll(item.handling().needs()));
    return List.copyOf(skills);
  }

  private Map<String, Double> loads(Order order) {
    Map<String, Double> loads = new TreeMap<>();
    for (Order.Line line : order.lines()) {
      site.findItem(line.item()).stream()
          .flatMap(item -> item.handling().loads().stream())
          .forEach(one -> loads.merge(one.load(), one.perUnit() * line.quantity(), Double::sum));
    }
    return loads;
  }

  private List<Item> items(Order order) {
    return order.lines().stream().flatMap(line -> site.findItem(line.item()).stream()).toList();
  }
}

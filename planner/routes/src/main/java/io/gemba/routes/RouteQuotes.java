package io.gemba.routes;

import io.gemba.routes.RouteRequest.Order;
import io.gemba.routes.RouteResult.Unassigned;
import io.gemba.routes.model.Exclusions;
import io.gemba.routes.model.RouteModel;
import io.gemba.routes.model.Tour;
import io.gemba.routes.model.Tours;
import io.gemba.routes.model.TravelMemory;
import io.gemba.routes.search.TourQuotes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers in a plan that stands: who could bring one more order, when, and what it would cost. No
 * other stop changes its vehicle or its turn. Immutable, thread safe; an answer costs one look at
 * every stop of the plan.
 */
public final class RouteQuotes {
  private final RouteModel model;
  private final Tours plan;
  private final TourQuotes quotes;

  /**
   * What is asked.
   *
   * @param quotes cheapest first, at most one a vehicle; empty = no vehicle can bring it
   * @param unassigned why no vehicle can bring it, tried; null when one can
   */
  public record Answer(List<Quote> quotes, @Nullable Unassigned unassigned) {
    /** Copies the quotes. */
    public Answer {
      quotes = List.copyOf(quotes);
    }
  }

  /**
   * One vehicle's offer.
   *
   * @param vehicle vehicle id
   * @param position number of the stop it would become, reloads counted, 1 = first; of a pair, its
   *     delivery
   * @param arrival when it would arrive
   * @param start when service would start
   * @param lateMinutes of the order itself
   * @param extraCents what the tour would cost more, lateness of all included; what uneven work
   *     costs is not
   * @param laterOrders other orders that would be late, or later than they are
   */
  public record Quote(
      String vehicle,
      int position,
      Instant arrival,
      Instant start,
      double lateMinutes,
      long extraCents,
      List<String> laterOrders) {
    /** Copies the ids. */
    public Quote {
      laterOrders = List.copyOf(laterOrders);
    }
  }

  /**
   * @param request without errors
   * @param result its plan
   */
  public RouteQuotes(RouteRequest request, RouteResult result) {
    this(request, result, new TravelMemory());
  }

  /**
   * @param request without errors
   * @param result its plan
   * @param memory of ways; with one that knows the request's places this takes no longer than
   *     reading the plan
   */
  public RouteQuotes(RouteRequest request, RouteResult result, TravelMemory memory) {
    model = new RouteModel(request, memory);
    plan = new PlanReader(model).tours(result);
    quotes = new TourQuotes(plan);
  }

  /**
   * Looks for places for an order that is not in the plan.
   *
   * @param order to a place of the request
   * @param most quotes wanted, at least 1
   * @param now stops whose service has begun by then, and the one driven to, stay before it
   * @throws IllegalArgumentException when the order's place is none of the request or its id is in
   *     the plan
   */
  public Answer ask(Order order, int most, Instant now) {
    RouteModel longer = model.withOrder(order);
    int asked = longer.orders() - 1;
    List<Tours.Insertion> found =
        quotes.cheapest(longer, asked, new TourQuotes.Wish(most, now.toEpochMilli()));
    if (!found.isEmpty()) {
      return new Answer(found.stream().map(one -> quote(longer, asked, one)).toList(), null);
    }
    List<Tour> same = new ArrayList<>();
    plan.tours().forEach(tour -> same.add(Tour.of(longer, tour.vehicle(), tour.nodes())));
    return new Answer(
        List.of(),
        Exclusions.of(longer, Tours.of(longer, same)).stream()
            .filter(open -> open.order().equals(order.id()))
            .findFirst()
            .orElse(null));
  }

  private Quote quote(RouteModel longer, int asked, Tours.Insertion insertion) {
    Tour tour = insertion.tour();
    Tour before = plan.tours().get(tour.vehicle());
    Map<Integer, Long> starts = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      starts.put(before.node(i), before.serviceStartMillis(i));
    }
    int position = Arrays.stream(tour.nodes()).boxed().toList().indexOf(asked);
    List<String> later = new ArrayList<>();
    for (int i = 0; i < tour.size(); i++) {
      Long old = tour.isReload(i) ? null : starts.get(tour.node(i));
      long now = tour.serviceStartMillis(i);
      if (old != null && now > old && now > longer.closes(tour.node(i), now)) {
        later.add(longer.order(tour.order(i)).id());
      }
    }
    long start = tour.serviceStartMillis(position);
    return new Quote(
        longer.vehicle(tour.vehicle()).id(),
        position + 1,
        Instant.ofEpochMilli(tour.arrivalMillis(position)),
        Instant.ofEpochMilli(start),
        Math.max(0, start - longer.closes(asked, start)) / 60_000.0,
        Math.round(insertion.deltaCents()),
        later);
  }
}

package io.gemba.planner.routes;

import io.gemba.message.Order;
import io.gemba.message.Plan;
import io.gemba.planner.plans.PlanViews;
import io.gemba.planner.routes.RoutesView.RouteRow;
import io.gemba.planner.routes.RoutesView.StopRow;
import io.gemba.planner.routes.RoutesView.UnassignedRow;
import io.gemba.routes.RouteCosts;
import io.gemba.routes.RouteResult;
import io.gemba.site.Place;
import io.gemba.site.Site;
import io.gemba.site.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns route documents into what the console and the drivers are shown. */
final class RouteViews {
  private final Site site;
  private final RouteDocument document;
  private final Map<String, Order> orders;
  private final Map<String, String> drivers;
  private final List<RouteResult.Route> planned;

  /**
   * @param driving shifts of people rostered to drive that day
   */
  RouteViews(Site site, RouteDocument document, List<Plan.Shift> driving) {
    this(site, document, driving, document.result().routes());
  }

  /**
   * @param planned the document's routes with the times that vans have now
   */
  RouteViews(
      Site site,
      RouteDocument document,
      List<Plan.Shift> driving,
      List<RouteResult.Route> planned) {
    this.site = site;
    this.planned = planned;
    this.document = document;
    this.orders =
        document.orders().stream()
            .collect(Collectors.toMap(Order::id, Function.identity(), (first, second) -> second));
    this.drivers =
        DriverRule.of(
            document.routes().stream()
                .map(one -> new DriverRule.Trip(one.vehicle(), one.start(), one.end()))
                .toList(),
            driving);
  }

  List<RouteRow> routes() {
    return document.routes(planned).stream().map(this::route).toList();
  }

  List<UnassignedRow> unassigned() {
    return document.result().unassigned().stream().map(this::unassigned).toList();
  }

  List<PlanViews.KindCost> costs() {
    RouteCosts costs = document.costs();
    RouteCosts before = document.baselineCosts();
    return List.of(
        new PlanViews.KindCost("FIXED", costs.fixedCents(), before.fixedCents()),
        new PlanViews.KindCost("DISTANCE", costs.distanceCents(), before.distanceCents()),
        new PlanViews.KindCost("TIME", costs.timeCents(), before.timeCents()),
        new PlanViews.KindCost("LATENESS", costs.latenessCents(), before.latenessCents()),
        new PlanViews.KindCost("UNDELIVERED", costs.undeliveredCents(), before.undeliveredCents()));
  }

  /** The routes as the plan's message has them. */
  List<Plan.Route> planned() {
    return routes().stream()
        .map(
            route ->
                new Plan.Route(
                    route.vehicle(),
                    route.driver(),
                    route.start(),
                    route.end(),
                    route.metres(),
                    route.stops().stream()
                        .map(
                            stop ->
                                new Plan.Stop(
                                    stop.order(),
                                    stop.place(),
                                    stop.arrival(),
                                    stop.start(),
                                    stop.departure(),
                                    stop.lateMinutes(),
                                    stop.boxes()))
                        .toList()))
        .toList();
  }

  private RouteRow route(RouteResult.Route route) {
    List<StopRow> stops = new ArrayList<>();
    for (RouteResult.Stop stop : route.stops()) {
      if (stop.visit() != RouteResult.Visit.PICKUP) {
        stops.add(stop(stops.size() + 1, stop));
      }
    }
    String name =
        site.vehicles().stream()
            .filter(van -> van.id().equals(route.vehicle()))
            .map(Vehicle::name)
            .findFirst()
            .orElse(route.vehicle());
    return new RouteRow(
        route.vehicle(),
        name,
        drivers.get(route.vehicle()),
        route.start(),
        route.end(),
        route.metres(),
        route.costs().totalCents(),
        route.depot(),
        stops,
        HaltRows.of(route));
  }

  private StopRow stop(int seq, RouteResult.Stop stop) {
    Place place = site.findPlace(stop.place()).orElseThrow();
    Order order = order(stop.order());
    return new StopRow(
        seq,
        stop.order(),
        place.id(),
        place.name(),
        place.latitude(),
        place.longitude(),
        order.windowStart(),
        order.windowEnd(),
        stop.arrival(),
        stop.start(),
        stop.departure(),
        stop.lateMinutes(),
        order.boxes());
  }

  private UnassignedRow unassigned(RouteResult.Unassigned row) {
    Order order = order(row.order());
    Place place = site.findPlace(order.to()).orElseThrow();
    return new UnassignedRow(
        row.order(),
        place.id(),
        place.name(),
        place.latitude(),
        place.longitude(),
        order.boxes(),
        order.valueCents(),
        row.detail());
  }

  private Order order(String id) {
    Order order = orders.get(id);
    if (order == null) {
      throw new IllegalStateException("Order '" + id + "' is on a route but was not asked for.");
    }
    return order;
  }
}

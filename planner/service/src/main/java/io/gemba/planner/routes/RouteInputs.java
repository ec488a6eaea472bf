package io.gemba.planner.routes;

import io.gemba.message.Order;
import io.gemba.planner.resources.Absences;
import io.gemba.planner.store.PlanTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.planner.store.VanReport;
import io.gemba.routes.model.TravelMemory;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a day's routes follow from, as it stands now. */
final class RouteInputs {
  private static final String SLOT = "ROUTES-";

  private final Store store;
  private final Site site;
  private final Clock clock;
  private final TravelMemory memory;

  /** What is in force for a day and what waits. */
  record Plans(Optional<PlanTable.Published> published, Optional<PlanTable.Draft> draft) {
    Optional<RouteDocument> publishedDocument() {
      return published.map(one -> RouteDocument.parse(one.body()));
    }

    Optional<RouteDocument> draftDocument() {
      return draft.map(one -> RouteDocument.parse(one.body()));
    }

    Optional<RouteDocument> shown() {
      return draftDocument().or(this::publishedDocument);
    }

    int version() {
      return published.map(PlanTable.Published::version).orElse(0);
    }
  }

  RouteInputs(Store store, Site site, Clock clock, TravelMemory memory) {
    this.memory = memory;
    this.store = store;
    this.site = site;
    this.clock = clock;
  }

  static String slot(LocalDate day) {
    return SLOT + day;
  }

  static boolean isSlot(String slot) {
    return slot.startsWith(SLOT);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), site.zone());
  }

  Plans plans(Transaction transaction, LocalDate day) {
    return new Plans(
        store.plans().findCurrent(transaction, slot(day)),
        store.plans().findOpen(transaction, slot(day)));
  }

  private List<VanReport> reports(Transaction transaction, LocalDate day) {
    List<String> keys = site.vehicles().stream().map(van -> VanReport.key(day, van.id())).toList();
    return store.vanReports().listKeys(transaction, keys);
  }

  /** A plan with the times that vans have now. */
  LiveRoutes live(LocalDate day, RouteDocument document) {
    return store.call(transaction -> live(transaction, day, document));
  }

  /** A plan with the times that vans have now. */
  LiveRoutes live(Transaction transaction, LocalDate day, RouteDocument document) {
    return new LiveRoutes(document, reports(transaction, day), memory);
  }

  /** The routes in force, cut now. */
  RouteCut cut(LocalDate day, RouteDocument published) {
    return new RouteCut(published, live(day, published), clock.instant(), memory);
  }

  Absences absences(Transaction transaction) {
    return Absences.of(
        store
            .resources()
            .listBetween(transaction, Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z")));
  }

  /** Deliveries of a day that are open, or done under the routes in force. */
  List<Order> orders(Transaction transaction, LocalDate day, Optional<RouteDocument> published) {
    Map<String, Order> orders = new LinkedHashMap<>();
    Instant from = day.atStartOfDay(site.zone()).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(site.zone()).toInstant();
    store.orders().listBetween(transaction, from, to).stream()
        .filter(order -> order.kind() == Order.Kind.DELIVERY)
        .filter(order -> order.status() == Order.Status.OPEN)
        .forEach(order -> orders.put(order.id(), order));
    List<String> known =
        published
            .map(document -> document.orders().stream().map(Order::id).toList())
            .orElse(List.of());
    store.orders().listKeys(transaction, known).stream()
        .filter(order -> order.status() == Order.Status.FULFILLED)
        .forEach(order -> orders.put(order.id(), order));
    return List.copyOf(orders.values());
  }
}

package io.gemba.planner.routes;

import io.gemba.message.Plan;
import io.gemba.planner.routes.RoutesView.RouteRow;
import io.gemba.planner.routes.RoutesView.VanRoute;
import io.gemba.planner.store.PlanTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Site;
import io.gemba.site.Vehicle;
import java.util.List;

/** The retained message of each van: its route today. Vans that stay at home hear so too. */
final class DriverMessages {
  private final Site site;
  private final Store store;

  DriverMessages(Site site, Store store) {
    this.site = site;
    this.store = store;
  }

  /** Queues the messages of a published plan. */
  void send(Transaction transaction, PlanTable.Published plan, List<Plan.Shift> driving) {
    RouteDocument document = RouteDocument.parse(plan.body());
    List<RouteRow> routes = new RouteViews(site, document, driving).routes();
    send(transaction, plan.planId(), plan.version(), document, routes);
  }

  /** Queues the messages of a plan that is being published. */
  void send(
      Transaction transaction,
      String planId,
      int version,
      RouteDocument document,
      List<RouteRow> routes) {
    for (Vehicle van : site.vehicles()) {
      RouteRow route =
          routes.stream().filter(one -> one.vehicle().equals(van.id())).findFirst().orElse(null);
      store
          .outbox()
          .toMqtt(
              transaction,
              "gemba/%s/vehicles/%s/route".formatted(site.id(), van.id()),
              new VanRoute(planId, version, document.day(), van.id(), route));
    }
  }
}

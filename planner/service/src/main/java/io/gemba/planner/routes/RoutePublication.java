package io.gemba.planner.routes;

import io.gemba.message.Cost;
import io.gemba.message.Order;
import io.gemba.message.Plan;
import io.gemba.message.Topic;
import io.gemba.planner.intake.OrderRows;
import io.gemba.planner.plans.Publisher;
import io.gemba.planner.store.PlanTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.routes.RouteResult;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What becomes true when a day's routes are published. */
final class RoutePublication {
  private final Site site;
  private final Store store;
  private final Instant now;
  private final PlanTable.Draft draft;
  private final RouteDocument document;
  private final RouteViews views;

  RoutePublication(
      Site site,
      Store store,
      Instant now,
      PlanTable.Draft draft,
      RouteDocument document,
      List<Plan.Shift> driving) {
    this.site = site;
    this.store = store;
    this.now = now;
    this.draft = draft;
    this.document = document;
    this.views = new RouteViews(site, document, driving);
  }

  Publisher.Publication publication(String who) {
    Plan plan = plan();
    Cost cost =
        new Cost(
            "transport-" + document.day(),
            document.day().atStartOfDay(site.zone()).toInstant(),
            Cost.Kind.TRANSPORT,
            site.id(),
            plan.id(),
            plan.costCents(),
            plan.baselineCents(),
            "Routes of " + document.day() + ", version " + plan.version(),
            plan.causes());
    return new Publisher.Publication(
        plan,
        Map.of(cost, document.day()),
        who,
        transaction -> {
          document.reloads().forEach(order -> order(transaction, order));
          if (document.day().equals(LocalDate.ofInstant(now, site.zone()))) {
            new DriverMessages(site, store)
                .send(transaction, plan.id(), plan.version(), document, views.routes());
          }
        });
  }

  private Plan plan() {
    int version = draft.baseVersion() + 1;
    return new Plan(
        Publisher.planId(Plan.Kind.ROUTES, document.day(), version),
        Plan.Kind.ROUTES,
        version,
        document.day(),
        document.day(),
        now,
        draft.costCents(),
        draft.baselineCents(),
        List.of(),
        views.planned(),
        document.result().unassigned().stream().map(RouteResult.Unassigned::order).toList(),
        draft.causes());
  }

  /** A reload becomes a real order, which the inventory then counts as on its way. */
  private void order(Transaction transaction, Order order) {
    store.orders().put(transaction, OrderRows.of(List.of(order)));
    store.outbox().toKafka(transaction, Topic.ORDERS, order.id(), order);
  }
}

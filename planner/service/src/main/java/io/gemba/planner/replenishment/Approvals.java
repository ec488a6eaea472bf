package io.gemba.planner.replenishment;

import io.gemba.message.Cost;
import io.gemba.message.Order;
import io.gemba.message.Replenishment;
import io.gemba.message.Topic;
import io.gemba.planner.intake.OrderRows;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.DecisionTable.Decision;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Item;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Makes an order and its price of a proposal, and notes who decided. Thread safe. */
final class Approvals {
  private final Site site;
  private final Store store;
  private final Clock clock;

  Approvals(Site site, Store store, Clock clock) {
    this.site = site;
    this.store = store;
    this.clock = clock;
  }

  /** Orders units of what is proposed, once: one that is approved already stays as it is. */
  void approve(Transaction transaction, Replenishment one, double units, String who) {
    Instant now = clock.instant();
    Decision decision = new Decision(one.id(), "APPROVED", units, null, who, now);
    if (store.decisions().approve(transaction, decision)) {
      Order order = order(one, units, now);
      store.orders().put(transaction, OrderRows.of(List.of(order)));
      store.outbox().toKafka(transaction, Topic.ORDERS, order.id(), order);
      Cost cost = cost(one, now);
      store.costs().put(transaction, cost, LocalDate.ofInstant(now, site.zone()));
      store.outbox().toKafka(transaction, Topic.COSTS, cost.id(), cost);
      audit(transaction, who, "approve", one.id(), Double.toString(units));
    }
  }

  /** Notes who did what. */
  void audit(Transaction transaction, String who, String what, String subject, String value) {
    store
        .audit()
        .add(
            transaction,
            new AuditTable.Entry(clock.instant(), who, what, subject),
            Map.of("value", value));
  }

  private Order order(Replenishment one, double units, Instant now) {
    Item item =
        site.findItem(one.item())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "item '" + one.item() + "' is not in the site file."));
    Instant start = one.arrives().atStartOfDay(site.zone()).toInstant();
    Instant end = one.arrives().plusDays(1).atStartOfDay(site.zone()).toInstant();
    return new Order(
        "order-" + one.id(),
        Order.Kind.REPLENISHMENT,
        Order.Status.OPEN,
        one.source(),
        one.place(),
        now,
        start,
        end,
        List.of(new Order.Line(one.item(), units)),
        Math.ceil(units / item.unitsPerBox()),
        units * item.kilogramsPerUnit(),
        Math.round(units * item.priceCents()),
        List.of(one.id()));
  }

  /**
   * What the decision costs is the risk it leaves, the holding and the way; the goods are paid
   * either way.
   */
  private static Cost cost(Replenishment one, Instant now) {
    return new Cost(
        "stock-" + one.id(),
        now,
        Cost.Kind.STOCK,
        one.place(),
        one.id(),
        one.riskWithoutCents() - one.savedCents(),
        one.riskWithoutCents(),
        one.reason(),
        one.causes().isEmpty() ? List.of(one.id()) : one.causes());
  }
}

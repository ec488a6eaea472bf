package io.gemba.planner.replenishment;

import io.gemba.message.Cost;
import io.gemba.message.Order;
import io.gemba.message.Replenishment;
import io.gemba.message.Topic;
import io.gemba.planner.events.EventHub;
import io.gemba.planner.intake.OrderRows;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.DecisionTable.Decision;
import io.gemba.planner.store.ProposalQuery;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Item;
import io.gemba.site.Place;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows proposals and does what people decide. Thread safe. */
public final class ReplenishmentDesk {
  private final Site site;
  private final Store store;
  private final EventHub hub;
  private final Clock clock;
  private final Map<String, String> itemNames;
  private final Map<String, String> placeNames;

  /** Works on a store. */
  public ReplenishmentDesk(Site site, Store store, EventHub hub, Clock clock) {
    this.site = site;
    this.store = store;
    this.hub = hub;
    this.clock = clock;
    this.itemNames = site.items().stream().collect(Collectors.toMap(Item::id, Item::name));
    this.placeNames = site.places().stream().collect(Collectors.toMap(Place::id, Place::name));
  }

  /**
   * The proposals; snoozed ones are not there until their day.
   *
   * @param limit most rows
   */
  public ReplenishmentView view(int limit) {
    LocalDate today = day(clock.instant());
    return store.call(
        transaction -> {
          ProposalQuery.Totals totals = store.proposals().totals(transaction, today);
          List<Replenishment> worst = store.proposals().worst(transaction, today, limit);
          List<String> ids = worst.stream().map(Replenishment::id).toList();
          Map<String, Decision> decisions =
              store.decisions().list(transaction, ids).stream()
                  .collect(Collectors.toMap(Decision::replenishment, Function.identity()));
          return new ReplenishmentView(
              totals.atRiskCents(),
              totals.count(),
              store.proposals().runOuts(transaction, today),
              worst.stream()
                  .map(one -> row(one, Optional.ofNullable(decisions.get(one.id()))))
                  .toList());
        });
  }

  /** Run-outs that wait for a decision. */
  public int open() {
    LocalDate today = day(clock.instant());
    return store.call(transaction -> store.proposals().runOuts(transaction, today));
  }

  /**
   * Orders what is proposed. A proposal that is approved already is left as it is.
   *
   * @param quantity units to order instead; empty = as proposed
   * @return the proposal as it stands now; empty when there is none with that id
   * @throws TakenBackException if the proposal was taken back, saying why
   */
  public Optional<ReplenishmentView.Row> approve(String id, Optional<Double> quantity, String who) {
    Optional<ReplenishmentView.Row> row =
        store.call(
            transaction ->
                store
                    .replenishments()
                    .findById(transaction, id)
                    .map(one -> approve(transaction, one, quantity, who)));
    changed();
    return row;
  }

  /** Hides a proposal until a day; an approved one stays. Empty when there is no such proposal. */
  public Optional<ReplenishmentView.Row> snooze(String id, LocalDate until, String who) {
    Optional<ReplenishmentView.Row> row =
        store.call(
            transaction ->
                store
                    .replenishments()
                    .findById(transaction, id)
                    .map(
                        one -> {
                          Instant now = clock.instant();
                          Decision decision = new Decision(id, "SNOOZED", null, until, who, now);
                          if (store.decisions().snooze(transaction, decision)) {
                            audit(transaction, who, "snooze", id, until.toString());
                          }
                          return row(one, store.decisions().find(transaction, id));
                        }));
    changed();
    return row;
  }

  private ReplenishmentView.Row approve(
      Transaction transaction, Replenishment one, Optional<Double> quantity, String who) {
    Instant now = clock.instant();
    double units = quantity.orElse(one.quantity());
    boolean isNew =
        store
            .decisions()
            .find(transaction, one.id())
            .filter(ReplenishmentDesk::isApproved)
            .isEmpty();
    if (isNew && one.quantity() == 0) {
      throw new TakenBackException(
          "The proposal was taken back: " + one.reason() + " Reload the list.");
    }
    Decision decision = new Decision(one.id(), "APPROVED", units, null, who, now);
    if (store.decisions().approve(transaction, decision)) {
      Order order = order(one, units, now);
      store.orders().put(transaction, OrderRows.of(List.of(order)));
      store.outbox().toKafka(transaction, Topic.ORDERS, order.id(), order);
      Cost cost = cost(one, now);
      store.costs().put(transaction, cost, day(now));
      store.outbox().toKafka(transaction, Topic.COSTS, cost.id(), cost);
      audit(transaction, who, "approve", one.id(), Double.toString(units));
    }
    return row(one, store.decisions().find(transaction, one.id()));
  }

  private Order order(Replenishment one, double units, Instant now) {
    Item item = site.findItem(one.item()).orElseThrow(() -> unknown("item", one.item()));
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
  private Cost cost(Replenishment one, Instant now) {
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

  /** A proposal that was decided on when nothing was needed any more. */
  public static final class TakenBackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TakenBackException(String message) {
      super(message);
    }
  }

  private static boolean isApproved(Decision decision) {
    return decision.status().equals("APPROVED");
  }

  private boolean isHidden(Decision decision) {
    LocalDate until = decision.until();
    return until != null && day(clock.instant()).isBefore(until);
  }

  private ReplenishmentView.Row row(Replenishment one, Optional<Decision> decision) {
    boolean snoozedOver =
        decision.isPresent()
            && decision.get().status().equals("SNOOZED")
            && !isHidden(decision.get());
    Replenishment.@Nullable Transfer transfer = one.transfer();
    return new ReplenishmentView.Row(
        one.id(),
        one.revision(),
        one.item(),
        itemNames.getOrDefault(one.item(), one.item()),
        one.place(),
        placeNames.getOrDefault(one.place(), one.place()),
        transfer == null ? null : placeNames.getOrDefault(one.source(), one.source()),
        one.quantity(),
        one.packs(),
        transfer == null ? one.costCents() : transfer.tripCents(),
        one.riskWithoutCents(),
        one.riskWithCents(),
        one.savedCents(),
        one.orderBy(),
        one.arrives(),
        one.expectedRunOut(),
        one.runOutProbabilityWithout(),
        one.runOutProbabilityWith(),
        one.lostUnits(),
        one.reason(),
        snoozedOver ? "PROPOSED" : decision.map(Decision::status).orElse("PROPOSED"),
        one.causes());
  }

  private void audit(
      Transaction transaction, String who, String what, String subject, String value) {
    store
        .audit()
        .add(
            transaction,
            new AuditTable.Entry(clock.instant(), who, what, subject),
            Map.of("value", value));
  }

  private void changed() {
    hub.changed("replenishments");
    hub.changed("strip");
    hub.changed("chains");
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, site.zone());
  }

  private static IllegalStateException unknown(String kind, String id) {
    return new IllegalStateException(kind + " '" + id + "' is not in the site file.");
  }
}

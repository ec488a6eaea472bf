package io.gemba.planner.plans;

import io.gemba.message.Cost;
import io.gemba.message.Plan;
import io.gemba.message.Topic;
import io.gemba.planner.health.Counters;
import io.gemba.planner.store.AuditTable;
import io.gemba.planner.store.PlanTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Puts drafts in force. The compare-and-set, the plan's message, its costs, the audit line and
 * whatever else follows are one transaction: all of it happens, or the other publisher won.
 */
public final class Publisher {
  private final Store store;
  private final Counters counters;

  /**
   * What becomes true with a publication.
   *
   * @param plan message; its version is one above the draft's base
   * @param costs each with its day; they replace those with the same id
   * @param who publishes
   * @param more is written in the same transaction
   */
  public record Publication(
      Plan plan, Map<Cost, LocalDate> costs, String who, Consumer<Transaction> more) {}

  /** Publishes into a store. */
  public Publisher(Store store, Counters counters) {
    this.store = store;
    this.counters = counters;
  }

  /** The id of a plan. */
  public static String planId(Plan.Kind kind, LocalDate firstDay, int version) {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + firstDay + "-v" + version;
  }

  /** A draft that can still be published, of some of the slots. */
  public Optional<PlanTable.Draft> findDraft(String id, Predicate<String> slots, Instant now) {
    return store
        .call(transaction -> store.plans().findDraft(transaction, id, now))
        .filter(draft -> slots.test(draft.slot()));
  }

  /** The plan of a slot in force. */
  public Optional<PlanViews.PublishedView> findInForce(String slot) {
    return Optional.ofNullable(
        PlanViews.published(
            store.call(transaction -> store.plans().findCurrent(transaction, slot))));
  }

  /**
   * Publishes a draft.
   *
   * @return false when another version is in force than the draft was made from; nothing has
   *     happened then
   */
  public boolean publish(PlanTable.Draft draft, Publication publication) {
    Plan plan = publication.plan();
    PlanTable.Published published =
        new PlanTable.Published(
            plan.id(),
            draft.slot(),
            plan.version(),
            plan.publishedAt(),
            publication.who(),
            plan.causes(),
            plan.costCents(),
            plan.baselineCents(),
            draft.body());
    try {
      store.run(transaction -> write(transaction, draft, published, publication));
    } catch (LostRaceException e) {
      return false;
    }
    counters.published(plan.kind().name());
    return true;
  }

  private void write(
      Transaction transaction,
      PlanTable.Draft draft,
      PlanTable.Published published,
      Publication publication) {
    if (!store.plans().publish(transaction, draft, published)) {
      throw new LostRaceException();
    }
    Plan plan = publication.plan();
    store.outbox().toKafka(transaction, Topic.PLANS, plan.id(), plan);
    publication
        .costs()
        .forEach(
            (cost, day) -> {
              store.costs().put(transaction, cost, day);
              store.outbox().toKafka(transaction, Topic.COSTS, cost.id(), cost);
            });
    publication.more().accept(transaction);
    store
        .audit()
        .add(
            transaction,
            new AuditTable.Entry(plan.publishedAt(), publication.who(), "publish", plan.id()),
            Map.of("draft", draft.draftId(), "costCents", List.of(plan.costCents())));
  }

  /** Undoes the transaction; never leaves this class. */
  private static final class LostRaceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LostRaceException() {
      super("another version is in force", null, false, false);
    }
  }
}

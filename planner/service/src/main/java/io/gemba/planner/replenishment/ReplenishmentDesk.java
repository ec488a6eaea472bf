package io.gemba.planner.replenishment;

import io.gemba.message.Replenishment;
import io.gemba.planner.events.EventHub;
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
import java.util.HashMap;
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
  private final Approvals approvals;
  private final Map<String, String> itemNames;
  private final Map<String, String> placeNames;
  private final Map<String, String> sourceNames = new HashMap<>();

  /** Works on a store. */
  public ReplenishmentDesk(Site site, Store store, EventHub hub, Clock clock) {
    this.site = site;
    this.store = store;
    this.hub = hub;
    this.clock = clock;
    this.approvals = new Approvals(site, store, clock);
    this.itemNames = site.items().stream().collect(Collectors.toMap(Item::id, Item::name));
    this.placeNames = site.places().stream().collect(Collectors.toMap(Place::id, Place::name));
    sourceNames.putAll(placeNames);
    site.lines().forEach(line -> sourceNames.put(line.id(), line.name()));
    site.suppliers().forEach(supplier -> sourceNames.put(supplier.id(), supplier.name()));
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
              store.proposals().dueBySource(transaction, today).stream().map(this::source).toList(),
              worst.stream()
                  .map(one -> row(one, Optional.ofNullable(decisions.get(one.id()))))
                  .toList());
        });
  }

  /**
   * Orders all that is due from a supplier, line or warehouse, as proposed; all or nothing.
   *
   * @param atMostCents what the goods may cost together: what was shown to who decides
   * @return what was ordered; empty when nothing is due from there
   * @throws DearerException if they cost more by now
   */
  public Optional<ReplenishmentView.Source> approveDue(
      String source, long atMostCents, String who) {
    LocalDate today = day(clock.instant());
    Optional<ReplenishmentView.Source> ordered =
        store.call(
            transaction -> {
              List<Replenishment> due = store.proposals().dueFrom(transaction, source, today);
              long cents = due.stream().mapToLong(Replenishment::costCents).sum();
              if (cents > atMostCents) {
                throw new DearerException(cents);
              }
              due.forEach(one -> approvals.approve(transaction, one, one.quantity(), who));
              long saved = due.stream().mapToLong(Replenishment::savedCents).sum();
              return due.isEmpty()
                  ? Optional.empty()
                  : Optional.of(source(new ProposalQuery.Due(source, due.size(), cents, saved)));
            });
    changed();
    return ordered;
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
                            approvals.audit(transaction, who, "snooze", id, until.toString());
                          }
                          return row(one, store.decisions().find(transaction, id));
                        }));
    changed();
    return row;
  }

  private ReplenishmentView.Row approve(
      Transaction transaction, Replenishment one, Optional<Double> quantity, String who) {
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
    approvals.approve(transaction, one, quantity.orElse(one.quantity()), who);
    return row(one, store.decisions().find(transaction, one.id()));
  }

  /** A proposal that was decided on when nothing was needed any more. */
  public static final class TakenBackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TakenBackException(String message) {
      super(message);
    }
  }

  /** More than who decided was told. */
  public static final class DearerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long cents;

    DearerException(long cents) {
      super("What is due costs " + cents + " cents by now.");
      this.cents = cents;
    }

    /** What it costs now. */
    public long cents() {
      return cents;
    }
  }

  private static boolean isApproved(Decision decision) {
    return decision.status().equals("APPROVED");
  }

  private boolean isHidden(Decision decision) {
    LocalDate until = decision.until();
    return until != null && day(clock.instant()).isBefore(until);
  }

  private ReplenishmentView.Source source(ProposalQuery.Due due) {
    return new ReplenishmentView.Source(
        due.source(),
        sourceNames.getOrDefault(due.source(), due.source()),
        due.count(),
        due.costCents(),
        due.savedCents());
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

  private void changed() {
    hub.changed("replenishments");
    hub.changed("strip");
    hub.changed("chains");
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, site.zone());
  }
}

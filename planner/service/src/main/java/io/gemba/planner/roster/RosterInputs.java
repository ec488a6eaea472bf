package io.gemba.planner.roster;

import io.gemba.message.Workload;
import io.gemba.planner.resources.Absences;
import io.gemba.planner.store.PlanTable;
import io.gemba.planner.store.Store;
import io.gemba.planner.store.Transaction;
import io.gemba.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a roster follows from, as it stands now. */
final class RosterInputs {
  /** The one slot of rosters. */
  static final String SLOT = "ROSTER";

  private static final int WEEK = 7;

  private final Store store;
  private final Site site;
  private final Clock clock;
  private final int days;
  private final VansOut vansOut;

  /** Which vans the published routes of a day use; empty when none are published. */
  interface VansOut {
    /** Vans by day. */
    Map<LocalDate, Integer> on(Transaction transaction, List<LocalDate> days);
  }

  /** What is in force and what waits. */
  record Plans(Optional<PlanTable.Published> published, Optional<PlanTable.Draft> draft) {
    Optional<RosterDocument> publishedDocument() {
      return published.map(one -> RosterDocument.parse(one.body()));
    }

    Optional<RosterDocument> draftDocument() {
      return draft.map(one -> RosterDocument.parse(one.body()));
    }

    int version() {
      return published.map(PlanTable.Published::version).orElse(0);
    }
  }

  RosterInputs(Store store, Site site, Clock clock, int days, VansOut vansOut) {
    this.store = store;
    this.site = site;
    this.clock = clock;
    this.days = days;
    this.vansOut = vansOut;
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), site.zone());
  }

  LocalDate today() {
    return now().toLocalDate();
  }

  Plans plans(Transaction transaction) {
    return new Plans(
        store.plans().findCurrent(transaction, SLOT), store.plans().findOpen(transaction, SLOT));
  }

  Absences absences(Transaction transaction) {
    return Absences.of(
        store
            .resources()
            .listBetween(transaction, Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z")));
  }

  /** All that a roster made now follows from; extras of the plans that exist are kept. */
  RosterBasis basis(Transaction transaction, Plans plans, List<ExtraHeads> more) {
    LocalDate first = firstDay(plans.publishedDocument());
    Instant from = first.atStartOfDay(site.zone()).toInstant();
    Instant to = first.plusDays(days).atStartOfDay(site.zone()).toInstant();
    List<Workload> workload = store.workload().listBetween(transaction, from, to);
    List<LocalDate> span = first.datesUntil(first.plusDays(days)).toList();
    return new RosterBasis(
        site,
        first,
        days,
        workload,
        absences(transaction),
        vansOut.on(transaction, span),
        extras(plans, more));
  }

  /** Weeks stay where they are: a roster begins where the one before did, or whole weeks later. */
  private LocalDate firstDay(Optional<RosterDocument> published) {
    LocalDate today = today();
    if (published.isEmpty()) {
      return today;
    }
    LocalDate anchor = published.get().firstDay();
    long weeks = Math.max(0, ChronoUnit.DAYS.between(anchor, today) / WEEK);
    return anchor.plusDays(weeks * WEEK);
  }

  private static List<ExtraHeads> extras(Plans plans, List<ExtraHeads> more) {
    Set<ExtraHeads> all = new LinkedHashSet<>();
    plans.publishedDocument().ifPresent(document -> all.addAll(document.extras()));
    plans.draftDocument().ifPresent(document -> all.addAll(document.extras()));
    all.addAll(more);
    return new ArrayList<>(all);
  }
}

package io.gemba.planner.roster;

import io.gemba.message.Cost;
import io.gemba.message.Plan;
import io.gemba.planner.plans.Publisher;
import io.gemba.planner.plans.Shares;
import io.gemba.planner.store.PlanTable;
import io.gemba.rosters.RosterResult;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes true when a roster is published. */
final class RosterPublication {
  private final Site site;
  private final Instant now;
  private final PlanTable.Draft draft;
  private final RosterDocument document;

  RosterPublication(Site site, Instant now, PlanTable.Draft draft, RosterDocument document) {
    this.site = site;
    this.now = now;
    this.draft = draft;
    this.document = document;
  }

  Publisher.Publication publication(String who) {
    Plan plan = plan();
    return new Publisher.Publication(plan, costs(plan), who, transaction -> {});
  }

  private Plan plan() {
    int version = draft.baseVersion() + 1;
    LocalDate first = document.firstDay();
    return new Plan(
        Publisher.planId(Plan.Kind.ROSTER, first, version),
        Plan.Kind.ROSTER,
        version,
        first,
        document.request().endDay().minusDays(1),
        now,
        draft.costCents(),
        draft.baselineCents(),
        document.result().assignments().stream().map(one -> shift(one, site.zone())).toList(),
        List.of(),
        List.of(),
        draft.causes());
  }

  static Plan.Shift shift(RosterResult.Assignment one, ZoneId zone) {
    return new Plan.Shift(
        one.person(),
        one.day(),
        one.shift(),
        one.skill(),
        one.place(),
        one.start().atZone(zone).toInstant(),
        one.end().atZone(zone).toInstant());
  }

  /** Each day's share by the minutes paid on it, so that the days add up to the plan. */
  private Map<Cost, LocalDate> costs(Plan plan) {
    Map<String, Integer> paid = new LinkedHashMap<>();
    document.request().shifts().forEach(shift -> paid.put(shift.code(), shift.paidMinutes()));
    List<LocalDate> days = plan.from().datesUntil(plan.to().plusDays(1)).toList();
    List<Double> weights =
        days.stream()
            .map(
                day ->
                    document.result().assignments().stream()
                        .filter(one -> one.day().equals(day))
                        .mapToDouble(one -> paid.getOrDefault(one.shift(), 0))
                        .sum())
            .toList();
    List<Long> cents = Shares.of(plan.costCents(), weights);
    List<Long> before = Shares.of(plan.baselineCents(), weights);
    Map<Cost, LocalDate> costs = new LinkedHashMap<>();
    for (int i = 0; i < days.size(); i++) {
      LocalDate day = days.get(i);
      costs.put(
          new Cost(
              "staff-" + day,
              day.atStartOfDay(site.zone()).toInstant(),
              Cost.Kind.STAFF,
              site.id(),
              plan.id(),
              cents.get(i),
              before.get(i),
              "Roster of " + day + ", version " + plan.version(),
              plan.causes()),
          day);
    }
    return costs;
  }
}

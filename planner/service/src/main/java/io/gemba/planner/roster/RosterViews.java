package io.gemba.planner.roster;

import io.gemba.message.ResourceChange;
import io.gemba.planner.plans.PlanViews;
import io.gemba.planner.resources.Absences;
import io.gemba.planner.roster.RosterView.AbsenceRow;
import io.gemba.planner.roster.RosterView.CoverRow;
import io.gemba.planner.roster.RosterView.GapRow;
import io.gemba.planner.roster.RosterView.PersonRow;
import io.gemba.planner.roster.RosterView.RuleRow;
import io.gemba.planner.roster.RosterView.ShiftRow;
import io.gemba.rosters.RosterCosts;
import io.gemba.rosters.RosterResult;
import io.gemba.site.Person;
import io.gemba.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns roster documents into what the console shows. */
final class RosterViews {
  private static final double MINUTES = 60;

  private final Site site;
  private final Absences absences;
  private final Names names;

  RosterViews(Site site, Absences absences) {
    this.site = site;
    this.absences = absences;
    this.names = new Names(site);
  }

  /** One row a person of the site. */
  List<PersonRow> people(RosterDocument shown, @Nullable RosterDocument published) {
    Map<String, Integer> minutes = new HashMap<>();
    shown.result().hours().forEach(one -> minutes.put(one.person(), one.workedMinutes()));
    return site.people().stream()
        .map(
            person ->
                new PersonRow(
                    person.id(),
                    person.name(),
                    person.place(),
                    person.skills(),
                    person.contractHours(),
                    minutes.getOrDefault(person.id(), 0) / MINUTES,
                    away(person, shown),
                    shifts(person, shown, published)))
        .toList();
  }

  List<CoverRow> cover(RosterDocument shown) {
    Map<String, Need> needs =
        shown.needs().stream()
            .collect(
                Collectors.toMap(
                    need -> need.place() + " " + need.skill() + " " + need.day(), need -> need));
    List<Integer> none = Collections.nCopies(24, 0);
    return shown.result().cover().stream()
        .filter(row -> row.level() <= 1)
        .map(
            row -> {
              Need need = needs.get(row.place() + " " + row.skill() + " " + row.day());
              return new CoverRow(
                  row.place(),
                  row.skill(),
                  row.day(),
                  row.need(),
                  need == null ? none : need.low(),
                  need == null ? none : need.high(),
                  row.have());
            })
        .toList();
  }

  List<GapRow> gaps(RosterDocument shown, LocalDate from) {
    return shown.result().gaps().stream()
        .filter(gap -> !gap.day().isBefore(from))
        .map(
            gap ->
                new GapRow(
                    gap.day(),
                    gap.place(),
                    gap.skill(),
                    (int) Math.floor(gap.fromHour()),
                    (int) Math.ceil(gap.toHour()),
                    gap.shortHours(),
                    gap.cents(),
                    gap.blocked().stream()
                        .limit(3)
                        .map(one -> names.in(one.detail(), one.person()))
                        .collect(Collectors.joining(" "))))
        .toList();
  }

  static List<RuleRow> rules(RosterDocument shown) {
    return shown.result().rules().stream()
        .map(rule -> new RuleRow(rule.rule(), rule.violations(), rule.cents()))
        .toList();
  }

  static List<PlanViews.KindCost> costs(RosterDocument shown) {
    RosterCosts costs = shown.result().costs();
    RosterCosts before = shown.result().baselineCosts();
    return List.of(
        new PlanViews.KindCost("WAGES", costs.wagesCents(), before.wagesCents()),
        new PlanViews.KindCost("IDLE", costs.idleCents(), before.idleCents()),
        new PlanViews.KindCost("OVERTIME", costs.overtimeCents(), before.overtimeCents()),
        new PlanViews.KindCost("UNDER", costs.underCents(), before.underCents()),
        new PlanViews.KindCost("OVER", costs.overCents(), before.overCents()),
        new PlanViews.KindCost("FAIRNESS", costs.fairnessCents(), before.fairnessCents()),
        new PlanViews.KindCost("CHANGES", costs.changesCents(), before.changesCents()),
        new PlanViews.KindCost("WISHES", costs.wishesCents(), before.wishesCents()),
        new PlanViews.KindCost("SEQUENCES", costs.patternsCents(), before.patternsCents()),
        new PlanViews.KindCost("PAIRS", costs.pairsCents(), before.pairsCents()));
  }

  private List<AbsenceRow> away(Person person, RosterDocument shown) {
    LocalDate from = shown.firstDay();
    LocalDate to = shown.request().endDay();
    List<AbsenceRow> rows = new ArrayList<>();
    person.leave().stream()
        .filter(leave -> leave.from().isBefore(to) && !leave.to().isBefore(from))
        .forEach(leave -> rows.add(new AbsenceRow(leave.from(), leave.to(), "leave")));
    for (Absences.Span span : absences.of(ResourceChange.Kind.PERSON, person.id())) {
      LocalDate first = day(span.from());
      LocalDate last = day(span.until().minusMillis(1));
      if (first.isBefore(to) && !last.isBefore(from)) {
        rows.add(new AbsenceRow(first, last, span.reason()));
      }
    }
    return rows;
  }

  private List<ShiftRow> shifts(
      Person person, RosterDocument shown, @Nullable RosterDocument published) {
    List<ShiftRow> rows = new ArrayList<>();
    LocalDate end = shown.request().endDay();
    for (LocalDate day = shown.firstDay(); day.isBefore(end); day = day.plusDays(1)) {
      RosterResult.Assignment now = shown.find(person.id(), day).orElse(null);
      RosterResult.Assignment was =
          published == null ? null : published.find(person.id(), day).orElse(null);
      boolean covered =
          published != null
              && !day.isBefore(published.firstDay())
              && day.isBefore(published.request().endDay());
      boolean changed = covered && !same(now, was);
      if (now != null || changed) {
        rows.add(row(person, day, now, changed, was));
      }
    }
    return rows;
  }

  private ShiftRow row(
      Person person,
      LocalDate day,
      RosterResult.@Nullable Assignment now,
      boolean changed,
      RosterResult.@Nullable Assignment was) {
    String before = changed && was != null ? was.shift() : null;
    if (now == null) {
      return new ShiftRow(day, null, null, person.place(), null, null, true, before);
    }
    return new ShiftRow(
        day,
        now.shift(),
        now.skill(),
        now.place(),
        instant(now.start()),
        instant(now.end()),
        changed,
        before);
  }

  private static boolean same(
      RosterResult.@Nullable Assignment a, RosterResult.@Nullable Assignment b) {
    if (a == null) {
      return b == null;
    }
    if (b == null) {
      return false;
    }
    return a.shift().equals(b.shift()) && a.skill().equals(b.skill());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, site.zone());
  }

  private Instant instant(LocalDateTime at) {
    return at.atZone(site.zone()).toInstant();
  }
}

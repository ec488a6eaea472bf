package io.gemba.planner.roster;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import io.gemba.site.CostRates;
import io.gemba.site.Person;
import io.gemba.site.Rostering;
import io.gemba.site.ShiftTemplate;
import io.gemba.site.Site;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a basis into the solver's words. What has happened stays as it was: days gone by and shifts
 * begun are pinned, and hours gone by need exactly the people they had.
 */
final class RosterQuestion {
  private static final int HOURS = 24;

  private final RosterBasis basis;
  private final @Nullable RosterDocument published;
  private final LocalDateTime now;
  private final Site site;
  private final RosterPeople people;

  /**
   * @param published the roster in force; null = none
   * @param now in the site's zone
   */
  RosterQuestion(RosterBasis basis, @Nullable RosterDocument published, LocalDateTime now) {
    this.basis = basis;
    this.published = published;
    this.now = now;
    this.site = basis.site();
    this.people = new RosterPeople(basis, published, now);
  }

  /** People needed, hours gone by as they were. */
  List<Need> needs() {
    List<Need> needs = new NeedRule(basis).needs();
    if (published == null) {
      return needs;
    }
    Map<String, List<Double>> had = new HashMap<>();
    published.result().cover().stream()
        .filter(row -> row.level() <= 1)
        .forEach(row -> had.put(row.place() + " " + row.skill() + " " + row.day(), row.have()));
    return needs.stream()
        .map(need -> asItWas(need, had.get(need.place() + " " + need.skill() + " " + need.day())))
        .toList();
  }

  /** The question for these needs. */
  RosterRequest request(List<Need> needs, double seconds) {
    return new RosterRequest(
        basis.firstDay(),
        basis.days(),
        people.list(),
        site.shifts().stream().map(RosterQuestion::shift).toList(),
        demand(needs),
        rules(),
        pins(),
        known(),
        RosterRequest.Search.seconds(seconds, 1),
        site.rostering().pairs().stream()
            .map(
                pair ->
                    new RosterRequest.Pair(
                        pair.first(), pair.second(), pair.together(), pair.centsPerHour()))
            .toList());
  }

  private static RosterRequest.Shift shift(ShiftTemplate shift) {
    return new RosterRequest.Shift(
        shift.code(),
        shift.start(),
        shift.end(),
        shift.unpaidBreakMinutes(),
        shift.places(),
        shift.skills(),
        shift.breaks().stream()
            .map(one -> new RosterRequest.Break(one.afterMinutes(), one.minutes(), one.paid()))
            .toList());
  }

  private List<RosterRequest.Demand> demand(List<Need> needs) {
    List<RosterRequest.Demand> demand = new ArrayList<>();
    CostRates rates = site.costs();
    for (Need need : needs) {
      demand.add(
          new RosterRequest.Demand(
              need.place(),
              need.skill(),
              need.day(),
              need.need(),
              rates.underCoverCentsPerHour(),
              rates.overCoverCentsPerHour(),
              1,
              steps(site.rostering().underSteps()),
              steps(site.rostering().overSteps())));
    }
    demand.addAll(new LeadRule(site.labour()).demand(needs, this::gone));
    return demand;
  }

  private static List<RosterRequest.PriceStep> steps(List<Rostering.PriceStep> steps) {
    return steps.stream()
        .map(step -> new RosterRequest.PriceStep(step.heads(), step.centsPerHour()))
        .toList();
  }

  private RosterRequest.Rules rules() {
    CostRates rates = site.costs();
    Rostering.Fairness fairness = site.rostering().fairness();
    return new RosterRequest.Rules(
        rates.restHours(),
        rates.maximumConsecutiveDays(),
        rates.fairnessCentsPerHour(),
        fairness.centsPerNight(),
        fairness.centsPerWeekend());
  }

  private Need asItWas(Need need, @Nullable List<Double> had) {
    if (had == null) {
      return need;
    }
    List<Integer> heads = new ArrayList<>(need.need());
    for (int hour = 0; hour < gone(need.day()); hour++) {
      heads.set(hour, (int) Math.round(had.get(hour)));
    }
    return need.planning(heads);
  }

  /** Full hours of a day that are over, under a roster in force. */
  private int gone(LocalDate day) {
    LocalDate today = now.toLocalDate();
    if (published == null || day.isAfter(today)) {
      return 0;
    }
    return day.isBefore(today) ? HOURS : now.getHour();
  }

  private List<RosterRequest.Cell> pins() {
    if (published == null) {
      return List.of();
    }
    List<RosterRequest.Cell> pins = new ArrayList<>();
    LocalDate today = now.toLocalDate();
    for (Person person : site.people()) {
      for (LocalDate day = basis.firstDay(); !day.isAfter(today); day = day.plusDays(1)) {
        Optional<RosterResult.Assignment> was = published.find(person.id(), day);
        boolean begun = was.map(shift -> !shift.start().isAfter(now)).orElse(noneCanBegin());
        boolean holds = begun && !people.isAway(person.id(), day);
        if (!person.skills().isEmpty() && (day.isBefore(today) || holds)) {
          pins.add(cell(person.id(), day, was));
        }
      }
    }
    return pins;
  }

  private boolean noneCanBegin() {
    LocalTime time = now.toLocalTime();
    return site.shifts().stream().noneMatch(shift -> shift.start().isAfter(time));
  }

  private static RosterRequest.Cell cell(
      String person, LocalDate day, Optional<RosterResult.Assignment> was) {
    return new RosterRequest.Cell(
        person,
        day,
        was.map(RosterResult.Assignment::shift).orElse(null),
        was.map(RosterResult.Assignment::skill).orElse(null));
  }

  private RosterRequest.@Nullable Published known() {
    if (published == null) {
      return null;
    }
    LocalDate last = published.request().endDay().minusDays(1);
    if (last.isBefore(basis.firstDay())) {
      return null;
    }
    List<RosterRequest.Cell> cells =
        published.result().assignments().stream()
            .filter(one -> !one.day().isBefore(basis.firstDay()))
            .map(one -> cell(one.person(), one.day(), Optional.of(one)))
            .toList();
    LocalDate from =
        published.firstDay().isBefore(basis.firstDay()) ? basis.firstDay() : published.firstDay();
    LocalDate to = last.isBefore(basis.endDay()) ? last : basis.endDay().minusDays(1);
    return prices(site.rostering(), cells, from, to, now.toLocalDate());
  }

  /** Shifts that people know of, with the prices of changing them. */
  static RosterRequest.Published prices(
      Rostering rostering,
      List<RosterRequest.Cell> cells,
      LocalDate from,
      LocalDate to,
      LocalDate today) {
    return new RosterRequest.Published(
        cells,
        from,
        to,
        rostering.changes().cents(),
        today,
        rostering.changes().notices().stream()
            .map(notice -> new RosterRequest.Notice(notice.days(), notice.cents()))
            .toList());
  }
}

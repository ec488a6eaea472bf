package io.gemba.planner.roster;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterResult;
import io.gemba.site.CostRates;
import io.gemba.site.Person;
import io.gemba.site.Site;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
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
  /** Price of telling somebody that their shift has changed. */
  static final long CHANGE_CENTS = 1000;

  private final RosterBasis basis;
  private final @Nullable RosterDocument published;
  private final LocalDateTime now;
  private final Site site;

  /**
   * @param published the roster in force; null = none
   * @param now in the site's zone
   */
  RosterQuestion(RosterBasis basis, @Nullable RosterDocument published, LocalDateTime now) {
    this.basis = basis;
    this.published = published;
    this.now = now;
    this.site = basis.site();
  }

  /** People needed, hours gone by as they were. */
  List<Need> needs() {
    List<Need> needs = new NeedRule(basis).needs();
    if (published == null) {
      return needs;
    }
    Map<String, List<Double>> had = new HashMap<>();
    published
        .result()
        .cover()
        .forEach(row -> had.put(row.place() + " " + row.skill() + " " + row.day(), row.have()));
    return needs.stream()
        .map(need -> asItWas(need, had.get(need.place() + " " + need.skill() + " " + need.day())))
        .toList();
  }

  /** The question for these needs. */
  RosterRequest request(List<Need> needs, double seconds) {
    CostRates rates = site.costs();
    return new RosterRequest(
        basis.firstDay(),
        basis.days(),
        site.people().stream()
            .filter(person -> !person.skills().isEmpty())
            .map(this::person)
            .toList(),
        site.shifts().stream()
            .map(
                shift ->
                    new RosterRequest.Shift(
                        shift.code(),
                        shift.start(),
                        shift.end(),
                        shift.unpaidBreakMinutes(),
                        List.of(),
                        List.of()))
            .toList(),
        needs.stream()
            .map(
                need ->
                    new RosterRequest.Demand(
                        need.place(),
                        need.skill(),
                        need.day(),
                        need.need(),
                        rates.underCoverCentsPerHour(),
                        rates.overCoverCentsPerHour()))
            .toList(),
        new RosterRequest.Rules(
            rates.restHours(), rates.maximumConsecutiveDays(), rates.fairnessCentsPerHour()),
        pins(),
        known(),
        RosterRequest.Search.seconds(seconds, 1));
  }

  private Need asItWas(Need need, @Nullable List<Double> had) {
    LocalDate today = now.toLocalDate();
    if (had == null || need.day().isAfter(today)) {
      return need;
    }
    int gone = need.day().isBefore(today) ? 24 : now.getHour();
    List<Integer> heads = new ArrayList<>(need.need());
    for (int hour = 0; hour < gone; hour++) {
      heads.set(hour, (int) Math.round(had.get(hour)));
    }
    return need.planning(heads);
  }

  private RosterRequest.Person person(Person person) {
    return new RosterRequest.Person(
        person.id(),
        person.place(),
        person.skills(),
        person.contractHours(),
        person.maximumHours(),
        person.hourlyCents(),
        person.overtimeFactor(),
        unavailable(person),
        history(person.id()));
  }

  private List<LocalDate> unavailable(Person person) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate first = published == null ? basis.firstDay() : now.toLocalDate();
    for (LocalDate day = basis.firstDay(); day.isBefore(basis.endDay()); day = day.plusDays(1)) {
      LocalDate one = day;
      boolean onLeave =
          person.leave().stream()
              .anyMatch(leave -> !one.isBefore(leave.from()) && !one.isAfter(leave.to()));
      boolean isOff = person.daysOff().contains(day.getDayOfWeek()) || onLeave;
      if (!day.isBefore(first) && (isOff || isAway(person.id(), day))) {
        days.add(day);
      }
    }
    return days;
  }

  private boolean isAway(String person, LocalDate day) {
    return basis.absences().isAway(person, day, site.zone());
  }

  private RosterRequest.@Nullable History history(String person) {
    if (published == null) {
      return null;
    }
    List<RosterResult.Assignment> before =
        published.result().assignments().stream()
            .filter(one -> one.person().equals(person) && one.day().isBefore(basis.firstDay()))
            .sorted(Comparator.comparing(RosterResult.Assignment::day).reversed())
            .toList();
    if (before.isEmpty()) {
      return null;
    }
    int worked = 0;
    for (RosterResult.Assignment shift : before) {
      if (shift.day().equals(basis.firstDay().minusDays(worked + 1L))) {
        worked++;
      }
    }
    return new RosterRequest.History(before.get(0).end(), worked);
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
        boolean holds = begun && !isAway(person.id(), day);
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
    return new RosterRequest.Published(cells, from, to, CHANGE_CENTS);
  }
}

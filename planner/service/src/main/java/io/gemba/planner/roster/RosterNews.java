package io.gemba.planner.roster;

import io.gemba.rosters.RosterResult;
import io.gemba.site.Person;
import io.gemba.site.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has happened since a roster was made that makes it worth planning again. */
final class RosterNews {
  private final Site site;
  private final RosterBasis basis;
  private final List<Need> needs;
  private final LocalDate today;

  /**
   * @param needs people needed as it is known now
   */
  RosterNews(Site site, RosterBasis basis, List<Need> needs, LocalDate today) {
    this.site = site;
    this.basis = basis;
    this.needs = needs;
    this.today = today;
  }

  /**
   * Looks for what is new.
   *
   * @param shown the roster people see; empty = none yet
   * @return one sentence, or empty when nothing is new
   */
  Optional<String> since(Optional<RosterDocument> shown, RosterDesk.Comparison surge) {
    if (basis.workload().isEmpty()) {
      return Optional.empty();
    }
    if (shown.isEmpty()) {
      return Optional.of("First roster.");
    }
    List<String> words = new ArrayList<>();
    away(shown.get()).forEach(name -> words.add(name + " is away on a day with a shift."));
    back(shown.get()).forEach(name -> words.add(name + " is back."));
    if (shown.get().firstDay().isBefore(basis.firstDay())) {
      words.add("A new week begins.");
    }
    surge.of(shown.get().needs(), needs, today).ifPresent(words::add);
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  /** People with a shift on a day that they are away. */
  private List<String> away(RosterDocument shown) {
    return shown.result().assignments().stream()
        .filter(shift -> !shift.day().isBefore(today))
        .filter(shift -> basis.absences().isAway(shift.person(), shift.day(), site.zone()))
        .map(RosterResult.Assignment::person)
        .distinct()
        .map(new Names(site)::of)
        .toList();
  }

  /** People the roster took for away on a day that they no longer are. */
  private List<String> back(RosterDocument shown) {
    List<String> names = new ArrayList<>();
    for (Person person : site.people()) {
      boolean back =
          shown.request().people().stream()
              .filter(one -> one.id().equals(person.id()))
              .flatMap(one -> one.unavailable().stream())
              .filter(day -> !day.isBefore(today))
              .anyMatch(day -> isFree(person, day));
      if (back) {
        names.add(person.name());
      }
    }
    return names;
  }

  private boolean isFree(Person person, LocalDate day) {
    boolean onLeave =
        person.leave().stream()
            .anyMatch(leave -> !day.isBefore(leave.from()) && !day.isAfter(leave.to()));
    return !onLeave
        && !person.daysOff().contains(day.getDayOfWeek())
        && !basis.absences().isAway(person.id(), day, site.zone());
  }
}

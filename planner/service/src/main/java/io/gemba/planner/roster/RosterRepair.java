package io.gemba.planner.roster;

import io.gemba.rosters.RosterPlanner;
import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterResult;
import io.gemba.rosters.live.LiveRoster;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts the roster in force right after people have called in sick, by few changes and at once; the
 * search that follows may find better.
 */
final class RosterRepair {
  private final RosterDocument published;
  private final LocalDateTime now;

  /**
   * @param published the roster in force
   * @param now in the site's zone
   */
  RosterRepair(RosterDocument published, LocalDateTime now) {
    this.published = published;
    this.now = now;
  }

  /**
   * The roster in force without those who are away, with others in their place where that pays.
   *
   * @param asked the question as it is now
   * @return priced by {@code asked}; empty when nobody with a shift to come is newly away, when it
   *     covers other days, or when the repaired roster would break a rule
   */
  Optional<RosterResult> of(RosterRequest asked) {
    Map<String, Set<LocalDate>> away = away(asked);
    boolean sameDays =
        asked.firstDay().equals(published.firstDay()) && asked.days() == published.request().days();
    if (away.isEmpty() || !sameDays) {
      return Optional.empty();
    }
    List<Cell> cells =
        published.cells().stream()
            .filter(cell -> !away.getOrDefault(cell.person(), Set.of()).contains(cell.day()))
            .toList();
    for (Map.Entry<String, Set<LocalDate>> one : away.entrySet()) {
      for (LocalDate day : one.getValue()) {
        cells =
            new LiveRoster(
                    asked, cells, now, Objects.requireNonNull(asked.published()).changeCents())
                .absence(one.getKey(), day, day, 0, () -> false)
                .cells();
      }
    }
    RosterResult result = new RosterPlanner().assess(asked, cells);
    return result.violations().isEmpty() ? Optional.of(result) : Optional.empty();
  }

  /** Days with a shift on which somebody cannot work now, by person. */
  private Map<String, Set<LocalDate>> away(RosterRequest asked) {
    Map<String, Set<LocalDate>> away = new TreeMap<>();
    for (RosterRequest.Person person : asked.people()) {
      for (LocalDate day : person.unavailable()) {
        if (!day.isBefore(now.toLocalDate()) && published.find(person.id(), day).isPresent()) {
          away.computeIfAbsent(person.id(), any -> new TreeSet<>()).add(day);
        }
      }
    }
    return away;
  }
}

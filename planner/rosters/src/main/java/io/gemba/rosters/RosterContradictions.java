package io.gemba.rosters;

import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Shift;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What no roster can meet, found before the search by counting alone: pins against absences, skills
 * or rest, hours of a day with more heads than people who could be there, weeks with more work than
 * hours. A request with such lines is still planned as well as it can be. What is not listed may
 * still be impossible.
 */
public final class RosterContradictions {
  private static final int WEEK_DAYS = 7;
  private static final int DAY_MINUTES = 24 * 60;

  private final RosterRequest request;
  private final Map<String, Shift> shifts = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, TreeMap<LocalDate, Cell>> pins = new HashMap<>();
  private final List<String> found = new ArrayList<>();

  private RosterContradictions(RosterRequest request) {
    this.request = request;
    request.shifts().forEach(shift -> shifts.put(shift.code(), shift));
    request.people().forEach(person -> people.put(person.id(), person));
    for (Cell pin : request.pins()) {
      pins.computeIfAbsent(pin.person(), key -> new TreeMap<>()).put(pin.day(), pin);
    }
  }

  /**
   * Lists them, pins first, then days, then weeks, then contracts and pairs.
   *
   * @param request one that {@link RosterRequestErrors} finds nothing wrong with
   * @return sentences with names and numbers; empty = nothing was found
   */
  public static List<String> list(RosterRequest request) {
    RosterContradictions contradictions = new RosterContradictions(request);
    for (Person person : request.people()) {
      contradictions.pins(person);
    }
    request.demand().forEach(contradictions::heads);
    contradictions.weeks();
    contradictions.found.addAll(ContractContradictions.list(request));
    return List.copyOf(contradictions.found);
  }

  private void pins(Person person) {
    Collection<Cell> row = pins.getOrDefault(person.id(), new TreeMap<>()).values();
    LocalDateTime free = person.history() == null ? null : person.history().lastShiftEnd();
    for (Cell pin : row) {
      Shift shift = shifts.get(pin.shift());
      if (shift == null) {
        continue;
      }
      String where = "'%s' is pinned to %s on %s".formatted(person.id(), pin.shift(), pin.day());
      if (person.unavailable().contains(pin.day())) {
        found.add(where + " but is away that day. Drop the pin or the absence.");
      }
      if (!person.skills().contains(pin.skill())) {
        found.add("%s for '%s' but knows only %s.".formatted(where, pin.skill(), person.skills()));
      }
      LocalDateTime start = pin.day().atTime(shift.start());
      if (free != null) {
        double rest = Duration.between(free, start).toMinutes() / 60.0;
        Double own = person.limits().restHours();
        double least = own == null ? request.rules().restHours() : own;
        if (rest < least) {
          found.add(
              "%s, %.1f hours after the shift before; %.1f hours of rest are the least."
                  .formatted(where, rest, least));
        }
      }
      free = start.plusMinutes(shift.lengthMinutes());
    }
    for (int from = 0; from < request.days(); from += WEEK_DAYS) {
      pinnedWeek(person, row, request.firstDay().plusDays(from));
    }
  }

  private void pinnedWeek(Person person, Collection<Cell> row, LocalDate from) {
    int minutes = 0;
    for (Cell pin : row) {
      Shift shift = shifts.get(pin.shift());
      if (shift != null && !pin.day().isBefore(from) && pin.day().isBefore(from.plusDays(7))) {
        minutes += shift.paidMinutes();
      }
    }
    if (minutes > Math.round(person.maximumHours() * 60)) {
      found.add(
          "'%s' is pinned to %.1f hours in the week from %s; %.1f are the most."
              .formatted(person.id(), minutes / 60.0, from, person.maximumHours()));
    }
  }

  /** The interval of a demand that lacks most people, when any does. */
  private void heads(Demand demand) {
    int length = demand.intervalMinutes();
    int worst = 0;
    int worstMinute = 0;
    int worstNeed = 0;
    for (int interval = 0; interval < demand.heads().size(); interval++) {
      int need = demand.heads().get(interval);
      if (need > 0) {
        int can = 0;
        for (Person person : request.people()) {
          can += canCover(person, demand, interval * length) ? 1 : 0;
        }
        if (need - can > worst) {
          worst = need - can;
          worstMinute = interval * length;
          worstNeed = need;
        }
      }
    }
    if (worst > 0) {
      found.add(
          "%s/%s%s on %s needs %d heads at %d:%02d; %d qualified people can be there."
              .formatted(
                  demand.place(),
                  demand.skill(),
                  demand.level() > 1 ? " of level " + demand.level() : "",
                  demand.day(),
                  worstNeed,
                  worstMinute / 60,
                  worstMinute % 60,
                  worstNeed - worst));
    }
  }

  private boolean canCover(Person person, Demand demand, int minute) {
    if (!person.place().equals(demand.place())
        || !person.skills().contains(demand.skill())
        || person.level(demand.skill()) < demand.level()) {
      return false;
    }
    int length = demand.intervalMinutes();
    for (Shift shift : request.shifts()) {
      if (!isFor(shift, demand.place(), demand.skill())) {
        continue;
      }
      int start = shift.start().toSecondOfDay() / 60;
      int end = start + shift.lengthMinutes();
      if (start < minute + length && end > minute && canWork(person, demand.day(), shift)) {
        return true;
      }
      LocalDate before = demand.day().minusDays(1);
      if (start - DAY_MINUTES < minute + length
          && end - DAY_MINUTES > minute
          && !before.isBefore(request.firstDay())
          && canWork(person, before, shift)) {
        return true;
      }
    }
    return false;
  }

  private boolean canWork(Person person, LocalDate day, Shift shift) {
    Cell pin = findPin(person, day);
    return pin == null ? !person.unavailable().contains(day) : shift.code().equals(pin.shift());
  }

  private @Nullable Cell findPin(Person person, LocalDate day) {
    TreeMap<LocalDate, Cell> row = pins.get(person.id());
    return row == null ? null : row.get(day);
  }

  private static boolean isFor(Shift shift, String place, String skill) {
    return (shift.places().isEmpty() || shift.places().contains(place))
        && (shift.skills().isEmpty() || shift.skills().contains(skill));
  }

  /** Work of a week at a place, by skill and altogether, against the hours that people can give. */
  private void weeks() {
    for (int from = 0; from < request.days(); from += WEEK_DAYS) {
      LocalDate first = request.firstDay().plusDays(from);
      int days = Math.min(WEEK_DAYS, request.days() - from);
      Map<List<String>, Integer> work =
          new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
      for (Demand demand : request.demand()) {
        if (demand.level() == 1
            && !demand.day().isBefore(first)
            && demand.day().isBefore(first.plusDays(days))) {
          int heads = demand.heads().stream().mapToInt(Integer::intValue).sum();
          int hours = heads * demand.intervalMinutes() / 60;
          work.merge(List.of(demand.place()), hours, Integer::sum);
          work.merge(List.of(demand.place(), demand.skill()), hours, Integer::sum);
        }
      }
      work.forEach((key, hours) -> week(key, hours, first, days));
    }
  }

  private void week(List<String> key, int hours, LocalDate first, int days) {
    double most = 0;
    for (Person person : request.people()) {
      boolean counts =
          person.place().equals(key.get(0))
              && (key.size() == 1 || person.skills().contains(key.get(1)));
      most += counts ? mostHours(person, key.get(0), first, days) : 0;
    }
    if (hours > most + 1e-6) {
      found.add(
          "%s needs %d hours in the week from %s; the people there can give %.0f."
              .formatted(String.join("/", key), hours, first, most));
    }
  }

  /**
   * Hours of cover at most: unpaid breaks cover too, and a night before may reach into the week.
   */
  private double mostHours(Person person, String place, LocalDate first, int days) {
    int longest = 0;
    double coverOfPaid = 1;
    for (Shift shift : request.shifts()) {
      if (shift.places().isEmpty() || shift.places().contains(place)) {
        longest = Math.max(longest, shift.lengthMinutes());
        coverOfPaid = Math.max(coverOfPaid, shift.lengthMinutes() / (double) shift.paidMinutes());
      }
    }
    long available = 1;
    for (int day = 0; day < days; day++) {
      available += person.unavailable().contains(first.plusDays(day)) ? 0 : 1;
    }
    return Math.min(
        person.maximumHours() * coverOfPaid + longest / 60.0, available * longest / 60.0);
  }
}

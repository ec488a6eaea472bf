package io.gemba.rosters;

import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What no roster can meet of contracts and pairs, by counting alone: hours that are due on days
 * that nobody can work, pins beyond a limit, pins of people who must not meet.
 */
final class ContractContradictions {
  private static final int WEEK_DAYS = 7;

  private final RosterRequest request;
  private final Map<String, Shift> shifts = new HashMap<>();
  private final Map<String, TreeMap<LocalDate, Cell>> pins = new HashMap<>();
  private final List<String> found = new ArrayList<>();

  private ContractContradictions(RosterRequest request) {
    this.request = request;
    request.shifts().forEach(shift -> shifts.put(shift.code(), shift));
    for (Cell pin : request.pins()) {
      pins.computeIfAbsent(pin.person(), key -> new TreeMap<>()).put(pin.day(), pin);
    }
  }

  /** Lists them, by person, pairs last. */
  static List<String> list(RosterRequest request) {
    ContractContradictions contradictions = new ContractContradictions(request);
    for (Person person : request.people()) {
      if (person.contract() != null) {
        contradictions.least(person);
        contradictions.pinned(person);
      }
    }
    request.pairs().forEach(contradictions::pair);
    return contradictions.found;
  }

  /** Hours and shifts that are due against those that there can be. */
  private void least(Person person) {
    Contract limits = person.limits();
    Range minutes = Range.of(limits.weekMinutes());
    Range count = Range.of(limits.weekShifts());
    long inRoster = 0;
    for (int day = 0; day < request.days(); day += WEEK_DAYS) {
      int days = Math.min(WEEK_DAYS, request.days() - day);
      LocalDate from = request.firstDay().plusDays(day);
      int possible = Math.min(possibleShifts(person, from, days), count.ceiling());
      long most =
          Math.min(
              Math.min(minutes.ceiling(), Math.round(person.maximumHours() * 60)),
              (long) possible * longest(person));
      inRoster += most;
      if (minutes.floor(days) > most) {
        found.add(
            "'%s' owes %d minutes in the week from %s but can work %d at most."
                .formatted(person.id(), minutes.floor(days), from, most));
      }
      if (count.floor(days) > possible) {
        found.add(
            "'%s' owes %d shifts in the week from %s but can work %d at most."
                .formatted(person.id(), count.floor(days), from, possible));
      }
    }
    int due = Range.of(limits.rosterMinutes()).floor();
    if (due > inRoster) {
      found.add(
          "'%s' owes %d minutes in the roster but can work %d at most."
              .formatted(person.id(), due, inRoster));
    }
  }

  private int possibleShifts(Person person, LocalDate from, int days) {
    int possible = 0;
    for (LocalDate day = from; day.isBefore(from.plusDays(days)); day = day.plusDays(1)) {
      Cell pin = pin(person, day);
      boolean works = pin == null ? !person.unavailable().contains(day) : pin.shift() != null;
      possible += works ? 1 : 0;
    }
    return possible;
  }

  private int longest(Person person) {
    int longest = 0;
    for (Shift shift : request.shifts()) {
      boolean known =
          shift.skills().isEmpty() || shift.skills().stream().anyMatch(person.skills()::contains);
      if (known && (shift.places().isEmpty() || shift.places().contains(person.place()))) {
        longest = Math.max(longest, shift.paidMinutes());
      }
    }
    for (Cell pin : pins.getOrDefault(person.id(), new TreeMap<>()).values()) {
      Shift shift = shifts.get(pin.shift());
      longest = Math.max(longest, shift == null ? 0 : shift.paidMinutes());
    }
    return longest;
  }

  private @Nullable Cell pin(Person person, LocalDate day) {
    TreeMap<LocalDate, Cell> row = pins.get(person.id());
    return row == null ? null : row.get(day);
  }

  private void pinned(Person person) {
    Contract limits = person.limits();
    int nights = 0;
    int minutes = 0;
    TreeSet<LocalDate> weekends = new TreeSet<>();
    Map<LocalDate, Integer> ofWeek = new TreeMap<>();
    for (Cell pin : pins.getOrDefault(person.id(), new TreeMap<>()).values()) {
      Shift shift = shifts.get(pin.shift());
      if (shift != null) {
        nights += shift.isNight() ? 1 : 0;
        minutes += shift.paidMinutes();
        long day = pin.day().toEpochDay() - request.firstDay().toEpochDay();
        ofWeek.merge(request.firstDay().plusDays(day / WEEK_DAYS * WEEK_DAYS), 1, Integer::sum);
        if (pin.day().getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
          weekends.add(pin.day().minusDays(pin.day().getDayOfWeek().getValue() - 6L));
        }
      }
    }
    atMost(person, limits.nights(), nights, "nights");
    atMost(person, limits.weekends(), weekends.size(), "weekends");
    atMost(person, limits.rosterMinutes(), minutes, "minutes");
    ofWeek.forEach(
        (week, count) ->
            atMost(person, limits.weekShifts(), count, "shifts in the week from " + week));
  }

  private void atMost(Person person, @Nullable Range range, int pinned, String what) {
    if (range != null && pinned > range.ceiling()) {
      found.add(
          "'%s' is pinned to %d %s; %d are the most."
              .formatted(person.id(), pinned, what, range.ceiling()));
    }
  }

  /** Pins of two people who must not meet. */
  private void pair(Pair pair) {
    if (pair.together() || pair.centsPerHour() != null) {
      return;
    }
    for (Cell one : pins.getOrDefault(pair.first(), new TreeMap<>()).values()) {
      for (Cell two : pins.getOrDefault(pair.second(), new TreeMap<>()).values()) {
        Shift first = shifts.get(one.shift());
        Shift second = shifts.get(two.shift());
        if (first != null && second != null) {
          LocalDateTime begins = one.day().atTime(first.start());
          LocalDateTime other = two.day().atTime(second.start());
          if (begins.isBefore(other.plusMinutes(second.lengthMinutes()))
              && other.isBefore(begins.plusMinutes(first.lengthMinutes()))) {
            found.add(
                "'%s' and '%s' must not meet but are pinned to %s and %s on %s."
                    .formatted(pair.first(), pair.second(), one.shift(), two.shift(), one.day()));
          }
        }
      }
    }
  }
}

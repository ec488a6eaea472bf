package io.gemba.rosters;

import io.gemba.rosters.Contract.OvertimeStep;
import io.gemba.rosters.Contract.Pattern;
import io.gemba.rosters.Contract.Range;
import io.gemba.rosters.RosterRequest.Pair;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterRequest.Wish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with contracts, levels, wishes and pairs, each with id, value and fix. */
final class TermErrors {
  private static final int LONGEST_PATTERN = 7;

  private final RosterRequest request;
  private final Set<String> codes;
  private final List<String> errors = new ArrayList<>();

  private TermErrors(RosterRequest request) {
    this.request = request;
    codes = request.shifts().stream().map(Shift::code).collect(Collectors.toSet());
  }

  /** Lists all errors, people first. */
  static List<String> list(RosterRequest request) {
    TermErrors found = new TermErrors(request);
    for (Person person : request.people()) {
      found.levels(person);
      found.wishes(person);
      found.contract(person.limits(), "the contract of person '" + person.id() + "'");
    }
    found.pairs();
    return found.errors;
  }

  private void levels(Person person) {
    person
        .levels()
        .forEach(
            (skill, level) -> {
              if (level < 1 || !person.skills().contains(skill)) {
                errors.add(
                    "level %d of '%s' of person '%s' must be at least 1, of a skill of theirs (%s)."
                        .formatted(level, skill, person.id(), person.skills()));
              }
            });
  }

  private void wishes(Person person) {
    for (Wish wish : person.wishes()) {
      String where = "The wish of person '%s' for %s".formatted(person.id(), wish.day());
      if (wish.day().isBefore(request.firstDay()) || !wish.day().isBefore(request.endDay())) {
        errors.add(
            "%s is outside the roster, which runs from %s to %s."
                .formatted(where, request.firstDay(), request.endDay().minusDays(1)));
      }
      if (wish.shift() != null && !codes.contains(wish.shift())) {
        errors.add("%s names the shift '%s', which is unknown.".formatted(where, wish.shift()));
      }
      if (wish.cents() < 0) {
        errors.add(
            "%s costs %d cents; it must not be negative. Turn 'wanted' round instead."
                .formatted(where, wish.cents()));
      }
    }
  }

  private void contract(Contract contract, String where) {
    range(contract.weekMinutes(), "weekMinutes", 0, where);
    range(contract.rosterMinutes(), "rosterMinutes", 0, where);
    range(contract.weekShifts(), "weekShifts", 0, where);
    range(contract.workDays(), "workDays", 1, where);
    range(contract.freeDays(), "freeDays", 1, where);
    range(contract.weekends(), "weekends", 0, where);
    range(contract.nights(), "nights", 0, where);
    Double rest = contract.restHours();
    if (rest != null && !(rest >= 0 && rest <= 24 * 7)) {
      errors.add("restHours (%s) of %s must be from 0 to 168.".formatted(rest, where));
    }
    contract.forbidden().forEach(pattern -> pattern(pattern, where));
    double above = 0;
    for (OvertimeStep step : contract.overtime()) {
      if (!(step.aboveHours() > above) || !(step.factor() >= 1 && step.factor() <= 100)) {
        errors.add(
            "The overtime step of %s hours at factor %s of %s must come after %s hours, its factor be from 1 to 100."
                .formatted(step.aboveHours(), step.factor(), where, above));
      }
      above = step.aboveHours();
    }
  }

  private void range(@Nullable Range range, String field, int from, String where) {
    if (range == null) {
      return;
    }
    Integer least = range.least();
    Integer most = range.most();
    if ((least != null && least < from) || (most != null && most < Math.max(from, range.floor()))) {
      errors.add(
          "%s of %s go from %s to %s. They must be at least %d, the most not below the least."
              .formatted(field, where, least, most, from));
    }
  }

  private void pattern(Pattern pattern, String where) {
    if (pattern.days().isEmpty() || pattern.days().size() > LONGEST_PATTERN) {
      errors.add(
          "A forbidden sequence of %s has %d days; 1 to %d can be followed."
              .formatted(where, pattern.days().size(), LONGEST_PATTERN));
    }
    for (List<String> day : pattern.days()) {
      for (String code : day) {
        if (!code.equals(Pattern.WORK) && !code.equals(Pattern.FREE) && !codes.contains(code)) {
          errors.add(
              "shift '%s' of a forbidden sequence of %s is unknown. Name a code, '*' or '-'."
                  .formatted(code, where));
        }
      }
    }
    Long cents = pattern.cents();
    if (cents != null && cents < 0) {
      errors.add(
          "cents (%d) of a forbidden sequence of %s must not be negative.".formatted(cents, where));
    }
  }

  private void pairs() {
    Set<String> people = request.people().stream().map(Person::id).collect(Collectors.toSet());
    Set<Set<String>> seen = new HashSet<>();
    for (Pair pair : request.pairs()) {
      String where = "pair '%s' and '%s'".formatted(pair.first(), pair.second());
      for (String id : List.of(pair.first(), pair.second())) {
        if (!people.contains(id)) {
          errors.add("person '%s' of the %s is unknown.".formatted(id, where));
        }
      }
      if (pair.first().equals(pair.second())) {
        errors.add("The %s names one person. Name two.".formatted(where));
      } else if (!seen.add(Set.of(pair.first(), pair.second()))) {
        errors.add("The %s is there twice. Keep one.".formatted(where));
      }
      Long cents = pair.centsPerHour();
      if (cents != null && cents < 0) {
        errors.add(
            "centsPerHour (%d) of the %s must not be negative. Turn 'together' round instead."
                .formatted(cents, where));
      }
    }
  }
}

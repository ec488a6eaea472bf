package io.gemba.rosters.explain;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterResult.Alternative;
import io.gemba.rosters.RosterResult.Violation;
import io.gemba.rosters.RosterResult.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why somebody works a shift or is free, and what every other way would cost. */
public final class WhyPerson {
  private final Trials trials;

  private WhyPerson(Trials trials) {
    this.trials = trials;
  }

  /**
   * Explains one cell of a roster.
   *
   * @throws IllegalArgumentException if the person is unknown or the day outside the roster
   */
  public static Why explain(RosterRequest request, List<Cell> cells, String person, LocalDate day) {
    if (day.isBefore(request.firstDay()) || !day.isBefore(request.endDay())) {
      throw new IllegalArgumentException(
          "%s is outside the roster, which runs from %s to %s."
              .formatted(day, request.firstDay(), request.endDay().minusDays(1)));
    }
    WhyPerson why = new WhyPerson(new Trials(request, cells));
    Person asked = why.trials.person(person);
    Cell works = why.trials.find(person, day);
    return works == null ? why.free(asked, day) : why.works(asked, works);
  }

  private Why works(Person person, Cell cell) {
    Cell off = new Cell(person.id(), cell.day(), null, null);
    List<Alternative> alternatives = new ArrayList<>();
    Trials.Outcome nobody = trials.with(off);
    alternatives.add(
        new Alternative(person.id(), null, null, nobody.deltaCents(), rule(nobody.broken())));
    for (Person other : trials.request().people()) {
      if (!other.id().equals(person.id()) && other.place().equals(person.place())) {
        alternatives.add(instead(other, cell, off));
      }
    }
    List<String> reasons = new ArrayList<>();
    if (trials.isPinned(person.id(), cell.day())) {
      reasons.add("The cell is pinned.");
    }
    reasons.add(
        "Without this shift the roster would cost %+d cents.".formatted(nobody.deltaCents()));
    return new Why(
        person.id(), cell.day(), cell.shift(), cell.skill(), reasons, ranked(alternatives));
  }

  private Alternative instead(Person other, Cell cell, Cell off) {
    if (trials.find(other.id(), cell.day()) != null) {
      Trials.Outcome swapped = swap(other, cell, off);
      String blocked = swapped.broken() == null ? "one shift a day" : rule(swapped.broken());
      return new Alternative(other.id(), cell.shift(), cell.skill(), swapped.deltaCents(), blocked);
    }
    Trials.Outcome outcome =
        trials.with(off, new Cell(other.id(), cell.day(), cell.shift(), cell.skill()));
    String blocked = trials.isPinned(other.id(), cell.day()) ? "pin" : rule(outcome.broken());
    return new Alternative(other.id(), cell.shift(), cell.skill(), outcome.deltaCents(), blocked);
  }

  /** Somebody who works that day would have to leave their own shift. */
  private Trials.Outcome swap(Person other, Cell cell, Cell off) {
    return trials.with(off, new Cell(other.id(), cell.day(), cell.shift(), cell.skill()));
  }

  private Why free(Person person, LocalDate day) {
    List<Alternative> alternatives = new ArrayList<>();
    for (String skill : person.skills()) {
      for (Shift shift : trials.shifts(person.place(), skill)) {
        Trials.Outcome outcome = trials.with(new Cell(person.id(), day, shift.code(), skill));
        alternatives.add(
            new Alternative(
                person.id(), shift.code(), skill, outcome.deltaCents(), rule(outcome.broken())));
      }
    }
    List<Alternative> ranked = ranked(alternatives);
    List<String> reasons = new ArrayList<>();
    if (trials.isPinned(person.id(), day)) {
      reasons.add("The cell is pinned free.");
    } else if (person.unavailable().contains(day)) {
      reasons.add("%s is away.".formatted(person.id()));
    } else if (ranked.isEmpty() || ranked.get(0).blockedBy() != null) {
      reasons.add("Every shift would break a rule.");
    } else {
      reasons.add(
          "The best shift, %s for %s, would change the cost by %+d cents."
              .formatted(ranked.get(0).shift(), ranked.get(0).skill(), ranked.get(0).deltaCents()));
    }
    return new Why(person.id(), day, null, null, reasons, ranked);
  }

  private static List<Alternative> ranked(List<Alternative> alternatives) {
    return alternatives.stream()
        .sorted(
            Comparator.comparing((Alternative way) -> way.blockedBy() != null)
                .thenComparingLong(Alternative::deltaCents)
                .thenComparing(Alternative::person))
        .toList();
  }

  private static @Nullable String rule(@Nullable Violation broken) {
    return broken == null ? null : broken.rule();
  }
}

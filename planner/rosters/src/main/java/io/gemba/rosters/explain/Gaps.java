package io.gemba.rosters.explain;

import io.gemba.rosters.RosterRequest;
import io.gemba.rosters.RosterRequest.Cell;
import io.gemba.rosters.RosterRequest.Demand;
import io.gemba.rosters.RosterRequest.Person;
import io.gemba.rosters.RosterRequest.Shift;
import io.gemba.rosters.RosterResult.Blocked;
import io.gemba.rosters.RosterResult.Cover;
import io.gemba.rosters.RosterResult.Gap;
import io.gemba.rosters.RosterResult.Violation;
import io.gemba.rosters.model.DemandDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spans of hours with heads too few, and for the dearest of them who does not fill it and why. */
public final class Gaps {
  private static final int EXPLAINED = 12;
  private static final int PEOPLE = 5;
  private static final double TINY = 1e-9;
  private static final double CENT = 60;

  private final Trials trials;

  private Gaps(Trials trials) {
    this.trials = trials;
  }

  /** Lists all gaps of a roster, dearest first; the first dozen name who is blocked by what. */
  public static List<Gap> of(RosterRequest request, List<Cell> cells) {
    Gaps gaps = new Gaps(new Trials(request, cells));
    List<Gap> found = new ArrayList<>();
    for (int i = 0; i < request.demand().size(); i++) {
      gaps.spans(request.demand().get(i), gaps.trials.before().cover().get(i), found);
    }
    found.sort(Comparator.comparingLong((Gap gap) -> -gap.cents()));
    for (int i = 0; i < Math.min(EXPLAINED, found.size()); i++) {
      found.set(i, gaps.explained(found.get(i)));
    }
    return found;
  }

  private void spans(Demand demand, Cover cover, List<Gap> found) {
    double hours = demand.intervalMinutes() / 60.0;
    int at = 0;
    while (at < cover.need().size()) {
      int from = at;
      double shortHours = 0;
      long centMinutes = 0;
      while (at < cover.need().size() && cover.need().get(at) > cover.have().get(at) + TINY) {
        shortHours += (cover.need().get(at) - cover.have().get(at)) * hours;
        long minutes = Math.round(cover.have().get(at) * demand.intervalMinutes());
        centMinutes += DemandDay.underCentMinutes(demand, at, minutes);
        at++;
      }
      if (at > from) {
        found.add(
            new Gap(
                demand.place(),
                demand.skill(),
                demand.day(),
                from * hours,
                at * hours,
                shortHours,
                Math.round(centMinutes / CENT),
                List.of()));
      }
      at++;
    }
  }

  private Gap explained(Gap gap) {
    List<Blocked> blocked = new ArrayList<>();
    for (Person person : trials.request().people()) {
      if (blocked.size() < PEOPLE
          && person.place().equals(gap.place())
          && person.skills().contains(gap.skill())) {
        blocked.add(blocked(person, gap));
      }
    }
    return new Gap(
        gap.place(),
        gap.skill(),
        gap.day(),
        gap.fromHour(),
        gap.toHour(),
        gap.shortHours(),
        gap.cents(),
        blocked);
  }

  private Blocked blocked(Person person, Gap gap) {
    Cell works = trials.find(person.id(), gap.day());
    if (works != null) {
      return new Blocked(
          person.id(),
          "one shift a day",
          "%s works %s for %s that day.".formatted(person.id(), works.shift(), works.skill()));
    }
    if (trials.isPinned(person.id(), gap.day())) {
      return new Blocked(person.id(), "pin", "%s is pinned free that day.".formatted(person.id()));
    }
    Violation first = null;
    Trials.Outcome cheapest = null;
    String code = "";
    for (Shift shift : trials.shifts(gap.place(), gap.skill())) {
      if (covers(shift, gap)) {
        Trials.Outcome outcome =
            trials.with(new Cell(person.id(), gap.day(), shift.code(), gap.skill()));
        if (outcome.broken() != null) {
          first = first == null ? outcome.broken() : first;
        } else if (cheapest == null || outcome.deltaCents() < cheapest.deltaCents()) {
          cheapest = outcome;
          code = shift.code();
        }
      }
    }
    return verdict(person, code, cheapest, first);
  }

  private static Blocked verdict(
      Person person, String code, Trials.@Nullable Outcome cheapest, @Nullable Violation first) {
    if (cheapest != null) {
      return new Blocked(
          person.id(),
          "price",
          "%s could work %s; the roster would cost %+d cents."
              .formatted(person.id(), code, cheapest.deltaCents()));
    }
    if (first != null) {
      return new Blocked(person.id(), first.rule(), first.detail());
    }
    return new Blocked(person.id(), "no shift", "No shift of the place covers these hours.");
  }

  private static boolean covers(Shift shift, Gap gap) {
    int start = shift.start().toSecondOfDay() / 60;
    return start < gap.toHour() * 60 && start + shift.lengthMinutes() > gap.fromHour() * 60;
  }
}
